"""Records that lead nowhere, or that nothing leads to."""

from collections.abc import Iterator
from itertools import chain

from factsheet.checking.evidence import Evidence
from factsheet.checking.facts import SiteFacts
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site


def records_used(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
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
    unused = entities_unused(site, told)
    for entity in site.entities.values():
        if entity.id in unused:
            yield Diagnostic(
                "unused-record",
                f"no claim and no source names `{entity.id}`",
                entity.place.at("name"),
                severity="warning",
                mend="name it in a claim (`said-by`, `about`, `via`, `counted-by`), or take it out",
            )


def entities_unused(site: Site, told: SiteFacts) -> set[str]:
    """Return the ids of the entities that no source and no claim names."""
    named = set(chain.from_iterable([one.names for one in told.claims.values()]))
    named.update(*[source.record.via for source in site.sources.values()])
    return site.entities.keys() - named


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
