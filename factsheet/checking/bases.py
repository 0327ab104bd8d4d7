"""What each rule of the whole site rests on: where that is as it was, so is what the rule finds."""

from collections.abc import Callable, Mapping
from operator import is_

from msgspec import Struct

from factsheet.checking.facts import ClaimFacts, SiteFacts
from factsheet.diagnostics import Diagnostic
from factsheet.linking.exchanges import exchange
from factsheet.model import Claim, Site

Said = tuple[object, ...]
One = tuple[Claim, ClaimFacts] | None
"""A claim with what it tells; None, where it is not there."""


def nothing(claim: Claim, told: ClaimFacts) -> Said:
    return ()


class Basis(Struct, frozen=True):
    """What a rule looks at."""

    parts: tuple[str, ...]
    """Of the site, but for its claims. Of topics it is their records."""
    said: Callable[[Claim, ClaimFacts], Said] = nothing
    """Of a claim, its place with it where a fault may be told there. Nothing: as far as the rule
    goes, the claim could as well not be there."""


class Before(Struct, frozen=True):
    """What was found in a site before."""

    site: Site
    told: SiteFacts
    found: Mapping[str, tuple[Diagnostic, ...]]
    """By the name of the rule."""


class Change(Struct, frozen=True):
    """What is not as it was."""

    parts: frozenset[str]
    """Those of the site."""
    claims: tuple[tuple[One, One], ...]
    """Of each claim that was exchanged what it was, and what it is."""

    def spares(self, basis: Basis) -> bool:
        """Return whether all that a rule rests on is as it was."""
        return self.parts.isdisjoint(basis.parts) and all(
            said(basis, before) == said(basis, now) for before, now in self.claims
        )


def said(basis: Basis, one: One) -> Said:
    return basis.said(*one) if one else ()


def change(before: Site, known: SiteFacts, now: Site, told: SiteFacts) -> Change:
    """Return what is other in a site than it was, and in the facts that its claims tell."""
    found = exchange(before.claims, now.claims)
    ids = dict.fromkeys(claim.id for claim in (*found.gone, *found.come))
    same = {
        "record": before.record == now.record,
        "sources": are_same(before.sources, now.sources),
        "entities": are_same(before.entities, now.entities),
        "topics": are_same(records(before), records(now)),
        "wording": before.wording == now.wording,
        "released": before.released is now.released,
        "whole": before.whole == now.whole,
    }
    return Change(
        frozenset(name for name, is_same in same.items() if not is_same),
        tuple([(with_facts(id, before, known), with_facts(id, now, told)) for id in ids]),
    )


def records(site: Site) -> dict[str, object]:
    return {id: topic.record for id, topic in site.topics.items()}


def are_same(before: Mapping[str, object], now: Mapping[str, object]) -> bool:
    """Return whether both hold the very same objects in the same order."""
    return len(before) == len(now) and all(map(is_, before.values(), now.values()))


def with_facts(id: str, site: Site, told: SiteFacts) -> One:
    return (site.claims[id], told.claims[id]) if id in site.claims else None


def relations(claim: Claim, told: ClaimFacts) -> Said:
    """Return the relations of a claim, and whether others may lead to it."""
    record = claim.record
    draft = record.status == "draft"
    return (record.relations, draft) if record.relations or draft else ()


def uses(claim: Claim, told: ClaimFacts) -> Said:
    """Return what a claim names and what it cites."""
    return told.names, [citation.source.id for citation in claim.cites]


def plan(claim: Claim, told: ClaimFacts) -> Said:
    """Return what was planned and when, what a claim answers, and which days it knows of."""
    record = claim.record
    planned = (record.when, record.status, record.place) if record.kind == "plan" else ()
    return planned, record.relations, told.newest


def corrections(claim: Claim, told: ClaimFacts) -> Said:
    record = claim.record
    return (record.corrections, record.topics) if record.corrections else ()


def links(claim: Claim, told: ClaimFacts) -> Said:
    """Return that the claim has a page, and its texts where they lead anywhere."""
    return (claim.id, claim.record if told.links else ())


def figures(claim: Claim, told: ClaimFacts) -> Said:
    record = claim.record
    said = (record.figures, record.about, record.relations, record.status)
    return said if record.figures else ()


def passages(claim: Claim, told: ClaimFacts) -> Said:
    """Return which passages readers get to see."""
    cites = [(citation.source.id, citation.passage.spans) for citation in claim.cites]
    return () if claim.record.status == "draft" else (cites,)


def given(claim: Claim, told: ClaimFacts) -> Said:
    """Return all that a claim says: any of it may be held against what readers were given."""
    return (claim.record,)
