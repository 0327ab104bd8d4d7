"""Every figure of a site with whom it goes back to and what it must not be compared with."""

from collections.abc import Iterator

from msgspec import Struct

from factsheet.dates import sort_key
from factsheet.model import Citation, Claim, Entity, Figure, Site
from factsheet.origins import supporting
from factsheet.quotes.folding import fold


class Apart(Struct, frozen=True):
    """A claim whose figure must not be compared with another's, and why."""

    claim: Claim
    because: str


class Tally(Struct, frozen=True):
    """One figure of a claim."""

    claim: Claim
    figure: Figure
    number: int
    """Position in its claim, from 1."""
    counted_by: Entity | None
    citation: Citation
    """The one in whose words the figure stands."""
    apart: tuple[Apart, ...]


def tallies(site: Site) -> tuple[Tally, ...]:
    """Return all figures: by who counted, then by what time, then in the order of the files.

    Those of which it is not known who counted come last.
    """
    kept_apart = apart(site)
    found = (
        Tally(
            claim,
            figure,
            number,
            site.entities.get(figure.counted_by),
            citation_of(claim, figure),
            kept_apart.get(claim.id, ()),
        )
        for claim in site.claims.values()
        for number, figure in enumerate(claim.record.figures, start=1)
    )
    return tuple(sorted(found, key=lambda one: (*counter(one), sort_key(one.figure.period))))


def counter(tally: Tally) -> tuple[bool, str, str]:
    """Return a key that brings together what one entity counted, the unknown at the end."""
    entity = tally.counted_by
    return (False, entity.name.casefold(), entity.id) if entity else (True, "", "")


def apart(site: Site) -> dict[str, tuple[Apart, ...]]:
    """Return by claim id what the claim must not be compared with, whichever end says so."""
    found: dict[str, dict[str, Apart]] = {}
    for one, other, because in pairs_apart(site):
        found.setdefault(one.id, {}).setdefault(other.id, Apart(other, because))
        found.setdefault(other.id, {}).setdefault(one.id, Apart(one, because))
    return {claim_id: tuple(others.values()) for claim_id, others in found.items()}


def pairs_apart(site: Site) -> Iterator[tuple[Claim, Claim, str]]:
    for claim in site.claims.values():
        for relation in claim.record.relations:
            other = site.claims.get(relation.claim)
            if relation.link == "not-comparable-to" and other is not None:
                yield claim, other, relation.because


def citation_of(claim: Claim, figure: Figure) -> Citation:
    """Return the citation that has the figure's words, one that supports the claim before others.

    The first citation stands in where none has them.
    """
    words = ""
    for citation in (*supporting(claim), *claim.cites):
        quote = citation.passage.quote
        if figure.words in quote:
            return citation
        words = words or fold(figure.words).text.strip()
        if words in fold(quote).text:
            return citation
    return claim.cites[0]
