"""Dates, weekdays and relative times in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.language import LANGUAGES, language_of
from factsheet.moments import moments

ENGLISH = language_of("en")


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("Friday", "weekday", (4, None, None, None)),
        ("Friday's visit", "weekday", (4, None, None, None)),
        ("Dec. 27", "day", (None, None, 12, 27)),
        ("since May 12th", "day", (None, None, 5, 12)),
        ("22 December", "day", (None, None, 12, 22)),
        ("the 22nd of May, 2023", "date", (None, 2023, 5, 22)),
        ("Friday, Sept. 22, 2023", "date", (4, 2023, 9, 22)),
        ("2023-12-22", "date", (None, 2023, 12, 22)),
        ("during August", "month", (None, None, 8, None)),
        ("in May", "month", (None, None, 5, None)),
        ("December 2023", "month-year", (None, 2023, 12, None)),
        ("in 1994", "year", (None, 1994, None, None)),
        ("the 2023 talks", "year", (None, 2023, None, None)),
    ],
)
def test_moments(text: str, kind: str, parts: tuple[int | None, ...]) -> None:
    (moment,) = moments(text, ENGLISH)
    assert moment.kind == kind
    assert (moment.weekday, moment.year, moment.month, moment.day) == parts


@pytest.mark.parametrize(
    "text",
    [
        "She may go", "May the talks go on", "They march on", "a March of the Migrants",
        "12/27/2023", "2000 migrants", "the 1990s", "on Fridays", "The sun sat low", "mon ami",
        "15 measures", "the second day", "1,994 boats", "",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert moments(text, ENGLISH) == ()


@pytest.mark.parametrize("text", ["18–22 December", "December 18 to 22", "18 and 22 December"])
def test_two_days_of_a_month(text: str) -> None:
    (moment,) = moments(text, ENGLISH)
    assert (moment.day, moment.last_day, moment.month) == (18, 22, 12)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("earlier this week", "week-so-far"),
        ("this week", "week"),
        ("yesterday", "day-before"),
        ("in the coming days", "soon"),
        ("this weekend", "weekend"),
    ],
)
def test_relative_times(text: str, key: str) -> None:
    (moment,) = moments(text, ENGLISH)
    assert (moment.kind, moment.relative, moment.words) == ("relative", key, text)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("on Friday", ""),
        ("next Friday", "unclear"),
        ("since Friday", "back"),
        ("coming Friday", "forward"),
        ("They will meet on Friday", "ahead"),
        ("They will meet. It began on Friday", ""),
    ],
)
def test_which_way_the_words_point(text: str, direction: str) -> None:
    (moment,) = moments(text, ENGLISH)
    assert moment.direction == direction


def test_spanish() -> None:
    (moment,) = moments("el viernes 22 de septiembre de 2023", language_of("es"))
    assert (moment.weekday, moment.day, moment.month, moment.year) == (4, 22, 9, 2023)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Friday Dec. May 22 31 2023 , - – of the since next 2023-12-22 this week will . \n de"
            " viernes mayo th / 😀".split(" ")
        )
        | st.text(max_size=5),
        max_size=60,
    ).map(" ".join),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_spans_hold_the_words_in_order(text: str, tag: str) -> None:
    """R-102: no text makes an exception."""
    read = moments(text, language_of(tag))
    assert all(text[slice(*moment.span)] == moment.words for moment in read)
    ends = [edge for moment in read for edge in moment.span]
    assert ends == sorted(ends)
