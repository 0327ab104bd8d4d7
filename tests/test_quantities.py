"""Numbers in running text."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.language import LANGUAGES, language_of
from factsheet.quantities import Quantity, quantities

ENGLISH = language_of("en")
PIECES = (
    "1 2,000 $ . , - – to and one two hundred million half a the more than about over between from"
    " percent % Dec. May 2023 th dozen hundreds of tens ( \n \xa0 😀 ½ ²"
).split(" ")


def one(text: str, tag: str = "en") -> Quantity:
    (number,) = quantities(text, language_of(tag))
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("788,000 migrants", "788000"),
        ("788\u202f000 migrants", "788000"),
        ("1,500,000.50", "1500000.50"),
        ("two countries", "2"),
        ("twenty-one people", "21"),
        ("one hundred and fifty-three", "153"),
        ("one hundred fifty thousand", "150000"),
        ("fifteen hundred", "1500"),
        ("two hundred thousand", "200000"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("half a million people", "500000"),
        ("a million and a half", "1500000"),
        ("one and a half million", "1500000"),
        ("half of the members", "0.5"),
        ("three-quarters of them", "0.75"),
        ("11 million", "11000000"),
        ("788k", "788000"),
        ("a 10-hour barrage", "10"),
        ("“400”", "400"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert one(text).value == Decimal(value)
    assert one(text).bound == "exact"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 788,000", "at-least"),
        ("at least 15", "at-least"),
        ("over 70,000", "at-least"),
        ("no fewer than 20", "at-least"),
        ("788,000 or more", "at-least"),
        ("2,000+", "at-least"),
        ("up to 400", "at-most"),
        ("no more than 400", "at-most"),
        ("no more than an additional 400", "at-most"),
        ("fewer than 10", "at-most"),
        ("as many as 90", "at-most"),
        ("about 400", "about"),
        ("roughly 400", "about"),
        ("some 400", "about"),
        ("nearly half a million", "about"),
        ("almost $100 million", "about"),
        ("an estimated 400", "about"),
        ("400 or so", "about"),
        ("about a third of", "about"),
        ("about two weeks", "about"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert one(text).bound == bound
    assert text.startswith(one(text).words)


@pytest.mark.parametrize("text", ["over two days", "around two bridges", "under two presidents"])
def test_prepositions_of_place_and_time_are_no_bounds(text: str) -> None:
    assert (one(text).value, one(text).bound) == (2, "exact")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$100 million per day", 100_000_000, "USD"),
        ("US$1.5bn", 1_500_000_000, "USD"),
        ("$5m", 5_000_000, "USD"),
        ("5 million US dollars", 5_000_000, "USD"),
        ("USD 5 million", 5_000_000, "USD"),
        ("MX$300", 300, "MXN"),
        ("8,000 pesos", 8000, "MXN"),
        ("€20", 20, "EUR"),
        ("15%", 15, "percent"),
        ("15 %", 15, "percent"),
        ("fifteen per cent", 15, "percent"),
        ("15 percent", 15, "percent"),
    ],
)
def test_units(text: str, value: int, unit: str) -> None:
    assert (one(text).value, one(text).unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("18–22 days", 18, 22),
        ("18 to 22 percent", 18, 22),
        ("between 10 and 20", 10, 20),
        ("10-20 million", 10_000_000, 20_000_000),
        ("$1 to $2 million", 1_000_000, 2_000_000),
    ],
)
def test_ranges(text: str, lower: int, upper: int) -> None:
    number = one(text)
    assert (number.value, number.lower, number.upper) == (None, lower, upper)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 6,500 to 8,000", [6500, 8000]),
        ("a 5-4 vote", [5, 4]),
        ("two of 15 measures", [2, 15]),
        ("two one hundred dollar bills", [2, 100]),
        ("twenty twenty", [20, 20]),
    ],
)
def test_two_numbers_that_are_no_range(text: str, values: list[int]) -> None:
    assert [number.value for number in quantities(text, ENGLISH)] == values


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("dozens", 12),
        ("hundreds of thousands of people", 100_000),
        ("tens of thousands", 10_000),
        ("several hundred", 100),
        ("a few thousand", 1000),
    ],
)
def test_numbers_nobody_counted(text: str, size: int) -> None:
    number = one(text)
    assert (number.kind, number.value, number.lower) == ("indefinite", None, size)


@pytest.mark.parametrize("text", ["the 12th meeting", "the twelfth meeting"])
def test_ordinals(text: str) -> None:
    assert (one(text).kind, one(text).value) == ("ordinal", 12)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. officials", "24/7", "COVID-19", "B12", "the 1990s", "one of the countries",
        "one another", "no one", "one by one", "a second later", "at first", "for 1.2.3.4",
        "the Second Amendment", "at 5 p.m. and 12:30", "Dec. 27", "22 December", "12/27/2023",
        "1. Deporting immigrants", "as noted [3]", "5m high", "#1", "tens", "", "9" * 40,
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert quantities(text, ENGLISH) == ()


def test_years_are_told_apart_from_counts() -> None:
    kinds = [n.kind for n in quantities("2000 migrants came in 2019, on 3 May 2021", ENGLISH)]
    assert kinds == ["cardinal", "year", "year"]


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("más de 788.000", "es", 788_000),
        ("304,162 personas", "es-MX", 304_162),
        ("304.162 Menschen", "de", 304_162),
        ("treinta y uno", "es", 31),
        ("doscientos mil", "es", 200_000),
        ("mil millones de dólares", "es", 10**9),
        ("dos millones y medio", "es", 2_500_000),
        ("medio millón", "es", 500_000),
        ("15 por ciento", "es", 15),
    ],
)
def test_other_languages(text: str, tag: str, value: int) -> None:
    assert one(text, tag).value == value


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(max_size=5),
        max_size=60,
    ).map(" ".join)
    | st.text(max_size=200),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_spans_hold_the_words_in_order(text: str, tag: str) -> None:
    """R-102: no text makes an exception."""
    read = quantities(text, language_of(tag))
    assert all(text[slice(*number.span)] == number.words for number in read)
    ends = [edge for number in read for edge in number.span]
    assert ends == sorted(ends)


@given(st.integers(0, 10**12))
def test_digits_with_separators_keep_their_value(value: int) -> None:
    assert one(f"{value:,} people").value == value
