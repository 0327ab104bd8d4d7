"""Reading `released.json`: what readers were last given, exactly as `factsheet release` wrote it.

The file comes with pull requests like any record, so a broken or hostile one is a fault, never an
exception, and nothing of it is believed.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.files import open_once
from factsheet.releases import (
    RELEASE_FILE,
    VERSION,
    Release,
    ReleasedCitation,
    ReleasedClaim,
    ReleasedFigure,
)

MAX_BYTES = 10_000_000
"""Bytes of the file: some 10,000 claims."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Ids = list[Id]
Text = Annotated[str, Field(max_length=64_000)]
File = Annotated[str, Field(pattern=r"^content/claims/[^/\\\x00-\x1f]+\.yaml$")]
"""A message shows lines of the file that it names: no other file can be named here."""

WHOLE = Place(RELEASE_FILE)

_POSITION = re.compile(r" at line (\d+) column (\d+)$")
_MEND = (
    "bring the file back as it was when it was last committed; nobody edits it but"
    " `factsheet release`"
)


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Figure(_Shape):
    name: Text
    value: Text
    unit: Text = ""
    per: Text = ""
    period: Text = ""
    counted_by: Text = ""


class _Citation(_Shape):
    source: Id
    relation: Text
    quote: Text


class _Claim(_Shape):
    id: Id
    file: File
    claim: Text
    kind: Text
    status: Text
    corrections: int = Field(ge=0)
    cites: list[_Citation] = []
    figures: list[_Figure] = []


class _File(_Shape):
    version: int = Field(ge=VERSION, le=VERSION)
    claims: list[_Claim] = []
    topics: Ids = []
    sources: Ids = []
    entities: Ids = []


def read_release(folder: Path) -> tuple[Release | None, tuple[Diagnostic, ...]]:
    """Return what readers were last given: None where there was no release, or with its fault."""
    if not os.path.lexists(folder / RELEASE_FILE):
        return None, ()
    body = open_once(folder, RELEASE_FILE, MAX_BYTES)
    if isinstance(body, Diagnostic):
        return None, (body,)
    return parse(body)


def parse(body: bytes) -> tuple[Release | None, tuple[Diagnostic, ...]]:
    """Return the release that these bytes hold, or the first fault in them."""
    try:
        read = _File.model_validate_json(body)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)[0]
        return None, (_bad(*_told(details["msg"], details["type"], details["loc"])),)
    lists = ([claim.id for claim in read.claims], read.topics, read.sources, read.entities)
    twice = next((id for ids in lists for id in _twice(ids)), None)
    if twice is not None:
        return None, (_bad(f"the id `{twice}` stands there twice"),)
    return _release(read), ()


def _twice(ids: list[str]) -> list[str]:
    return [id for id, after in zip(sorted(ids), sorted(ids)[1:], strict=False) if id == after]


def _release(read: _File) -> Release:
    return Release(
        claims=tuple(map(_claim, sorted(read.claims, key=lambda claim: claim.id))),
        topics=tuple(sorted(read.topics)),
        sources=tuple(sorted(read.sources)),
        entities=tuple(sorted(read.entities)),
    )


def _claim(read: _Claim) -> ReleasedClaim:
    fields = {name: getattr(read, name) for name in _Claim.model_fields}
    cites = tuple(ReleasedCitation(**dict(citation)) for citation in read.cites)
    figures = tuple(ReleasedFigure(**dict(figure)) for figure in read.figures)
    return ReleasedClaim(**{**fields, "cites": cites, "figures": figures})


def _told(message: str, type_: str, loc: tuple[Any, ...]) -> tuple[str, Place]:
    """Return the fault in words and its place; pydantic's own words name lines from 1."""
    found = _POSITION.search(message)
    if type_ == "json_invalid":
        place = WHOLE
        if found:
            place = Place(RELEASE_FILE, line=int(found[1]), column=max(1, int(found[2])))
        return "this is not JSON", place
    where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)[:80]
    if loc[:1] == ("version",):
        return "another version of factsheet wrote this file", WHOLE
    return f"no release has this at {where.lstrip('.') or 'the top'}", WHOLE


def _bad(message: str, place: Place = WHOLE) -> Diagnostic:
    return Diagnostic("bad-release", message, place, mend=_MEND)
