"""EDTF dates: what they cover, how they read, and what a fault says."""

from datetime import date

import edtf as other
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.dates import in_words, is_reversed, iso, parse, sort_key

COVERS = [
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-09", "2023-09-01", "2023-09-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-12-22", "2023-12-22", "2023-12-22"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2023-XX", "2023-01-01", "2023-12-31"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"),
    ("2023-12-XX", "2023-12-01", "2023-12-31"),
    ("2023-21", "2023-03-01", "2023-05-31"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("9999-24", "9999-12-01", "9999-12-31"),
    ("2023-05-12/2023-12", "2023-05-12", "2023-12-31"),
    ("2023-05-12/..", "2023-05-12", None),
    ("2023-05-12/", "2023-05-12", None),
    ("../2023-02", None, "2023-02-28"),
    ("/2023-02", None, "2023-02-28"),
]


@pytest.mark.parametrize(("text", "first", "last"), COVERS)
def test_a_date_covers_its_days(text: str, first: str | None, last: str | None) -> None:
    edtf = parse(text)
    assert edtf.text == text
    assert edtf.first == (date.fromisoformat(first) if first else None)
    assert edtf.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2023-12", False, False),
        ("2023-12~", True, False),
        ("2023-12-27?", False, True),
        ("2023%", True, True),
        ("2023~/2024?", True, True),
        ("2023/2024~", True, False),
        ("202X?", False, True),
    ],
)
def test_marks(text: str, approximate: bool, uncertain: bool) -> None:
    edtf = parse(text)
    assert (edtf.approximate, edtf.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Dec 22, 2023", "write 2023-12-22"),
        ("22 December 2023", "write 2023-12-22"),
        ("2023/12/22", "write 2023-12-22"),
        ("2023-9-2", "write 2023-09-02"),
        ("2023-12-22T10:00", "has a time of day, which is not kept; write 2023-12-22"),
        ("2023-12-22 ", "write 2023-12-22"),
        ("2023–2024", "write 2023/2024"),
        ("2023-02-30", "month 02 of 2023 has 28 days"),
        ("2023-13", "there is no month 13"),
        ("2023-00", "there is no month 00"),
        ("2023-12-00", "month 12 of 2023 has 31 days"),
        ("2023-21-03", "a season has no day"),
        ("0000", "years begin with 0001"),
        ("20XX-12", "leaves out what comes before"),
        ("2023-XX-05", "leaves out what comes before"),
        ("Y17000", "is no date"),
        ("-0044", "is no date"),
        ("2023?~", "is no date"),
        ("٢٠٢٣", "is no date"),
        ("1/2/2023", "write it like 2023-12-22"),
        ("today", "write it like 2023-12-22"),
        ("", "write it like 2023-12-22"),
        ("/", "names no date"),
        ("../..", "names no date"),
        ("..", "is no date"),
        ("2023/2024/2025", "is no date"),
    ],
)
def test_a_fault_says_what_is_wrong_and_the_mend(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"date|time of day|before") as fault:
        parse(text)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_message_shows_little_of_a_long_text() -> None:
    with pytest.raises(ValueError, match=r"…”") as fault:
        parse("9" * 100_000)
    assert len(str(fault.value)) < 120


@given(st.text(max_size=30) | st.text("0123456789X-/.?~% T:", max_size=24))
@settings(max_examples=300)
def test_any_text_is_a_date_or_a_fault_whose_mend_is_a_date(text: str) -> None:
    """R-102: no input ends in anything but a value or a ValueError of ours."""
    try:
        assert parse(text).text == text
        in_words(parse(text))
    except ValueError as fault:
        mend = str(fault).rpartition("; write ")[2]
        assert mend.startswith("it like") or parse(mend).text == mend


years = st.integers(1000, 2999).map(str)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str)
sides = st.one_of(
    years,
    days,
    days.map(lambda day: day[:7]),
    years.map(lambda year: f"{year[:3]}X"),
    years.map(lambda year: f"{year[:2]}XX"),
    days.map(lambda day: f"{day[:7]}-XX"),
    years.map(lambda year: f"{year}-XX"),
    years.map(lambda year: f"{year}-21"),
)
plain_sides = st.one_of(years, days, days.map(lambda day: day[:7]))


@given(sides | st.builds("{}/{}".format, plain_sides, plain_sides))
@settings(max_examples=100, deadline=None)
def test_agrees_with_another_reader(text: str) -> None:
    """The `edtf` package covers the same days, where it reads what we read."""
    ours, theirs = parse(text), other.parse_edtf(text)
    assert ours.first is not None
    assert ours.last is not None
    assert ours.first.timetuple()[:3] == tuple(theirs.lower_strict()[:3])
    assert ours.last.timetuple()[:3] == tuple(theirs.upper_strict()[:3])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-12-22", "22 December 2023"),
        ("2023-09-02", "2 September 2023"),
        ("2023-09", "September 2023"),
        ("2023", "2023"),
        ("2023-12~", "about December 2023"),
        ("2023-12-27?", "27 December 2023 (uncertain)"),
        ("2023%", "about 2023 (uncertain)"),
        ("2023-23", "autumn 2023"),
        ("202X", "the 2020s"),
        ("20XX", "between 2000 and 2099"),
        ("2023-12-XX", "December 2023, day not known"),
        ("2023-XX", "2023, month not known"),
        ("2023-12-18/2023-12-22", "18–22 December 2023"),
        ("2023-12-02/2023-12-09", "2–9 December 2023"),
        ("2023-12-18?/2023-12-22", "18 December 2023 (uncertain) to 22 December 2023"),
        ("2023-12-22/2023-12-18", "22 December 2023 to 18 December 2023"),
        ("2023-12-18/2023-12-XX", "18 December 2023 to December 2023, day not known"),
        ("2023-05-12/2023-12", "12 May 2023 to December 2023"),
        ("2023-05-12/..", "since 12 May 2023"),
        ("2023-05-12/", "from 12 May 2023, end not known"),
        ("../2023", "until 2023"),
        ("/2023", "until 2023, start not known"),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert in_words(parse(text)) == words


def test_a_language_without_words_is_said_in_english() -> None:
    assert in_words(parse("2023-05"), "tlh") == in_words(parse("2023-05"), "en-US") == "May 2023"


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("2023", "2023"),
        ("2023-12", "2023-12"),
        ("2023-12-22", "2023-12-22"),
        ("2023-12~", None),
        ("2023-24", None),
        ("2023-12-XX", None),
        ("2023/2024", None),
    ],
)
def test_iso_gives_only_what_html_takes(text: str, attribute: str | None) -> None:
    assert iso(parse(text)) == attribute


def test_reversed() -> None:
    assert is_reversed(parse("2023-12-22/2023-12-18"))
    assert not is_reversed(parse("2023-12-22/2023-12"))
    assert not is_reversed(parse("2023-12-22/.."))
    assert not is_reversed(parse("2023"))


def test_sorting_puts_an_open_start_first_and_no_date_last() -> None:
    texts = ["../2020", "2022", "2023-01-01", "2023", "2023-12-22/2023-12-23", "2023-12-22/.."]
    dates = [*map(parse, texts), None]
    mixed = [dates[place] for place in (3, 0, 6, 5, 1, 4, 2)]
    assert sorted(mixed, key=sort_key) == dates
