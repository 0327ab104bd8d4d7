"""One file of the editors, from its text to its nouns."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, Place
from factsheet.digests import digest
from factsheet.model import (
    ClaimRecord,
    Entity,
    SiteRecord,
    SourceRecord,
    TopicRecord,
    WordingRecord,
)
from factsheet.reading.characters import MAX_FAULTS
from factsheet.reading.claim_shapes import CLAIM
from factsheet.reading.faults import fault_of, faults
from factsheet.reading.files import Kind, RecordFile, Unread
from factsheet.reading.fitting import Misfit, fit
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Shape
from factsheet.reading.site_shapes import ENTITY, SITE, TOPIC, WORDING
from factsheet.reading.source_shapes import SOURCE
from factsheet.reading.strict import Tree, load
from factsheet.reading.values import check_own_id

SHAPES: dict[Kind, Shape] = {
    "site": SITE,
    "source": SOURCE,
    "topic": TOPIC,
    "entity": ENTITY,
    "claims": CLAIM,
    "wording": WORDING,
}
"""What each kind of file holds: one mapping, or a list of them."""
LISTS: tuple[Kind, ...] = ("claims", "wording")


class Contents(Struct, frozen=True, omit_defaults=True):
    """What one file says, and the faults in it."""

    file: str
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: frozenset[Unread] = frozenset()
    sha256: str = ""
    site: SiteRecord | None = None
    sources: tuple[SourceRecord, ...] = ()
    topics: tuple[TopicRecord, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    wording: tuple[WordingRecord, ...] = ()


def contents(file: RecordFile, text: str, found: tuple[Diagnostic, ...] = ()) -> Contents:
    """Return what a file of this text says; `found` are faults that make the text unusable."""
    if found:
        return _lost(file, found)
    tree, yaml_faults = load(text, file.path)
    if tree is None:
        return _lost(file, yaml_faults)
    read = _entries(file, tree) if file.kind in LISTS else _single(file, tree)
    if yaml_faults:
        return _lost(file, (*yaml_faults, *read.diagnostics)[:MAX_FAULTS])
    return read


def _lost(file: RecordFile, found: tuple[Diagnostic, ...]) -> Contents:
    kind = "claim" if file.kind == "claims" else file.kind
    unread = (kind, "*" if kind == "claim" else file.stem)
    if kind in ("site", "wording"):
        return Contents(file.path, found)
    return Contents(file.path, found, frozenset((unread,)))


def _single(file: RecordFile, tree: Tree) -> Contents:
    place = Place(file.path)
    named = _id_faults(file, tree, place) if file.kind != "site" else ()
    more = {} if file.kind == "site" else {"id": file.stem}
    made, found = _fitted(SHAPES[file.kind], tree, place, **more)
    if named or made is None:
        return _lost(file, (*named, *found))
    if file.kind == "site":
        return Contents(file.path, site=made)
    if file.kind == "source":
        return Contents(file.path, sources=(made,))
    if file.kind == "topic":
        return Contents(file.path, topics=(made,))
    return Contents(file.path, entities=(made,))


def _id_faults(file: RecordFile, tree: Tree, place: Place) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the file's name as an id, or with an `id` that says otherwise."""
    try:
        check_own_id(file.stem)
    except Refusal as refusal:
        return (replace(fault_of(refusal, place), mend="rename the file"),)
    given = tree.get("id", file.stem) if isinstance(tree, dict) else file.stem
    if file.kind != "source" or not isinstance(given, str) or given == file.stem:
        return ()
    message = f"the id of this record is the name of its file, {file.stem}"
    return (Diagnostic("bad-id", message, place.at("id"), mend="take the line out"),)


def _entries(file: RecordFile, tree: Tree) -> Contents:
    if not isinstance(tree, list):
        message = "a list belongs here: every entry begins with `- `"
        mend = "write `- ` before the first key of each entry, and indent the keys after it by two"
        fault = Diagnostic("wrong-shape", message, Place(file.path), mend=mend)
        return _lost(file, (fault,))
    made: list[Any] = []
    found: list[Diagnostic] = []
    unread: set[Unread] = set()
    for number, entry in enumerate(tree):
        place = Place(file.path, (number,))
        more = {"digest": digest(entry)} if file.kind == "claims" else {}
        noun, entry_faults = _fitted(SHAPES[file.kind], entry, place, **more)
        if noun is not None:
            made.append(noun)
            continue
        found += entry_faults
        unread.add(("claim", _id_in(entry)))
        if len(found) >= MAX_FAULTS:
            return _lost(file, tuple(found[:MAX_FAULTS]))
    if file.kind == "wording":
        return Contents(file.path, tuple(found), wording=tuple(made))
    return Contents(file.path, tuple(found), frozenset(unread), claims=tuple(made))


def _id_in(entry: Tree) -> str:
    given = entry.get("id") if isinstance(entry, dict) else None
    return given if isinstance(given, str) and given else "*"


def _fitted(
    shape: Shape, tree: Tree, place: Place, **more: str
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return the noun of a record, or None and all that is wrong in it."""
    try:
        return fit(shape, tree, place, **more), ()
    except Misfit as misfit:
        return None, faults(misfit.wrong, place)
