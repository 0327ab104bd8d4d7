"""Hedges, and claims that lose them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.hedges import hedges, lost
from factsheet.language import LANGUAGES, language_of

ENGLISH = language_of("en")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("is likely to begin", ["likelihood"]),
        ("was expected to travel", ["expectation"]),
        ("will reopen", ["future"]),
        ("agreed to deport", ["commitment"]),
        ("the alleged thief", ["allegation"]),
        ("asked them to travel", ["request"]),
        ("according to Mexico", ["attribution"]),
        ("did not answer", ["negation"]),
        ("unless it rains", ["condition"]),
        ("closed, but only at night", ["contrast"]),
        ("nearly all", ["approximation"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [hedge.kind for hedge in hedges(text, ENGLISH)] == kinds


@pytest.mark.parametrize(
    "text",
    ["since May 12", "May 12 was the day", "no more than 400", "not only the port", "Mr Will"],
)
def test_what_hedges_nothing(text: str) -> None:
    assert hedges(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("claim", "quotation", "words"),
    [
        ("The trip began.", "the trip is likely to begin Dec. 27", ["likely"]),
        ("The trip would probably begin.", "the trip is likely to begin Dec. 27", []),
        ("The talks begin.", "the talks will begin", []),
        ("The talks began.", "the talks will begin", ["will"]),
        ("Snow fell.", "Snow fell, and the trip is likely to begin Dec. 27", []),
        ("The plan covers smuggling.", "a plan to stop human smuggling", []),
        ("Human smuggling had grown.", "a plan to stop human smuggling", []),
        ("The trip went well.", "the trip went well, but rain is likely", []),
    ],
)
def test_lost(claim: str, quotation: str, words: list[str]) -> None:
    assert [missing.hedge.words for missing in lost(claim, [quotation], ENGLISH)] == words


def test_a_plan_told_as_fact_is_marked() -> None:
    (missing,) = lost("A delegation visited.", ["A delegation is expected to visit"], ENGLISH)
    assert missing.as_fact
    (missing,) = lost("The pipes are safe.", ["The pipes are possibly safe"], ENGLISH)
    assert not missing.as_fact


def test_another_quotation_may_state_the_fact() -> None:
    plan, fact = "A delegation is expected to visit", "The delegation visited on Monday"
    assert lost("A delegation visited.", [plan, fact], ENGLISH) == ()


def test_attribution_is_left_to_the_caller() -> None:
    (missing,) = lost("The bridge is closed.", ["Officials said the bridge is closed"], ENGLISH)
    assert (missing.hedge.kind, missing.quotation) == ("attribution", 0)


def test_the_word_stands_at_its_place() -> None:
    quotation = "the trip is likely to begin"
    (missing,) = lost("The trip began.", [quotation], ENGLISH)
    assert quotation[slice(*missing.hedge.span)] == "likely"


def test_a_language_without_a_table_raises_no_alarm() -> None:
    german = language_of("de")
    assert lost("Die Reise begann.", ["Die Reise beginnt vermutlich, may not"], german) == ()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "may not likely to visit visited will asked but , . \n May nearly all said no if"
            " podría no 😀".split(" ")
        )
        | st.text(max_size=5),
        max_size=60,
    ).map(" ".join),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_a_claim_that_repeats_its_quotation_loses_nothing(text: str, tag: str) -> None:
    """R-102: no text makes an exception."""
    assert lost(text, [text], language_of(tag)) == ()
