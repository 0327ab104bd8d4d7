from decimal import Decimal
from typing import get_args

import pytest

from factsheet.dates import parse
from factsheet.diagnostics import Place
from factsheet.model import Figure, Kind, Link, Name, Relation, Status
from factsheet.pages import words


def figure(**fields: object) -> Figure:
    return Figure("n", "w", Place("x"), **fields)  # type: ignore[arg-type] # any field


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (figure(value=Decimal(788000)), "788,000"),
        (figure(value=Decimal("1E+3")), "1,000"),
        (figure(value=Decimal("2.5"), unit="per cent", approximate=True), "about 2.5 per cent"),
        (figure(at_least=Decimal(2000), unit="people", per="day"), "at least 2,000 people per day"),
        (figure(at_most=Decimal(400)), "at most 400"),
        (figure(at_least=Decimal(1), at_most=Decimal(3)), "at least 1 and at most 3"),
        (figure(lower=Decimal(10), upper=Decimal(20)), "10 to 20"),
        (figure(unit="people"), "people"),
    ],
)
def test_amounts(shown: Figure, said: str) -> None:
    assert words.amount(shown) == said


def test_a_unit_that_the_name_repeats_is_said_once() -> None:
    named = Figure("people in custody", "w", Place("x"), value=Decimal(6500), unit="people")
    assert words.amount(named) == "6,500"


def test_every_code_of_the_records_has_words() -> None:
    assert set(words.KINDS) == set(get_args(Kind))
    assert set(words.STATUSES) == set(get_args(Status))
    assert set(words.RELATIONS) == set(get_args(Relation))
    assert set(words.LINKS) == set(get_args(Link))


@pytest.mark.parametrize(
    ("names", "byline"),
    [
        ((), ""),
        ((Name(literal="Carina"),), "Carina"),
        ((Name("Kelly", "David"), Name(literal="B"), Name(family="C")), "David Kelly, B and C"),
    ],
)
def test_bylines(names: tuple[Name, ...], byline: str) -> None:
    assert words.authors(names) == byline


def test_only_dates_that_html_can_say_are_for_machines() -> None:
    assert words.dated(parse("2023-12-22")).iso == "2023-12-22"
    assert words.dated(parse("2023-12-18/2023-12-22")).iso == ""
    assert words.day(None) is None


def test_inferred_dates_are_said_and_other_words_kept() -> None:
    assert words.date_or_words("2023-12-18/2023-12-22") == "18–22 December 2023"
    assert words.date_or_words("the second meeting") == "the second meeting"


def test_only_another_language_is_named() -> None:
    assert words.foreign("en-US", "en") == ""
    assert words.foreign("es", "en") == "es"
