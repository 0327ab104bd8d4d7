"""What is not as it was: a site held against an earlier one, in words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factsheet.changes import OWED, changes
from factsheet.inquiries.answers import counted, shortened
from factsheet.releases import Release, ReleasedClaim


class ChangedClaim(Struct, frozen=True):
    """A claim that was there before and says something else now."""

    id: str
    file: str
    status: str
    """As it is now."""
    changes: tuple[str, ...]
    """In words: `one figure changed: 460,000 → 461,000`."""
    needs_note: bool
    """Whether one of the changes is such that readers must be told of it."""
    noted: bool
    """Whether a correction was added."""


class OtherClaim(Struct, frozen=True):
    """A claim that is only there now, or was only there before."""

    id: str
    file: str
    claim: str
    """Markdown."""


class Record(Struct, frozen=True):
    """A topic, source or entity that is only there now, or was only there before."""

    kind: str
    id: str


class Difference(Struct, frozen=True):
    """What changed for readers; each tuple is sorted by id."""

    changed: tuple[ChangedClaim, ...]
    added: tuple[OtherClaim, ...]
    removed: tuple[OtherClaim, ...]
    records_added: tuple[Record, ...]
    records_removed: tuple[Record, ...]


def difference(before: Release, after: Release) -> Difference:
    """Return what changed from one release to another."""
    old = {claim.id: claim for claim in before.claims}
    new = {claim.id: claim for claim in after.claims}
    kinds = (
        ("topic", before.topics, after.topics),
        ("source", before.sources, after.sources),
        ("entity", before.entities, after.entities),
    )
    return Difference(
        changed=tuple(
            found
            for id, claim in new.items()
            if id in old and (found := changed_claim(old[id], claim))
        ),
        added=tuple(other(claim) for id, claim in new.items() if id not in old),
        removed=tuple(other(claim) for id, claim in old.items() if id not in new),
        records_added=tuple(r for kind, was, now in kinds for r in only_in(kind, now, was)),
        records_removed=tuple(r for kind, was, now in kinds for r in only_in(kind, was, now)),
    )


def changed_claim(before: ReleasedClaim, after: ReleasedClaim) -> ChangedClaim | None:
    found = changes(before, after)
    if not found:
        return None
    return ChangedClaim(
        id=after.id,
        file=after.file,
        status=after.status,
        changes=tuple(change.words for change in found),
        needs_note=any(change.part in OWED for change in found),
        noted=after.corrections > before.corrections,
    )


def other(claim: ReleasedClaim) -> OtherClaim:
    return OtherClaim(claim.id, claim.file, claim.claim)


def only_in(kind: str, ids: Sequence[str], others: Sequence[str]) -> Iterator[Record]:
    known = frozenset(others)
    return (Record(kind, id) for id in ids if id not in known)


def as_text(found: Difference, since: str) -> str:
    """Return the difference in words; `since` names what it is held against."""
    return "\n".join((f"since {since}: {summary(found)}", *lines(found)))


def summary(found: Difference) -> str:
    silent = sum(claim.needs_note and not claim.noted for claim in found.changed)
    parts = (
        (len(found.changed), f"{counted(len(found.changed), 'claim')} changed"),
        (silent, f"{silent} without a correction note"),
        (len(found.added), f"{counted(len(found.added), 'claim')} new"),
        (len(found.removed), f"{counted(len(found.removed), 'claim')} gone"),
        (len(found.records_added), f"{counted(len(found.records_added), 'other record')} new"),
        (len(found.records_removed), f"{counted(len(found.records_removed), 'other record')} gone"),
    )
    return ", ".join(words for number, words in parts if number) or "nothing changed for readers"


def lines(found: Difference) -> Iterator[str]:
    for claim in found.changed:
        yield from changed_lines(claim)
    for added in found.added:
        yield f"claim {added.id}: new: {shortened(added.claim)}"
    for removed in found.removed:
        yield f"claim {removed.id}: gone; it stood in {removed.file}: {shortened(removed.claim)}"
    for record in found.records_added:
        yield f"{record.kind} {record.id}: new"
    for record in found.records_removed:
        yield f"{record.kind} {record.id}: gone"


def changed_lines(claim: ChangedClaim) -> Iterator[str]:
    """Yield one line for one change, or a line and one below it for each of several."""
    note = ", with a correction note" if claim.noted else ", no correction note"
    ending = note if claim.needs_note else ""
    if len(claim.changes) == 1:
        yield f"claim {claim.id}: {claim.changes[0]}{ending}"
        return
    yield f"claim {claim.id}: {counted(len(claim.changes), 'change')}{ending}"
    yield from (f"  {words}" for words in claim.changes)
