"""Dates that contradict themselves or each other."""

from collections.abc import Iterator

from factsheet.checking.evidence import Evidence
from factsheet.dates import Edtf, is_reversed
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Site


def dates_in_order(site: Site) -> Iterator[Diagnostic]:
    """An interval of a source or an entity does not end before it begins."""
    for source in site.sources.values():
        yield from ending_early(source.record.issued, source.record.place, "issued")
    for entity in site.entities.values():
        yield from ending_early(entity.as_of, entity.place, "as-of")


def claim_dates_in_order(found: Evidence) -> Iterator[Diagnostic]:
    """An interval of a claim, or the period of a figure, does not end before it begins."""
    record = found.claim.record
    yield from ending_early(record.when, record.place, "when")
    for figure in record.figures:
        yield from ending_early(figure.period, figure.place, "period")


def ending_early(when: Edtf | None, place: Place, key: str) -> Iterator[Diagnostic]:
    if when is not None and is_reversed(when):
        first, _, last = when.text.partition("/")
        yield Diagnostic(
            "end-before-start",
            "this time ends before it begins",
            place.at(key),
            mend=f"write `{last}/{first}`, if that is what is meant",
        )


def issued_before_accessed(site: Site) -> Iterator[Diagnostic]:
    """Nobody reads an article, or archives it, before it is issued."""
    for source in site.sources.values():
        record = source.record
        later = (("accessed", record.accessed), ("archive-date", record.archive_date))
        for key, date in later:
            if before(date, record.issued):
                yield Diagnostic(
                    "issued-after-accessed",
                    f"the article is dated after the day given as `{key}`",
                    record.place.at("issued"),
                    mend=f"one of `issued` and `{key}` is wrong: look at the article again",
                )


def before(date: Edtf | None, other: Edtf | None) -> bool:
    """Return whether the one certainly lies before the other."""
    if date is None or other is None or date.last is None or other.first is None:
        return False
    return date.last < other.first
