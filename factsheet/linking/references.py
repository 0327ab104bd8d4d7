"""Ids that records name: known, unknown, or standing in a file that could not be read."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from factsheet.diagnostics import Diagnostic, Place, Step
from factsheet.model import ClaimRecord, Entity, Records, Site
from factsheet.releases import Release
from factsheet.spelling import suggestion

FOLDERS = {"source": "sources", "topic": "topics", "entity": "entities", "claim": "claims"}


class Register(Struct, frozen=True):
    """Every id that a record may name."""

    entities: Mapping[str, Entity]
    known: Mapping[str, frozenset[str]]
    """Ids by kind: `source`, `topic`, `entity`, `claim`."""
    unread: frozenset[tuple[str, str]]
    """Kind and id of what stands in a file with faults; `*` for ids that nobody could read."""
    released: frozenset[str] = frozenset()
    """Ids of the claims that readers were given."""

    @staticmethod
    def of(records: Records, claims: Iterable[str]) -> "Register":
        known = {
            "source": frozenset(source.id for source in records.sources),
            "topic": frozenset(topic.id for topic in records.topics),
            "entity": frozenset(entity.id for entity in records.entities),
            "claim": frozenset(claims),
        }
        given = records.released.claims if records.released else ()
        released = frozenset(claim.id for claim in given)
        return Register({e.id: e for e in records.entities}, known, records.unread, released)

    def keeps(self, before: Site) -> bool:
        """Return whether every name that records gave in a site without faults leads where it led.

        Of sources this says nothing: each claim knows its own.
        """
        return (
            before.whole
            and all(self.entities.get(id) is entity for id, entity in before.entities.items())
            and self.known["claim"] >= before.claims.keys()
            and self.known["topic"] >= before.topics.keys()
        )

    def may_have(self, kind: str, id: str) -> bool:
        """Return whether there is such a record, or may be one in a file that was not read."""
        return id in self.known[kind] or bool(self.unread & {(kind, id), (kind, "*")})

    def entities_of(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """Return the entities of these ids, in this order; one that was not read is left out."""
        known = self.entities
        return tuple([known[id] for id in ids if id in known])

    def unknown(
        self, kind: str, ids: Sequence[str], place: Place, *steps: Step
    ) -> list[Diagnostic]:
        """Return a fault for each id of a list that nothing has; the steps lead to the list."""
        if self.known[kind].issuperset(ids):
            return []
        return [
            self.dangling(kind, id, place.at(*steps, position))
            for position, id in enumerate(ids)
            if not self.may_have(kind, id)
        ]

    def missing(self, kind: str, id: str, place: Place, *steps: Step) -> list[Diagnostic]:
        """Return a fault when there is no such record; the steps lead to the id, if there is one.

        A place is made only for a fault: nearly all ids are known.
        """
        if not id or self.may_have(kind, id):
            return []
        return [self.dangling(kind, id, place.at(*steps))]

    def dangling(self, kind: str, id: str, place: Place) -> Diagnostic:
        """Return the fault of an id that stands at this place and leads nowhere."""
        message = f"there is no {kind} with the id `{id}`"
        if kind == "claim" and id in self.released:
            mend = "bring the claim back; what is no longer held has `status: withdrawn`"
            return Diagnostic("unknown-reference", message, place, mend=mend)
        new = "" if kind == "claim" else f": content/{FOLDERS[kind]}/{id}.yaml"
        mend = suggestion(id, self.known[kind]) or f"write one with `factsheet new {kind}`{new}"
        return Diagnostic("unknown-reference", message, place, mend=mend)


def first_of_each(
    claims: Iterable[ClaimRecord], released: Release | None = None
) -> tuple[dict[str, ClaimRecord], list[Diagnostic]]:
    """Return the claims by id, and a fault for each further claim whose id is taken.

    Whoever stands where the released claim stood has the id; else the first in the order of files.
    """
    every = tuple(claims)
    found = {claim.id: claim for claim in every}
    if len(found) == len(every):
        return found, []
    homes = {claim.id: claim.file for claim in released.claims} if released else {}
    found, taken = {}, []
    for claim in every:
        first = found.setdefault(claim.id, claim)
        if first is claim:
            continue
        if first.place.file != homes.get(claim.id) == claim.place.file:
            found[claim.id], claim, first = claim, first, claim
        taken.append(duplicate_id(claim, first))
    return found, taken


def duplicate_id(claim: ClaimRecord, first: ClaimRecord) -> Diagnostic:
    """Return the fault of a claim whose id another claim has already."""
    return Diagnostic(
        "duplicate-id",
        f"another claim has the id `{claim.id}` already",
        claim.place.at("id"),
        mend="give this claim an id of its own; ids are addresses and are never used twice",
        also=(first.place.at("id"),),
    )
