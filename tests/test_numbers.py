"""Whether quotations say the numbers of a claim."""

import pytest

from factsheet.language import language_of
from factsheet.numbers import covers, missing, nearest, said_by, same_value, unsaid
from factsheet.quantities import Quantity, quantities

ENGLISH = language_of("en")


def one(text: str) -> Quantity:
    (number,) = quantities(text, ENGLISH)
    return number


@pytest.mark.parametrize(
    ("said", "claimed", "answer"),
    [
        ("more than 788,000", "over 788,000", True),
        ("more than 788,000", "788,000", False),
        ("788,000", "more than 788,000", False),
        ("more than 788,000", "about 788,000", False),
        ("788,000", "about 788,000", True),
        ("up to 400", "at least 400", False),
        ("460,000", "nearly half a million", False),
        ("twelve", "a dozen", True),
        ("$5 million", "5 million", True),
        ("5 million", "$5 million", False),
        ("15 measures", "15 percent", False),
        ("the 3rd", "three", False),
        ("the third", "the 3rd", True),
        ("18 to 22", "22", False),
        ("18–22", "between 18 and 22", True),
        ("12,400", "thousands", True),
        ("1,200", "thousands", False),
        ("12,400", "dozens", False),
        ("thousands", "thousands", True),
        ("1,000", "thousands", False),
        ("thousands", "1,000", False),
    ],
)
def test_covers(said: str, claimed: str, answer: bool) -> None:
    assert covers(one(said), one(claimed)) is answer


def test_same_value_asks_for_no_bound() -> None:
    assert same_value(one("more than 788,000"), one("788,000"))
    assert not same_value(one("15 percent"), one("$15"))


@pytest.mark.parametrize(
    ("claim", "quotations", "words"),
    [
        ("304,126 entered", ["304,162 entered"], ["304,126"]),
        ("Two signed, three left", ["both signed"], ["three"]),
        ("between 6,500 and 8,000", ["rose from 6,500 to 8,000"], []),
        ("between 6,500 and 9,000", ["rose from 6,500 to 8,000"], ["6,500 and 9,000"]),
        ("One bridge was closed", ["The bridge was closed"], []),
        ("In 2019", ["no year at all"], []),
        ("15 of 20", ["15", "20"], []),
        ("the second meeting", ["a second meeting"], []),
    ],
)
def test_unsaid(claim: str, quotations: list[str], words: list[str]) -> None:
    assert [number.words for number in unsaid(claim, quotations, ENGLISH)] == words


def test_a_quotation_in_another_language() -> None:
    spanish = language_of("es")
    assert unsaid("more than 788,000", ["más de 788.000"], ENGLISH, spanish) == ()
    said = [*said_by("más de 788.000", spanish), *said_by("two", ENGLISH)]
    assert [n.words for n in missing(quantities("788,000 and two", ENGLISH), said)] == ["788,000"]


def test_nearest_is_shown_beside_the_claim() -> None:
    said = quantities("15 measures in 2023, 304,162 people", ENGLISH)
    assert nearest(one("304,126"), said) == said[-1]
    assert nearest(one("304,126"), ()) is None
