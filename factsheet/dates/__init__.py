"""EDTF dates, level 0 and 1 (ISO 8601-2:2019, Library of Congress profile).

Left out on purpose: times of day, years before 1 or after 9999, and groupings of level 2.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsheet.dates.spellings import as_edtf


class Edtf(Struct, frozen=True):
    """A date or an interval as EDTF writes it, with the days it can cover."""

    text: str
    """As written in the record."""
    first: date | None
    """The first day it can mean; None: open or unknown."""
    last: date | None
    """The last day it can mean; None: open or unknown."""
    approximate: bool = False
    uncertain: bool = False


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Season number to first and last month: the northern hemisphere's, winter into the next year."""

LONGEST_SHOWN = 40
"""Characters of a faulty date that a message shows."""

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)
_TIME = re.compile("[0-9][Tt ][0-9]{1,2}:")
_MARKS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_SORT_LAST = (True, date.max, date.max, "")


class Words(Struct, frozen=True):
    """How a language says dates. To add a language, add its Words to LANGUAGES."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str
    days: str
    month: str
    season: str
    decade: str
    century: str
    day_unknown: str
    month_unknown: str
    about: str
    uncertain: str
    interval: str
    since: str
    until: str
    end_unknown: str
    start_unknown: str


LANGUAGES = {
    "en": Words(
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        seasons=("spring", "summer", "autumn", "winter"),
        day="{day} {month} {year}",
        days="{first}–{last} {month} {year}",
        month="{month} {year}",
        season="{season} {year}",
        decade="the {year}s",
        century="between {first} and {last}",
        day_unknown="{date}, day not known",
        month_unknown="{date}, month not known",
        about="about {date}",
        uncertain="{date} (uncertain)",
        interval="{start} to {end}",
        since="since {start}",
        until="until {end}",
        end_unknown="from {start}, end not known",
        start_unknown="until {end}, start not known",
    ),
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def parse(text: str) -> Edtf:
    """Return the date, or raise ValueError with a sentence that says what is wrong.

    An interval whose end is before its start is returned as it stands; see `is_reversed`.
    """
    sides = text.split("/")
    if len(sides) == 1:
        return _one(text, text)
    if len(sides) > 2:
        raise ValueError(_sentence(text, "is no date", _mend(text)))
    start, end = (None if side in ("", "..") else _one(side, text) for side in sides)
    known = [side for side in (start, end) if side]
    if not known:
        raise ValueError(_sentence(text, "names no date; at least one side needs one", ""))
    return Edtf(
        text,
        start.first if start else None,
        end.last if end else None,
        any(side.approximate for side in known),
        any(side.uncertain for side in known),
    )


def is_reversed(edtf: Edtf) -> bool:
    """Return whether an interval ends before it starts."""
    return edtf.first is not None and edtf.last is not None and edtf.last < edtf.first


def iso(edtf: Edtf) -> str | None:
    """Return what `<time datetime>` takes: YYYY, YYYY-MM or YYYY-MM-DD; None for all else."""
    plain = re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", edtf.text)
    return edtf.text if plain else None


def in_words(edtf: Edtf, language: str = "en") -> str:
    """Return the date as readers say it: `18–22 December 2023`, `about December 2023`.

    A language that is not in LANGUAGES is said in English.
    """
    words = LANGUAGES.get(language.partition("-")[0].lower(), LANGUAGES["en"])
    start, slash, end = edtf.text.partition("/")
    if not slash:
        return _say(start, words)
    if start in ("", ".."):
        return (words.start_unknown if not start else words.until).format(end=_say(end, words))
    if end in ("", ".."):
        return (words.end_unknown if not end else words.since).format(start=_say(start, words))
    if _same_month(start, end):
        return _say(end, replace(words, day=words.days.replace("{last}", "{day}")), start[8:])
    return words.interval.format(start=_say(start, words), end=_say(end, words))


def sort_key(edtf: Edtf | None) -> tuple[bool, date, date, str]:
    """Return a key that sorts by first day, then last; an open start first, no date last."""
    if edtf is None:
        return _SORT_LAST
    return False, edtf.first or date.min, edtf.last or date.max, edtf.text


def _one(side: str, whole: str) -> Edtf:
    match = _DATE.fullmatch(side)
    if match is None:
        fault = "has a time of day, which is not kept" if _TIME.search(side) else "is no date"
        raise ValueError(_sentence(whole, fault, _mend(whole)))
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if ("X" in year and month) or (month == "XX" and day not in (None, "XX")):
        raise ValueError(_sentence(whole, "leaves out what comes before what it gives", ""))
    try:
        first, last = _days(year, month, day)
    except ValueError as fault:
        raise ValueError(_sentence(whole, f"is no date: {fault}", "")) from None
    approximate, uncertain = _MARKS[mark]
    return Edtf(side, first, last, approximate, uncertain)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low == 0:
        raise ValueError("years begin with 0001")
    if month in (None, "", "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    if int(month) in SEASONS:
        return _season(low, int(month), day)
    if not 1 <= int(month) <= 12:
        raise ValueError(f"there is no month {month}; 21 is spring, 24 is winter")
    days = monthrange(low, int(month))[1]
    if day in (None, "", "XX"):
        return date(low, int(month), 1), date(low, int(month), days)
    if not 1 <= int(day) <= days:
        raise ValueError(f"month {month} of {year} has {days} days")
    return (date(low, int(month), int(day)),) * 2


def _season(year: int, season: int, day: str | None) -> tuple[date, date]:
    if day:
        raise ValueError("a season has no day")
    first, last = SEASONS[season]
    end = year + 1 if last < first else year
    if end > date.max.year:
        return date(year, first, 1), date.max
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _same_month(start: str, end: str) -> bool:
    """Return whether both are plain days of one month, the second after the first."""
    return (
        len(start) == len(end) == 10
        and start[:8] == end[:8]
        and start < end
        and ((start + end).replace("-", "").isdigit())
    )


def _say(side: str, words: Words, first: str = "") -> str:
    bare = side.rstrip("?~%")
    year, month, day = (*bare.split("-"), "", "")[:3]
    said = _say_plain(year, month, day, words, first.lstrip("0"))
    approximate, uncertain = _MARKS[side[len(bare) :]]
    said = words.about.format(date=said) if approximate else said
    return words.uncertain.format(date=said) if uncertain else said


def _say_plain(year: str, month: str, day: str, words: Words, first: str) -> str:
    if year.endswith("XX"):
        return words.century.format(first=year.replace("X", "0"), last=year.replace("X", "9"))
    if year.endswith("X"):
        return words.decade.format(year=year.replace("X", "0"))
    if month in (None, "", "XX"):
        return words.month_unknown.format(date=year) if month else year
    if int(month) in SEASONS:
        return words.season.format(season=words.seasons[int(month) - 21], year=year)
    name = words.months[int(month) - 1]
    if day.isdigit():
        return words.day.format(day=int(day), month=name, year=year, first=first)
    said = words.month.format(month=name, year=year)
    return words.day_unknown.format(date=said) if day else said


def _mend(text: str) -> str:
    """Return the EDTF spelling of a date written in another usual way, or nothing."""
    edtf = as_edtf(text)
    return edtf if all(_is_date(side) for side in edtf.split("/")) else ""


def _is_date(side: str) -> bool:
    match = _DATE.fullmatch(side)
    try:
        return match is not None and bool(_days(match["year"], match["month"], match["day"]))
    except ValueError:
        return False


def _sentence(text: str, fault: str, mend: str) -> str:
    advice = f"write {mend}" if mend else "write it like 2023-12-22, 2023-12 or 2023"
    shown = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return f"“{shown}” {fault}; {advice}"
