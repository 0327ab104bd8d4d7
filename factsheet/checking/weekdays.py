"""Weekdays that are not those of the dates beside them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factsheet.checking.evidence import Evidence, Quoted, beside, entry
from factsheet.dates import Edtf, in_words
from factsheet.days import Days, contradicting
from factsheet.diagnostics import Diagnostic
from factsheet.hedges import hedges
from factsheet.model import Span
from factsheet.moments import Moment, moments

WEEK = timedelta(days=7)
"""An interval as long as that holds every weekday."""
NEAR = 30
"""Code points, at most, between `said` and the weekday on which it was said."""
CLAUSE_ENDS = re.compile(r"[,;:.!?—–]\s")
SAYING = ("attribution", "allegation")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Messages are in English."""


def weekdays_fit(found: Evidence) -> Iterator[Diagnostic]:
    """A weekday is that of the date it stands with, and of the date of the claim."""
    yield from wrong_in_sentence(found)
    days = few_days(found.claim.record.when)
    if days is not None:
        yield from wrong_for_date(found, days)


def wrong_in_sentence(found: Evidence) -> Iterator[Diagnostic]:
    """Yield an error for each date in the sentence that was another weekday."""
    for moment in moments(found.sentence, found.language):
        day = day_named(moment)
        if day is not None and contradicts_itself(moment):
            yield Diagnostic(
                "weekday-contradicts",
                f"“{moment.words}”: that day was a {NAMES[day.weekday()]}",
                found.claim.record.place.at("claim").saying(moment.words),
                notes=beside(found),
                mend="one of weekday and date is wrong: look at the article again",
            )


def contradicts_itself(moment: Moment) -> bool:
    """Return whether a time names a whole date and a weekday that it was not."""
    day = day_named(moment)
    return day is not None and moment.weekday not in (None, day.weekday())


def day_named(moment: Moment) -> date | None:
    """Return the day of a whole date; None for any other time, and for February 30."""
    if not (moment.year and moment.month and moment.day) or moment.last_day:
        return None
    try:
        return date(moment.year, moment.month, moment.day)
    except ValueError:
        return None


def few_days(when: Edtf | None) -> Days | None:
    """Return first and last day of a date that is sure and shorter than a week."""
    if when is None or when.approximate or when.uncertain or not (when.first and when.last):
        return None
    is_short = timedelta(0) <= when.last - when.first < WEEK - timedelta(days=1)
    return (when.first, when.last) if is_short else None


def wrong_for_date(found: Evidence, days: Days) -> Iterator[Diagnostic]:
    """Yield an error when the weekdays that are named are none of the days of the claim.

    A time that fits, in the sentence or in any quotation, ends the matter. Weekdays on which
    something was said, and those that the editors declared as inferred, tell nothing.
    """
    texts = (Quoted(found.sentence, found.language, None), *found.quoted)
    wrong: list[tuple[int, Quoted, tuple[Moment, ...]]] = []
    for number, one in enumerate(texts):
        named = moments(one.text, one.language)
        if named and not contradicting(named, *days, one.issued):
            return
        wrong.append((number, one, named))
    for number, one, named in wrong:
        for moment in named:
            if is_of_the_fact(moment, one, found):
                yield contrary(moment, number, found)
                return


def is_of_the_fact(moment: Moment, text: Quoted, found: Evidence) -> bool:
    """Return whether a weekday alone is named, and not as the day on which somebody spoke."""
    if moment.weekday is None or moment.month is not None or moment.relative:
        return False
    declared = (other for what in found.declared for other in moments(what, found.language))
    if any(other.weekday == moment.weekday and other.month is None for other in declared):
        return False
    return not any(
        hedge.kind in SAYING and is_beside(hedge.span, moment.span, text.text)
        for hedge in hedges(text.text, text.language)
    )


def is_beside(one: Span, other: Span, text: str) -> bool:
    """Return whether two words stand near each other with no comma or stop between them."""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between) <= NEAR and not CLAUSE_ENDS.search(between)


def contrary(moment: Moment, number: int, found: Evidence) -> Diagnostic:
    """Return the error; number 0 is the sentence, others are citations from 1."""
    record = found.claim.record
    assert record.when is not None, "told only of claims with a date"
    when = in_words(record.when, found.background.tag)
    if number:
        message = f"the date given is {when}, and the words quoted say “{moment.words}”"
        place = record.place.at("when")
    else:
        message = f"the date given is {when}, and the sentence says “{moment.words}”"
        place = record.place.at("claim").saying(moment.words)
    first = record.when.first
    day = (f"{first} was a {NAMES[first.weekday()]}",) if first else ()
    return Diagnostic(
        "weekday-contradicts",
        message,
        place,
        notes=(*beside(found), *day),
        mend="one of weekday and date is wrong; where the weekday is not that of what the claim"
        f" tells, say so under `inferred:`  {entry(moment.words)}",
    )
