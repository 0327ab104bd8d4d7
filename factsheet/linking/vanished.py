"""Ids that readers were given and that are no more: each is an address in somebody's footnote."""

from collections.abc import Collection, Iterator, Mapping

from factsheet.diagnostics import Diagnostic, Place
from factsheet.linking.references import FOLDERS, Register
from factsheet.model import ClaimRecord
from factsheet.releases import RELEASE_FILE, Release, ReleasedClaim
from factsheet.spelling import nearest

KEPT = (
    "bring the claim back under this id; what is no longer held has `status: withdrawn` or"
    " `superseded` and keeps its page"
)


def vanished(
    released: Release | None,
    claims: Mapping[str, ClaimRecord],
    register: Register,
    files: Collection[str],
) -> Iterator[Diagnostic]:
    """Yield a fault for each released id that nothing has, and each claim made a draft again.

    What stands in a file that could not be read has not vanished. `files` are those that were read.
    """
    if released is None:
        return
    new_claims = claims.keys() - {claim.id for claim in released.claims}
    for claim in released.claims:
        record = claims.get(claim.id)
        if record is not None and record.status == "draft":
            yield hidden(record)
        elif record is None and not register.may_have("claim", claim.id):
            yield claim_gone(claim, new_claims, files)
    ids = {"topic": released.topics, "source": released.sources, "entity": released.entities}
    for kind, given in ids.items():
        new = register.known[kind].difference(given)
        for id in given:
            if not register.may_have(kind, id):
                yield page_gone(kind, id, new)


def hidden(record: ClaimRecord) -> Diagnostic:
    return Diagnostic(
        "id-vanished",
        "readers were given this claim; as a draft it would lose its page",
        record.place.at("status"),
        mend="`status: withdrawn` or `superseded`, with an entry under `corrections`",
    )


def claim_gone(claim: ReleasedClaim, new: Collection[str], files: Collection[str]) -> Diagnostic:
    message = f"readers were given the claim `{claim.id}`, and no record has this id any more"
    notes = (f"it said: “{claim.claim}”", *renamed(claim.id, new))
    if claim.file in files:
        return Diagnostic("id-vanished", message, Place(claim.file), notes=notes, mend=KEPT)
    notes = (f"it stood in {claim.file}", *notes)
    return Diagnostic("id-vanished", message, Place(RELEASE_FILE), notes=notes, mend=KEPT)


def page_gone(kind: str, id: str, new: Collection[str]) -> Diagnostic:
    return Diagnostic(
        "id-vanished",
        f"readers were given the {kind} `{id}`, and there is no such {kind} any more",
        Place(f"content/{FOLDERS[kind]}/{id}.yaml"),
        notes=renamed(id, new),
        mend="bring the file back under this name; the name is an address and is kept",
    )


def renamed(id: str, new: Collection[str]) -> tuple[str, ...]:
    """Return a note on the new id that was perhaps put in its place."""
    near = nearest(id, new)
    return (f"was it renamed to `{near}`?",) if near else ()
