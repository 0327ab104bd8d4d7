"""Dates, weekdays and relative times in running text.

`22/12/2023` is left alone, since people disagree which number is the month; so is `Sun` without a
stop, `May` and `March` where nothing says that a month is meant, and plural weekdays (`on
Fridays`), which name no day.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from factsheet.language.phrases import KEPT, Token, tokens, word_at
from factsheet.language.signs import may_tell_times
from factsheet.language.tables import Language, TimeWords
from factsheet.language.times import Time, telling, time_at
from factsheet.sentences import Span, sentences

MomentKind = Literal["weekday", "day", "date", "month", "month-year", "year", "relative"]
Direction = Literal["back", "forward", "ahead", "unclear", ""]


class Moment(Struct, frozen=True):
    """A time that a text names, as far as it names it."""

    span: Span
    """Code points, half-open."""
    words: str
    kind: MomentKind
    weekday: int | None = None
    """Monday is 0."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    """Of `18–22 December`."""
    relative: str = ""
    """Key of the phrase, the same for all that mean the same: `week-so-far`."""
    direction: Direction = ""
    """Which way the words before it point; `unclear`: `next Friday`, `from January`; `ahead`: the
    sentence spoke about the future before."""


@lru_cache(maxsize=KEPT)
def moments(text: str, language: Language) -> tuple[Moment, ...]:
    """Return the times that the text names, in order, not overlapping. Linear time."""
    if not may_tell_times(text, language):
        return ()
    return tuple(_moments(text, tokens(text), language))


def _moments(text: str, read: Sequence[Token], language: Language) -> Iterator[Moment]:
    words, told = language.times, telling(language.times)
    done, passed, ahead, starts = 0, 0, False, None
    for index in [at for at, one in enumerate(read) if one.word in told or one.kind == "digits"]:
        if index < done:
            continue
        token = read[index]
        if ahead:
            starts = starts or [start for start, _ in sentences(text, language.tag)]
            ahead = bisect(starts, passed) == bisect(starts, token.start)
        ahead, passed = ahead or token.word in words.future, token.start
        found = time_at(read, index, words)
        if found is None:
            continue
        done, span = found.end, (token.start, read[found.end - 1].end)
        passed = read[done - 1].start
        yield Moment(
            span, text[slice(*span)], _kind(found), found.weekday, found.year, found.month,
            found.day, found.last_day, found.relative,
            _direction(read, index, words) or ("ahead" if ahead else ""),
        )  # fmt: skip


def _kind(found: Time) -> MomentKind:
    if found.relative:
        return "relative"
    if found.day and found.month:
        return "date" if found.year else "day"
    if found.month:
        return "month-year" if found.year else "month"
    return "year" if found.weekday is None else "weekday"


def _direction(read: Sequence[Token], index: int, words: TimeWords) -> Direction:
    before = word_at(read, index - 1)
    if before in words.vague:
        return "unclear"
    if before in words.back:
        return "back"
    return "forward" if before in words.forward else ""
