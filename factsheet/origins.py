"""Whom a claim goes back to: articles that repeat one announcement are one origin."""

from factsheet.model import Citation, Claim, Source


def supporting(claim: Claim) -> tuple[Citation, ...]:
    """Return the citations that say the claim is so; all of them where none does."""
    return tuple(c for c in claim.cites if c.record.relation == "supports") or claim.cites


def origins(claim: Claim) -> dict[str, str]:
    """Return the name of each origin by the id of its entity or source, in the order of citing."""
    return {
        citation.origin: citation.via[0].name if citation.via else outlet(citation.source)
        for citation in supporting(claim)
    }


def articles(claim: Claim) -> int:
    """Return how many articles support the claim."""
    return len({citation.source.id for citation in supporting(claim)})


def outlet(source: Source) -> str:
    """Return who published the source, or its title where nobody is named."""
    return source.record.container_title or source.record.title
