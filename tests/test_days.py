"""Which days are meant, and whether quotations say the times of a claim."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.days import contradicting, resolve, unsaid_moments
from factsheet.language import language_of
from factsheet.moments import moments

ENGLISH = language_of("en")
ISSUED = date(2023, 12, 22)  # a Friday


def days(text: str) -> str | None:
    (moment,) = moments(text, ENGLISH)
    found = resolve(moment, ISSUED)
    return None if found is None else f"{found[0]}/{found[1]}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Thursday", "2023-12-21/2023-12-21"),
        ("on Friday", "2023-12-22/2023-12-22"),
        ("on Saturday", "2023-12-16/2023-12-16"),
        ("Dec. 27", "2023-12-27/2023-12-27"),
        ("since May 12th", "2023-05-12/2023-05-12"),
        ("since January 1", "2023-01-01/2023-01-01"),
        ("18–22 December", "2023-12-18/2023-12-22"),
        ("in January", "2024-01-01/2024-01-31"),
        ("February 2024", "2024-02-01/2024-02-29"),
        ("in 1994", "1994-01-01/1994-12-31"),
        ("yesterday", "2023-12-21/2023-12-21"),
        ("this week", "2023-12-17/2023-12-24"),
        ("earlier this week", "2023-12-17/2023-12-22"),
        ("last month", "2023-11-01/2023-11-30"),
        ("next month", "2024-01-01/2024-01-31"),
        ("last year", "2022-01-01/2022-12-31"),
    ],
)
def test_resolve(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "next Friday", "last Friday", "They will meet on Friday", "in the coming days",
        "this weekend", "in June", "from January 1", "30 February 2024",
    ],
)  # fmt: skip
def test_what_is_left_open(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize("issued", [date.min, date.max])
def test_the_ends_of_the_calendar(issued: date) -> None:
    (moment,) = moments("Friday", ENGLISH)
    assert resolve(moment, issued) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("met on Friday", "2023-09-22", "2023-09-22", []),
        ("met on Friday", "2023-09-23", "2023-09-23", ["Friday"]),
        ("met on Friday", "2023-09-18", "2023-09-24", []),
        ("posted Sunday, met Friday", "2023-09-22", "2023-09-22", []),
        ("posted Sunday, met Friday", "2023-09-23", "2023-09-23", ["Sunday", "Friday"]),
        ("begins Dec. 27", "2023-12-26", "2023-12-26", ["Dec. 27"]),
        ("begins Dec. 27", "2023-12-20", "2024-01-02", []),
        ("on Thursday, in the coming days", "2023-12-27", "2023-12-27", []),
        ("closed earlier this week", "2023-12-18", "2023-12-21", []),
        ("closed earlier this week", "2023-12-28", "2023-12-29", ["earlier this week"]),
        ("no time", "2023-12-22", "2023-12-22", []),
        ("Friday", "2023-12-24", "2023-12-23", []),
        ("Monday, 4 March 2024", "2024-03-04", "2024-03-04", []),
        ("Friday, 4 March 2024", "2024-03-04", "2024-03-04", ["Friday, 4 March 2024"]),
    ],
)
def test_contradicting(text: str, first: str, last: str, words: list[str]) -> None:
    between = date.fromisoformat(first), date.fromisoformat(last)
    found = contradicting(moments(text, ENGLISH), *between, ISSUED)
    assert [moment.words for moment in found] == words


def test_a_relative_time_without_the_articles_date_is_not_judged() -> None:
    day = date(2023, 12, 28)
    assert contradicting(moments("closed this week", ENGLISH), day, day) == ()


@pytest.mark.parametrize(
    ("claim", "quotation", "issued", "words"),
    [
        ("on 22 September 2023", "on Friday", None, ["22 September 2023"]),
        ("on 27 December 2023", "begins Dec. 27", None, ["27 December 2023"]),
        ("on 27 December 2023", "begins Dec. 27", ISSUED, []),
        ("on 27 December 2024", "begins Dec. 27", ISSUED, ["27 December 2024"]),
        ("on 27 December", "begins Dec. 27", None, []),
        ("on 26 December", "begins Dec. 27", None, ["26 December"]),
        ("in December", "begins Dec. 27", None, []),
        ("on December 27", "in December", None, ["December 27"]),
        ("on Saturday", "on Friday", None, ["Saturday"]),
        ("on Friday, 22 September", "on Friday", None, ["Friday, 22 September"]),
        ("on 19 December", "18–22 December", None, ["19 December"]),
        ("on 18–22 December", "December 18 to 22", None, []),
        ("this week", "earlier this week", None, []),
        ("last week", "earlier this week", None, ["last week"]),
        ("in 2023", "on 3 May 2023", None, []),
    ],
)
def test_unsaid_moments(claim: str, quotation: str, issued: date | None, words: list[str]) -> None:
    found = unsaid_moments(claim, [quotation], ENGLISH, issued=issued)
    assert [moment.words for moment in found] == words


def test_inferred_words_may_stand_among_the_quotations() -> None:
    claim = "on Thursday, December 21, 2023"
    assert unsaid_moments(claim, ["on Thursday", "2023-12-21"], ENGLISH) == ()


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["Friday", "Dec. 27", "31 June", "this month", "in 2023"]))
def test_resolved_days_are_in_order(issued: date, text: str) -> None:
    (moment,) = moments(f"since {text}" if text != "in 2023" else text, ENGLISH)
    found = resolve(moment, issued)
    assert found is None or found[0] <= found[1]
