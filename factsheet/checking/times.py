"""Days, months and years: those of a claim beside those of its quotations."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from msgspec.structs import replace

from factsheet.checking.evidence import MOST_TOLD, Evidence, Quoted, beside, entry
from factsheet.checking.weekdays import contradicts_itself
from factsheet.dates import Edtf, in_words, is_reversed
from factsheet.days import Days, missing_moments, resolve
from factsheet.diagnostics import Diagnostic, Place
from factsheet.moments import Moment, moments

ANY_DAY = date(2000, 1, 1)
"""Stands for the issue of an article without a date, where a time names its own year."""


def dates_quoted(found: Evidence) -> Iterator[Diagnostic]:
    """A time in a claim, its date and its figures is quoted, or declared as inferred."""
    yield from islice(unsaid_in_sentence(found), MOST_TOLD)
    for when, place in given(found):
        if not (is_reversed(when) or is_borne_out(when, found)):
            yield unsaid_date(when, place, found)


def unsaid_in_sentence(found: Evidence) -> Iterator[Diagnostic]:
    """Yield an error for each time in the sentence that nothing says.

    A weekday that is not that of its own date is left to `weekday-contradicts`.
    """
    claimed = moments(found.sentence, found.language)
    for moment in unsaid(claimed, found) if claimed else ():
        if not contradicts_itself(moment):
            yield Diagnostic(
                "date-not-quoted",
                f"no quotation says “{moment.words}”",
                found.claim.record.place.at("claim").saying(moment.words),
                notes=dated(found),
                mend=f"write what the article says; if the time is worked out, add to `inferred:`"
                f"  {entry(moment.words)}",
            )


def unsaid(claimed: tuple[Moment, ...], found: Evidence) -> tuple[Moment, ...]:
    """Return what neither the quotations nor the editors' inferences say, in order.

    Mostly the first quotation says all, and the others need not be read.
    """
    said = said_times(found)
    first = next(said)
    if not missing_moments(claimed, first):
        return ()
    return missing_moments(claimed, [*first, *chain.from_iterable(said)])


def said_times(found: Evidence) -> Iterator[list[Moment]]:
    """Yield the times that each quotation and inference names, as fully as can be only one."""
    for one in found.quoted:
        yield [full(moment, one) for moment in moments(one.text, one.language)]
    for what in found.declared:
        yield [full(moment) for moment in moments(what, found.language)]
    yield [full(end) for when in found.dates for end in ends_of(when)]


def full(moment: Moment, quoted: Quoted | None = None) -> Moment:
    """Return the time with the year that it must have, and with the weekday of a whole date."""
    days = days_of(moment, quoted.issued if quoted else None)
    if days is None or moment.month is None:
        return moment
    weekday = days[0].weekday() if days[0] == days[1] else None
    if (moment.year, moment.weekday) == (days[0].year, weekday):
        return moment
    return replace(moment, year=days[0].year, weekday=weekday)


def ends_of(when: Edtf) -> Iterator[Moment]:
    """Yield the times that an EDTF date names: one, or both ends of an interval."""
    for side in when.text.split("/"):
        parts = [int(part) for part in side.rstrip("?~%").split("-") if part.isdigit()]
        if parts:
            year, month, day = (*parts, None, None)[:3]
            yield Moment((0, 0), side, "date", None, year, month, day)


def given(found: Evidence) -> Iterator[tuple[Edtf, Place]]:
    """Yield the date of the claim and the periods of its figures, each with its place."""
    record = found.claim.record
    if record.when:
        yield record.when, record.place.at("when")
    for figure in record.figures:
        if figure.period:
            yield figure.period, figure.place.at("period")


def is_borne_out(when: Edtf, found: Evidence) -> bool:
    """Return whether a date is declared as inferred, or is what a quotation comes to."""
    if any((when.first, when.last) == (other.first, other.last) for other in found.dates):
        return True
    if "/" not in when.text:
        return any(days and is_within(days, when) for days in all_days(found))
    named = [days for days in all_days(found) if days]
    return is_end(when.first, [days[0] for days in named]) and is_end(
        when.last, [days[1] for days in named]
    )


def all_days(found: Evidence) -> Iterator[Days | None]:
    """Yield the days that are named in the quotations and in what was inferred."""
    for one in found.quoted:
        yield from (days_of(m, one.issued) for m in moments(one.text, one.language))
    for what in found.declared:
        yield from (days_of(m, None) for m in moments(what, found.language))


def days_of(moment: Moment, issued: date | None) -> Days | None:
    """Return the days that a time comes to in an article issued that day."""
    if issued is None and moment.year is None:
        return None
    return resolve(moment, issued or ANY_DAY)


def is_end(day: date | None, named: Iterable[date]) -> bool:
    """Return whether one end of an interval is open, or one of the days."""
    return day is None or day in named


def is_within(days: Days, when: Edtf) -> bool:
    return (
        when.first is not None
        and when.last is not None
        and (when.first <= days[0] and days[1] <= when.last)
    )


def unsaid_date(when: Edtf, place: Place, found: Evidence) -> Diagnostic:
    """Return the error for a date of the record that no quotation comes to."""
    return Diagnostic(
        "date-not-quoted",
        f"no quotation says that it was {in_words(when, found.background.tag)}",
        place,
        notes=dated(found),
        mend=f"add to `inferred:`  {entry(when.text)}",
    )


def dated(found: Evidence) -> tuple[str, ...]:
    """Return the quotations as notes, and the dates of the articles that they stand in."""
    issued = dict.fromkeys(
        f"{c.source.id} is dated {i.text}" if i else f"{c.source.id} has no date"
        for c in found.claim.cites
        for i in (c.source.record.issued,)
    )
    return *beside(found), *issued
