"""One date, weekday, month, year or relative time as a text writes it."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsheet.language.phrases import DASHES, Token, word_at
from factsheet.language.tables import TimeWords

FIRST_YEAR, LAST_YEAR = 1800, 2099

_SHORT = 4
"""Letters of a name of a day or month up to which it may be an abbreviation."""


class Time(Struct, frozen=True):
    """A time read at a token, as far as the text names it."""

    end: int
    """Token index after what was read."""
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    relative: str = ""


def time_at(tokens: Sequence[Token], index: int, words: TimeWords) -> Time | None:
    """Return the time that begins at this token, or None."""
    token = tokens[index]
    if token.kind == "digits":
        return (
            _iso(tokens, index) or _dated(tokens, index, words) or _year_alone(tokens, index, words)
        )
    hit = words.relatives.at(tokens, index)
    if hit is not None:
        return Time(hit[0], relative=hit[1])
    return _dated(tokens, index, words) if token.word in _names(words) else None


@lru_cache(maxsize=64)
def telling(words: TimeWords) -> frozenset[str]:
    """Return the words that a time may begin with, and those that speak of a time to come.

    Digits may begin one too.
    """
    return _names(words).union(words.relatives.by_first, words.future)


@lru_cache(maxsize=64)
def _names(words: TimeWords) -> frozenset[str]:
    """Return the names of days and months, with and without `'s`."""
    names = (*words.weekdays, *words.months)
    return frozenset((*names, *(f"{name}'s" for name in names)))


def _iso(tokens: Sequence[Token], index: int) -> Time | None:
    """`2023-12-22`."""
    parts = tokens[index : index + 5]
    if len(parts) < 5 or not all(part.glued for part in parts[1:]):
        return None
    if [part.text for part in parts[1::2]] != ["-", "-"]:
        return None
    year, month, day = _number(parts[0], LAST_YEAR), _number(parts[2], 12), _number(parts[4], 31)
    if not (year and month and day) or year < FIRST_YEAR:
        return None
    return Time(index + 5, year=year, month=month, day=day)


def _dated(tokens: Sequence[Token], index: int, words: TimeWords) -> Time | None:
    """`Friday`, `Friday, 22 December 2023`, `Dec. 27`, `December 2023`, `the 22nd of May`."""
    weekday = _weekday(tokens, index, words)
    if weekday is None:
        return _day_month(tokens, index, words)
    after = _after_name(tokens, index) + (word_at(tokens, _after_name(tokens, index)) == ",")
    date = _day_month(tokens, after, words)
    if date and date.day:
        return replace(date, weekday=weekday)
    return Time(_after_name(tokens, index), weekday=weekday)


def _weekday(tokens: Sequence[Token], index: int, words: TimeWords) -> int | None:
    token = tokens[index]
    value = words.weekdays.get(_bare(token.word))
    if value is None or not _is_name(token, words):
        return None
    short = len(_bare(token.word)) <= _SHORT and words.capitalised
    return None if short and word_at(tokens, index + 1) != "." else value


def _day_month(tokens: Sequence[Token], index: int, words: TimeWords) -> Time | None:
    if index >= len(tokens):
        return None
    days = _days(tokens, index, words)
    if days:
        at = days.end + (word_at(tokens, days.end) in words.of)
        month = _month(tokens, at, words)
        if month is None:
            return None
        return _with_year(replace(days, end=_after_name(tokens, at), month=month), tokens, words)
    month = _month(tokens, index, words)
    if month is None:
        return None
    found = Time(_after_name(tokens, index), month=month)
    days = _days(tokens, found.end, words)
    if days and not _counts(tokens, days.end):
        return _with_year(replace(days, month=month), tokens, words)
    found = _with_year(found, tokens, words)
    return found if found.year or _is_sure(tokens, index, words) else None


def _days(tokens: Sequence[Token], index: int, words: TimeWords) -> Time | None:
    """One day of the month, or two with a dash, `to` or `and` between: `18–22`, `22 and 23`."""
    first = _day(tokens, index)
    if first is None:
        return None
    link = word_at(tokens, first.end)
    second = _day(tokens, first.end + 1) if link in DASHES | words.small else None
    if second and first.day and second.day and first.day < second.day:
        return Time(second.end, day=first.day, last_day=second.day)
    return first


def _day(tokens: Sequence[Token], index: int) -> Time | None:
    day = _number(tokens[index], 31) if index < len(tokens) else None
    if not day:
        return None
    ends = word_at(tokens, index + 1) in ("st", "nd", "rd", "th", "º") and tokens[index + 1].glued
    return Time(index + 1 + ends, day=day)


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the digits before the index go on as another number: `May 10 million`."""
    return word_at(tokens, index) in ("%", "/", ":", "million", "percent")


def _month(tokens: Sequence[Token], index: int, words: TimeWords) -> int | None:
    if index >= len(tokens) or not _is_name(tokens[index], words):
        return None
    return words.months.get(_bare(tokens[index].word))


def _is_sure(tokens: Sequence[Token], index: int, words: TimeWords) -> bool:
    """Return whether a name without day and year is a month, and no other word."""
    name = tokens[index].word
    if name in words.doubtful:
        return word_at(tokens, index - 1) in words.before_times
    short = len(name) <= _SHORT and name not in ("may", "june", "july") and words.capitalised
    return not short or word_at(tokens, index + 1) == "."


def _with_year(found: Time, tokens: Sequence[Token], words: TimeWords) -> Time:
    at = found.end + (word_at(tokens, found.end) in {",", *words.of})
    year = _year(tokens, at)
    if not year:
        return found
    return Time(at + 1, found.weekday, year, found.month, found.day, found.last_day)


def _year(tokens: Sequence[Token], index: int) -> int | None:
    year = _number(tokens[index], LAST_YEAR) if index < len(tokens) else None
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    named = follows is not None and follows.glued and follows.kind == "word"
    return year if year and year >= FIRST_YEAR and not named else None


def _year_alone(tokens: Sequence[Token], index: int, words: TimeWords) -> Time | None:
    """A year that no thing counted follows: not `2000 migrants`."""
    year = _year(tokens, index)
    before, after = (
        word_at(tokens, index - 1),
        tokens[index + 1] if index + 1 < len(tokens) else None,
    )
    if year is None or (tokens[index].glued and before not in {"(", "“", '"', "-", *DASHES}):
        return None
    told = before in words.before_times or before in words.before_years or before.endswith("'s")
    if after and after.text.islower() and after.word not in words.small and not told:
        return None
    if after and after.glued and after.text in ("%", "/", ":"):
        return None
    return Time(index + 1, year=year)


def _after_name(tokens: Sequence[Token], index: int) -> int:
    """Return the index after a name of a day or month, and after its stop if abbreviated."""
    stop = index + 1 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 1].glued
    short = index < len(tokens) and len(tokens[index].word) <= _SHORT
    more = index + 2 < len(tokens) and not tokens[index + 2].opens_line
    return index + 1 + (stop and short and more)


def _is_name(token: Token, words: TimeWords) -> bool:
    return token.kind == "word" and (token.text[0].isupper() or not words.capitalised)


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _number(token: Token, high: int) -> int | None:
    """Return plain digits as a number from 1 to `high`; None for all else."""
    if token.kind != "digits" or not token.text.isascii() or len(token.text) > 4:
        return None
    return int(token.text) if token.text.isdigit() and 1 <= int(token.text) <= high else None
