"""What the whole site lends to its pages, so that each can be made without the others."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from factsheet.pages.uses import Use
from factsheet.pages.values import Link, Masthead, Related, SourceLine


class Setting(Struct, frozen=True):
    """Small and quick to make: no claim's block is in it."""

    masthead: Masthead
    related: Mapping[str, tuple[Related, ...]]
    """By claim id: how it bears on others, and how others bear on it."""
    topics: Mapping[str, tuple[Link, ...]]
    """By claim id: the topics whose pages show the claim."""
    sources: Mapping[str, SourceLine]
    """By source id, sorted by it."""
    involved: Mapping[str, Mapping[str, Sequence[str]]]
    """By entity id and the part that it plays: the ids of the claims, each under one part only."""
    originals: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """By claim id and number of the citation, as far as it was worked out beforehand."""
    uses: Mapping[str, Use] = field(default_factory=dict)
    """By source id, as far as it was worked out beforehand: what claims use of each."""
