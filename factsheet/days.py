"""Which days the times named in a text are, and whether two texts name the same.

A time is resolved only when one reading is left: `next Friday`, `this weekend`, and a weekday in
a sentence about the future have none.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from msgspec import Struct

from factsheet.language.tables import Language
from factsheet.moments import Moment, moments

Days = tuple[date, date]
"""First and last day, both included."""

NEAR = 45
"""Days before or after the issue within which a date without its year can be only one."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def resolve(moment: Moment, issued: date) -> Days | None:
    """Return the first and last day that a time in a text issued that day means, or None.

    None also where people would disagree. A bare weekday is the last one up to the issue.
    """
    if not date.min.year < issued.year < date.max.year:
        return None
    if moment.relative:
        found = SPANS_OF_DAYS.get(moment.relative)
        return found(issued) if found else None
    if moment.year is not None:
        return _given(moment, moment.year)
    if moment.month is not None:
        return _without_year(moment, issued)
    if moment.weekday is None or moment.direction not in ("", "back"):
        return None
    day = issued - timedelta(days=(issued.weekday() - moment.weekday) % 7)
    return day, day


def contradicting(
    named: tuple[Moment, ...], first: date, last: date, issued: date | None = None
) -> tuple[Moment, ...]:
    """Return the times that a quotation names when none of them fits the days given, else ().

    Days are inclusive. Says nothing when the quotation names a time that may fit or that cannot
    be judged, so that a report dated Sunday of a meeting on Friday raises no alarm.
    """
    if last < first or any(_fits(moment, first, last, issued) for moment in named):
        return ()
    return named


def unsaid_moments(
    claim: str,
    quotations: Iterable[str],
    language: Language,
    quoted_in: Language | None = None,
    issued: date | None = None,
) -> tuple[Moment, ...]:
    """Return the times in the claim that no quotation says, in order.

    Weekday, day with month, month, and year are looked for one by one. A weekday does not say the
    date that it was; a date without its year says the year only when the article's own date,
    `issued`, makes it certain.
    """
    said = [m for words in quotations for m in moments(words, quoted_in or language)]
    return missing_moments(moments(claim, language), said, issued)


def missing_moments(
    claimed: Iterable[Moment], said: Sequence[Moment], issued: date | None = None
) -> tuple[Moment, ...]:
    """Return what is claimed and not among what is said; for texts in several languages."""
    known = _Known(
        frozenset(moment.weekday for moment in said),
        frozenset(moment.year for moment in said)
        | frozenset(day.year for moment in said for day in _dated(moment, issued)),
        frozenset((moment.month, *days) for moment in said for days in _days_named(moment)),
        frozenset(moment.relative.removesuffix("-so-far") for moment in said),
    )
    return tuple(moment for moment in claimed if not _is_said(moment, known))


class _Known(Struct, frozen=True):
    """The parts of the times that quotations say."""

    weekdays: frozenset[int | None]
    years: frozenset[int | None]
    days: frozenset[tuple[int | None, ...]]
    """Month, day and last day; month and day; month."""
    relatives: frozenset[str]


def _is_said(moment: Moment, known: _Known) -> bool:
    if moment.relative:
        return moment.relative.removesuffix("-so-far") in known.relatives
    if moment.weekday is not None and moment.weekday not in known.weekdays:
        return False
    if moment.year is not None and moment.year not in known.years:
        return False
    return moment.month is None or (moment.month, *_days_named(moment)[-1]) in known.days


def _days_named(moment: Moment) -> tuple[tuple[int, ...], ...]:
    """Return every way to name the day in its month, the fullest last."""
    if moment.day is None:
        return ((),)
    if moment.last_day is None:
        return (), (moment.day,)
    return (), (moment.day,), (moment.last_day,), (moment.day, moment.last_day)


def _dated(moment: Moment, issued: date | None) -> Days | tuple[()]:
    if issued is None or moment.month is None:
        return ()
    return resolve(moment, issued) or ()


def _fits(moment: Moment, first: date, last: date, issued: date | None) -> bool:
    """Return whether a time can mean one of the days; True where nobody can tell."""
    days = _given(moment, moment.year) if moment.year else None
    if days is None and moment.month is not None:
        return any(
            _overlap(_given(moment, year), first, last)
            for year in range(first.year, min(last.year, first.year + 1) + 1)
        )
    if days is None and moment.relative:
        days = resolve(moment, issued) if issued else None
        return days is None or _overlap(days, first, last)
    if days is not None and not _overlap(days, first, last):
        return False
    return moment.weekday is None or any(
        (first + timedelta(days=n)).weekday() == moment.weekday
        for n in range(min(7, (last - first).days + 1))
    )


def _overlap(days: Days | None, first: date, last: date) -> bool:
    return days is not None and days[0] <= last and first <= days[1]


def _given(moment: Moment, year: int) -> Days | None:
    """Return the days in that year; None for a day that the month does not have."""
    if moment.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    length = monthrange(year, moment.month)[1]
    first, last = moment.day or 1, moment.last_day or moment.day or length
    if last > length:
        return None
    return date(year, moment.month, first), date(year, moment.month, last)


def _without_year(moment: Moment, issued: date) -> Days | None:
    years = range(max(1, issued.year - 1), min(9999, issued.year + 1) + 1)
    around = [days for year in years if (days := _given(moment, year))]
    if moment.direction == "unclear":
        return None
    if moment.direction == "back":
        past = [days for days in around if days[0] <= issued]
        return past[-1] if past else None
    near = [d for d in around if d[0] - _DAY * NEAR <= issued <= d[1] + _DAY * NEAR]
    return near[0] if len(near) == 1 else None


def _week(issued: date) -> Days:
    """The week in which Sunday may be the first day or the last."""
    monday = issued - timedelta(days=issued.weekday())
    return monday - _DAY, monday + timedelta(days=6)


def _shifted(days: Days, by: timedelta) -> Days:
    return days[0] + by, days[1] + by


def _month(issued: date, by: int = 0) -> Days:
    number = issued.year * 12 + issued.month - 1 + by
    year, month = number // 12, number % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year(issued: date, by: int = 0) -> Days:
    return date(issued.year + by, 1, 1), date(issued.year + by, 12, 31)


SPANS_OF_DAYS: Mapping[str, Callable[[date], Days]] = MappingProxyType(
    {
        "day": lambda issued: (issued, issued),
        "day-before": lambda issued: (issued - _DAY, issued - _DAY),
        "day-after": lambda issued: (issued + _DAY, issued + _DAY),
        "week": _week,
        "week-so-far": lambda issued: (_week(issued)[0], issued),
        "week-before": lambda issued: _shifted(_week(issued), -_WEEK),
        "week-after": lambda issued: _shifted(_week(issued), _WEEK),
        "month": _month,
        "month-so-far": lambda issued: (_month(issued)[0], issued),
        "month-before": lambda issued: _month(issued, -1),
        "month-after": lambda issued: _month(issued, 1),
        "year": _year,
        "year-so-far": lambda issued: (_year(issued)[0], issued),
        "year-before": lambda issued: _year(issued, -1),
        "year-after": lambda issued: _year(issued, 1),
    }
)
"""Relative times that mean certain days; `soon`, `lately` and `weekend` mean none."""
