"""What falls if a source or an entity falls: if its words can no longer be relied on.

A claim rests on the passages that support it. Passages that dispute, qualify or only surround it
hold nothing up: they are counted as lost, but no claim falls with them.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from factsheet.inquiries.answers import counted, shortened
from factsheet.model import Citation, Claim, Site

Fallen = Literal["source", "entity"]


class FallingClaim(Struct, frozen=True):
    """A claim with no supporting passage left."""

    id: str
    claim: str
    """Markdown."""
    topics: tuple[str, ...]


class StandingClaim(Struct, frozen=True):
    """A claim that loses supporting passages and keeps others."""

    id: str
    claim: str
    """Markdown."""
    sources: tuple[str, ...]
    """Source ids of the supporting passages that are left."""
    origins: tuple[str, ...]
    """What these go back to: entity or source ids."""
    origins_lost: int
    """How many origins fewer it has than before; 0: another article says it of the same origin."""


class TouchedTopic(Struct, frozen=True):
    """A topic with claims that fall."""

    id: str
    title: str
    falling: int
    claims: int


class Impact(Struct, frozen=True):
    """What falls, and what is left; claims in the order of the files, drafts not among them."""

    kind: Fallen
    id: str
    name: str
    falling: tuple[FallingClaim, ...]
    standing: tuple[StandingClaim, ...]
    beside: tuple[str, ...]
    """Ids of claims that lose only passages that dispute, qualify or surround them."""
    passed_on: tuple[str, ...]
    """Ids of claims with words that it passed on for others: they stand. Only of an entity."""
    topics: tuple[TouchedTopic, ...]


def impact_of_source(site: Site, id: str) -> Impact:
    """Return what falls if the article falls: the citations of it. KeyError: no such source."""
    name = site.sources[id].record.title
    return impact(site, "source", id, name, lambda citation: citation.source.id == id)


def impact_of_entity(site: Site, id: str) -> Impact:
    """Return what falls if the origin falls: the citations whose words go back to it.

    What an entity only passed on has another origin and stands. KeyError: no such entity.
    """
    name = site.entities[id].name
    return impact(
        site, "entity", id, name, lambda citation: bool(citation.via) and citation.via[0].id == id
    )


def impact(
    site: Site, kind: Fallen, id: str, name: str, falls: Callable[[Citation], bool]
) -> Impact:
    """Return what is left when all citations fall of which `falls` is true."""
    falling: list[FallingClaim] = []
    standing: list[StandingClaim] = []
    beside: list[str] = []
    for claim in site.claims.values():
        if claim.record.status == "draft" or not any(map(falls, claim.cites)):
            continue
        support = supporting(claim)
        left = [citation for citation in support if not falls(citation)]
        if len(left) == len(support):
            beside.append(claim.id)
        elif left:
            standing.append(still_standing(claim, support, left))
        else:
            falling.append(FallingClaim(claim.id, claim.record.claim, claim.record.topics))
    topics = tuple(touched(site, frozenset(claim.id for claim in falling)))
    passed_on = tuple(passing_on(site, id)) if kind == "entity" else ()
    return Impact(kind, id, name, tuple(falling), tuple(standing), tuple(beside), passed_on, topics)


def passing_on(site: Site, id: str) -> Iterator[str]:
    """Yield the claims with words that the entity passed on for somebody else."""
    for claim in site.claims.values():
        later = (entity.id for citation in claim.cites for entity in citation.via[1:])
        if claim.record.status != "draft" and id in later:
            yield claim.id


def supporting(claim: Claim) -> list[Citation]:
    """Return the citations that hold the claim up."""
    return [citation for citation in claim.cites if citation.record.relation == "supports"]


def still_standing(claim: Claim, support: list[Citation], left: list[Citation]) -> StandingClaim:
    origins = origins_of(left)
    return StandingClaim(
        id=claim.id,
        claim=claim.record.claim,
        sources=tuple(dict.fromkeys(citation.source.id for citation in left)),
        origins=origins,
        origins_lost=len(origins_of(support)) - len(origins),
    )


def origins_of(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.origin for citation in citations))


def touched(site: Site, falling: frozenset[str]) -> Iterator[TouchedTopic]:
    """Yield the topics that hold falling claims, in the order of the site."""
    for topic in site.topics.values():
        claims = [c.id for s in topic.sections for c in s.claims if c.record.status != "draft"]
        lost = len(falling.intersection(claims))
        if lost:
            yield TouchedTopic(topic.id, topic.record.title, lost, len(set(claims)))


def as_text(found: Impact) -> str:
    """Return the impact in words."""
    return "\n".join(lines(found))


def lines(found: Impact) -> Iterator[str]:
    yield f"if the {found.kind} {found.id} ({found.name}) falls:"
    if not (found.falling or found.standing or found.beside):
        yield "nothing falls: no claim goes back to it"
    if found.falling:
        lose = "loses its" if len(found.falling) == 1 else "lose their"
        yield f"\n{counted(len(found.falling), 'claim')} {lose} only origin:"
        yield from (f"  {claim.id}: {shortened(claim.claim)}" for claim in found.falling)
    kept = [claim for claim in found.standing if not claim.origins_lost]
    fewer = [claim for claim in found.standing if claim.origins_lost]
    if kept:
        yield f"\nkept by other articles of the same origin: {counted(len(kept), 'claim')}"
        yield from map(left_line, kept)
    if fewer:
        yield f"\nleft with fewer origins: {counted(len(fewer), 'claim')}"
        yield from map(left_line, fewer)
    if found.beside:
        yield "\nlosing only what disputes, qualifies or surrounds them:"
        yield from (f"  {id}" for id in found.beside)
    if found.passed_on:
        claims = counted(len(found.passed_on), "claim")
        yield f"\nwords that it passed on for others stand in {claims}"
    if found.topics:
        yield "\ntopics:"
        yield from (f"  {t.id}: {t.falling} of {counted(t.claims, 'claim')}" for t in found.topics)


def left_line(claim: StandingClaim) -> str:
    origins = counted(len(claim.origins), "origin")
    return f"  {claim.id}: {', '.join(claim.sources)} · {origins} ({', '.join(claim.origins)})"
