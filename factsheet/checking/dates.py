"""Dates that contradict themselves or each other."""

from collections.abc import Iterator

from factsheet.dates import Edtf, is_reversed
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Site


def dates_in_order(site: Site) -> Iterator[Diagnostic]:
    """An interval does not end before it begins."""
    for when, place in intervals(site):
        if is_reversed(when):
            first, _, last = when.text.partition("/")
            yield Diagnostic(
                "end-before-start",
                "this time ends before it begins",
                place,
                mend=f"write `{last}/{first}`, if that is what is meant",
            )


def intervals(site: Site) -> Iterator[tuple[Edtf, Place]]:
    """Yield every date that may be an interval, with its place."""
    for source in site.sources.values():
        if source.record.issued:
            yield source.record.issued, source.record.place.at("issued")
    for claim in site.claims.values():
        if claim.record.when:
            yield claim.record.when, claim.record.place.at("when")
        for figure in claim.record.figures:
            if figure.period:
                yield figure.period, figure.place.at("period")
    for entity in site.entities.values():
        if entity.as_of:
            yield entity.as_of, entity.place.at("as-of")


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
