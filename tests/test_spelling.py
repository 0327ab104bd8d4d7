"""The name that somebody may have meant, and names that are nearly the same."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from factsheet.spelling import nearest, nearly_same, suggestion

KNOWN = ("ferromex", "eagle-pass", "el-paso")


def test_a_slip_is_recognised() -> None:
    assert nearest("ferumex", KNOWN) == "ferromex"
    assert suggestion("ferumex", KNOWN) == "did you mean `ferromex`?"


def test_nothing_near_is_nothing() -> None:
    assert nearest("washington", KNOWN) is None
    assert suggestion("washington", ()) == ""


def test_the_answer_does_not_hang_on_the_order() -> None:
    assert nearest("aa", ("ab", "ac")) == nearest("aa", ("ac", "ab"))


def near(one: str, other: str) -> bool:
    """Return whether two names are nearly the same, told plainly."""
    slips = 2 if min(len(one), len(other)) >= 7 else 1
    return abs(len(one) - len(other)) <= 1 and Levenshtein.distance(one, other) <= slips


@given(st.sets(st.text("abc", min_size=6, max_size=8), max_size=12))
def test_nearly_same_names_are_all_those_at_a_short_distance(found: set[str]) -> None:
    pairs = {pair for pair in combinations(sorted(found), 2) if near(*pair)}
    assert set(nearly_same(found)) == pairs


def test_names_garbled_by_a_translation_are_nearly_the_same() -> None:
    assert nearly_same(["ferromex", "ferrumex", "verumex", "bravo"]) == (
        ("ferromex", "ferrumex"),
        ("ferrumex", "verumex"),
    )


def test_short_names_and_names_of_different_length_are_not() -> None:
    assert nearly_same(["torres", "torrens", "austria", "australia", "morena", "marina"]) == (
        ("torrens", "torres"),
    )
