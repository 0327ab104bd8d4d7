"""Records that lead nowhere, or that nothing leads to."""

from collections.abc import Iterator

from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic
from factsheet.model import Claim, Site


def records_used(site: Site) -> Iterator[Diagnostic]:
    """A claim rests on each source, and each entity is named by a claim or a source.

    Nothing is said while records are left out for their faults: they may be what uses the others.
    """
    if not site.whole:
        return
    for source in site.sources.values():
        if not site.cited_by[source.id]:
            yield Diagnostic(
                "unused-record",
                "no claim cites this article",
                source.record.place.at("title"),
                severity="warning",
                mend="write a claim that rests on it, or take the source out",
            )
    used = frozenset(entities_used(site))
    for entity in site.entities.values():
        if entity.id not in used:
            yield Diagnostic(
                "unused-record",
                f"no claim and no source names `{entity.id}`",
                entity.place.at("name"),
                severity="warning",
                mend="name it in a claim (`said-by`, `about`, `via`, `counted-by`), or take it out",
            )


def entities_used(site: Site) -> Iterator[str]:
    """Yield the ids of the entities that claims and sources name, many of them often."""
    for source in site.sources.values():
        yield from source.record.via
    for claim in site.claims.values():
        yield from entities_of(claim)


def entities_of(claim: Claim) -> Iterator[str]:
    record = claim.record
    yield record.said_by
    yield from record.about
    yield from (figure.counted_by for figure in record.figures)
    for citation in record.cites:
        yield from citation.via


def claims_on_topics(found: Evidence) -> Iterator[Diagnostic]:
    """Every claim stands on the page of a topic."""
    record = found.claim.record
    if not record.topics:
        yield Diagnostic(
            "no-topic",
            f"the claim `{record.id}` is on no topic, so readers hardly find it",
            record.place.at("claim"),
            severity="warning",
            mend="add `topics:` with the id of one or more topics",
        )
