"""Records become a Site: every quotation found, every reference followed, nothing dangling."""

from collections.abc import Iterable
from dataclasses import replace

from factsheet.diagnostics import Diagnostic
from factsheet.linking.claims import link_claim
from factsheet.linking.references import Register, first_of_each
from factsheet.linking.sources import link_source
from factsheet.linking.topics import link_topic
from factsheet.linking.vanished import vanished
from factsheet.model import Citation, Claim, Records, Site, Source, Topic
from factsheet.quotes import prepare

Linked = tuple[Site, tuple[Diagnostic, ...]]


def link(records: Records) -> Linked:
    """Return the site and what keeps records out of it.

    The site holds every claim that was proved, drafts too, so that one wrong record does not hide
    the faults of the others. A quotation is looked for once, here.
    """
    faults: list[Diagnostic] = []
    claim_records = first_of_each(records.claims, faults)
    register = Register.of(records, claim_records)
    sources: dict[str, Source] = {}
    for source_record in records.sources:
        source, wrong = link_source(source_record, records.articles, register)
        faults.extend(wrong)
        sources |= {source.id: source} if source else {}
    articles = {id: prepare(source.text, source.excluded) for id, source in sources.items()}
    claims: dict[str, Claim] = {}
    for claim_record in claim_records.values():
        claim, wrong = link_claim(claim_record, sources, articles, register)
        faults.extend(wrong)
        claims |= {claim.id: claim} if claim else {}
    topics = [
        link_topic(topic, claims, claim_records, register)
        for topic in sorted(records.topics, key=lambda t: (t.order or 0, t.title, t.id))
    ]
    faults.extend(fault for _, wrong in topics for fault in wrong)
    faults.extend(vanished(records.released, claim_records, register, records.digests))
    site = Site(
        record=records.site,
        sources=dict(sorted(sources.items())),
        claims=claims,
        topics={topic.id: topic for topic, _ in topics},
        entities=dict(sorted(register.entities.items())),
        cited_by=citations_by_source(sources, claims.values()),
        wording=records.wording,
        digests=records.digests,
        whole=not faults and not records.unread,
        released=records.released,
    )
    return site, tuple(faults)


def without_drafts(site: Site) -> Site:
    """Return the site as readers get it."""
    claims = {id: c for id, c in site.claims.items() if c.record.status != "draft"}
    if len(claims) == len(site.claims):
        return site
    topics = {id: keeping(topic, claims) for id, topic in site.topics.items()}
    return replace(
        site,
        claims=claims,
        topics=topics,
        cited_by=citations_by_source(site.sources, claims.values()),
        standing=tuple(w for w in site.standing if not w.claim or w.claim in claims),
    )


def keeping(topic: Topic, claims: Iterable[str]) -> Topic:
    """Return the topic with only these claims."""
    kept = frozenset(claims)
    sections = (
        replace(section, claims=tuple(c for c in section.claims if c.id in kept))
        for section in topic.sections
    )
    return replace(topic, sections=tuple(s for s in sections if s.claims))


def citations_by_source(
    sources: Iterable[str], claims: Iterable[Claim]
) -> dict[str, tuple[tuple[Claim, Citation], ...]]:
    """Return, for each source, what cites it in the order of the article's words."""
    index: dict[str, list[tuple[Claim, Citation]]] = {id: [] for id in sorted(sources)}
    for claim in claims:
        for citation in claim.cites:
            index[citation.source.id].append((claim, citation))
    return {id: tuple(sorted(pairs, key=reading_order)) for id, pairs in index.items()}


def reading_order(pair: tuple[Claim, Citation]) -> tuple[int, int, str, int]:
    """Return where a citation begins, longer ones first, then by claim."""
    claim, citation = pair
    begin, end = citation.passage.spans[0][0], citation.passage.spans[-1][1]
    return begin, -end, claim.id, citation.number
