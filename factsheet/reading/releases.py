"""Reading `released.json`: what readers were last given, exactly as `factsheet release` wrote it.

The file comes with pull requests like any record, so a broken or hostile one is a fault, never an
exception, and nothing of it is believed.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.files import open_once
from factsheet.reading.fitting import Misfit, Wrong, fit
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Many, Shape, Value, Values, may, must, shape
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
MAX_TEXT = 64_000
"""Characters of one text."""

WHOLE = Place(RELEASE_FILE)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE = re.compile(r"content/claims/[^/\\\x00-\x1f]+\.yaml")
"""A message shows lines of the file that it names: no other file can be named here."""
_MEND = (
    "bring the file back as it was when it was last committed; nobody edits it but"
    " `factsheet release`"
)


def _where(good: Callable[[Any], bool]) -> Value:
    """Return the kind of value that is good and kept as it is; what is wrong is never told."""

    def read(value: Any) -> Any:
        if good(value):
            return value
        raise Refusal("bad-release", "")

    return Value(read, {})


def _every(kind: Value | Shape) -> Many:
    return Many(kind, most=sys.maxsize)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 80 and _ID.fullmatch(value) is not None


def _is_file(value: Any) -> bool:
    return isinstance(value, str) and _FILE.fullmatch(value) is not None


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_version(value: Any) -> bool:
    return type(value) is int and value == VERSION


def _with_cites(values: Values) -> Values:
    return {"cites": (), **values}


def _sorted(values: Values) -> Values:
    claims = sorted(values.get("claims", ()), key=lambda claim: claim.id)
    ids = {kind: tuple(sorted(values.get(kind, ()))) for kind in ("topics", "sources", "entities")}
    return {"claims": tuple(claims), **ids}


_TEXT, _IDENTIFIER = _where(_is_text), _where(_is_id)
_FIGURE = shape(
    "Figure",
    ReleasedFigure,
    "",
    *(must(key, _TEXT) for key in ("name", "value")),
    *(may(key, _TEXT) for key in ("unit", "per", "period", "counted_by")),
)
_CITATION = shape(
    "Citation",
    ReleasedCitation,
    "",
    must("source", _IDENTIFIER),
    must("relation", _TEXT),
    must("quote", _TEXT),
)
_CLAIM = shape(
    "Claim",
    ReleasedClaim,
    "",
    must("id", _IDENTIFIER),
    must("file", _where(_is_file)),
    *(must(key, _TEXT) for key in ("claim", "kind", "status")),
    must("corrections", _where(_is_count)),
    may("cites", _every(_CITATION)),
    may("figures", _every(_FIGURE)),
    arrange=_with_cites,
)
_RELEASE = shape(
    "Release",
    Release,
    "",
    must("version", _where(_is_version)),
    may("claims", _every(_CLAIM)),
    *(may(key, _every(_IDENTIFIER)) for key in ("topics", "sources", "entities")),
    arrange=_sorted,
)


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
        release: Release = fit(_RELEASE, _loaded(body), WHOLE)
    except json.JSONDecodeError as error:
        place = replace(WHOLE, line=error.lineno, column=error.colno)
        return None, (_bad("this is not JSON", place),)
    except (ValueError, RecursionError):  # not UTF-8, a number without end, too deep
        return None, (_bad("this is not JSON"),)
    except Misfit as misfit:
        return None, (_bad(_told(misfit.wrong[0])),)
    lists = ([claim.id for claim in release.claims], *_ids(release))
    twice = next((id for ids in lists for id in _twice(ids)), None)
    if twice is not None:
        return None, (_bad(f"the id `{twice}` stands there twice"),)
    return release, ()


def _loaded(body: bytes) -> Any:
    """Return what JSON says, without its extensions; raises ValueError or RecursionError."""
    text = body.decode("utf-8")
    loaded = json.loads(text, parse_constant=_refuse)
    if "\\ud" in text.lower():
        json.dumps(loaded, ensure_ascii=False).encode("utf-8")  # half a character is none
    return loaded


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _ids(release: Release) -> tuple[tuple[str, ...], ...]:
    return release.topics, release.sources, release.entities


def _twice(ids: Sequence[str]) -> list[str]:
    """Return each id of a sorted list that stands there again."""
    return [id for id, after in pairwise(ids) if id == after]


def _told(wrong: Wrong) -> str:
    if wrong.path[:1] == ("version",):
        return "another version of factsheet wrote this file"
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in wrong.path)
    return f"no release has this at {''.join(steps)[:80].lstrip('.') or 'the top'}"


def _bad(message: str, place: Place = WHOLE) -> Diagnostic:
    return Diagnostic("bad-release", message, place, mend=_MEND)
