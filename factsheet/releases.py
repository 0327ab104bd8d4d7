"""What readers were last given: the nouns of a release, and the file that keeps it.

A release holds what a change is held against, in the smallest form that still says in words what
changed. It knows nothing of places and passages: those move without anything changing for readers.
"""

import json

from msgspec import Struct, to_builtins

RELEASE_FILE = "released.json"
"""In the site's folder, beside `content/`."""
VERSION = 1
"""Of the file's shape; a file of another version is refused, not guessed at."""


class ReleasedFigure(Struct, frozen=True, omit_defaults=True):
    """A number as readers were given it; empty texts are what the record does not say."""

    name: str
    value: str
    """`460,000`, `at least 788,000`, `about 6,500`, `40 to 60`."""
    unit: str = ""
    per: str = ""
    period: str = ""
    """EDTF."""
    counted_by: str = ""
    """Entity id."""


class ReleasedCitation(Struct, frozen=True):
    """A passage as readers were given it."""

    source: str
    """Source id."""
    relation: str
    quote: str
    """The article's own characters, white space as single spaces."""


class ReleasedClaim(Struct, frozen=True, omit_defaults=True):
    """A claim as readers were given it."""

    id: str
    file: str
    """Path in the site's folder, for whoever looks for a claim that is gone."""
    claim: str
    """Markdown as written, white space as single spaces."""
    kind: str
    status: str
    corrections: int
    """How many corrections its record had."""
    cites: tuple[ReleasedCitation, ...]
    figures: tuple[ReleasedFigure, ...] = ()


class Release(Struct, frozen=True, omit_defaults=True):
    """All that readers were given; every tuple is sorted by id and holds no id twice."""

    claims: tuple[ReleasedClaim, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


def as_json(release: Release) -> str:
    """Return the text of the file: one key a line, so that a difference in git can be read.

    The same release gives the same text; what is empty is left out.
    """
    said = to_builtins(release)
    return json.dumps({"version": VERSION, **said}, ensure_ascii=False, indent=1) + "\n"
