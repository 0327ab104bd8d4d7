"""Nothing that readers were given changes in silence."""

from collections.abc import Iterator
from itertools import islice, pairwise

from factsheet.changes import Change, unanswered
from factsheet.checking.dates import before
from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import ClaimRecord, Figure, Site
from factsheet.reading.characters import MAX_FAULTS
from factsheet.reading.writing import entry
from factsheet.releasing import released

KEYS = {"counted_by": "counted-by"}
"""Keys of a record by the fields of a release, where they differ."""


def changed_without_correction(site: Site) -> Iterator[Diagnostic]:
    """A claim that changed since the last release has a correction more than it had then.

    What is held against the release are its sentence, figures, citations and status. At most
    MAX_FAULTS are told: a release that is not this site's own would have all of them.
    """
    yield from islice(silent_changes(site), MAX_FAULTS)


def silent_changes(site: Site) -> Iterator[Diagnostic]:
    for was in site.released.claims if site.released else ():
        claim = site.claims.get(was.id)
        if claim is not None and claim.record.status != "draft":
            found = unanswered(was, released(claim))
            if found:
                yield silent_change(found, claim.record)


def silent_change(found: tuple[Change, ...], record: ClaimRecord) -> Diagnostic:
    first, *more = found
    return Diagnostic(
        "changed-without-correction",
        f"this is not what readers were given, and no correction says so: {first.words}",
        changed_place(first, record),
        notes=tuple(change.words for change in more),
        mend=correction_to_paste(found, record),
    )


def changed_place(change: Change, record: ClaimRecord) -> Place:
    """Return the place of what changed, or of the list or the claim that it is gone from."""
    place = record.place.at(change.part)
    if change.part == "corrections":
        return place if record.corrections else record.place.at("id")
    if change.position is None:
        return place
    if change.part == "figures" and change.key == "value":
        return place.at(change.position, value_key(record.figures[change.position]))
    steps = (KEYS.get(change.key, change.key),) if change.key else ()
    return place.at(change.position, *steps)


def value_key(figure: Figure) -> str:
    """Return the key under which the record gives the number."""
    bounds = {"at-least": figure.at_least, "at-most": figure.at_most, "from": figure.lower}
    return next((key for key, value in bounds.items() if value is not None), "value")


def correction_to_paste(found: tuple[Change, ...], record: ClaimRecord) -> str:
    """Return the lines to paste; the day and the reason are left to whoever corrects.

    As long as they are not filled in, reading refuses them. A correction that was taken away is
    answered by itself alone.
    """
    if all(change.part == "corrections" for change in found):
        return "bring it back as it stood: a correction is never deleted"
    was = "; ".join(change.was for change in found if change.was) or "without what was added"
    lines = ("  - date: YYYY-MM-DD", entry("was", was, 4), "    because:")
    head = "add under corrections:" if record.corrections else "corrections:"
    return "\n".join((head, *lines))


def corrections_in_order(found: Evidence) -> Iterator[Diagnostic]:
    """Corrections stand in the order in which they were made: their numbers are addresses."""
    for earlier, later in pairwise(found.claim.record.corrections):
        if before(later.date, earlier.date):
            yield Diagnostic(
                "correction-order",
                "this correction is older than the one above it",
                later.place.at("date"),
                severity="warning",
                mend="put new corrections at the end, or set the date right",
            )
