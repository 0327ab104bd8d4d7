"""Records become a Site: every quotation found, every reference followed, nothing dangling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic
from factsheet.linking.claims import has_same_words, link_claim
from factsheet.linking.passages import look_for
from factsheet.linking.proofs import UNPROVED, Proofs, proofs_of
from factsheet.linking.references import Register, first_of_each
from factsheet.linking.sources import link_source
from factsheet.linking.topics import claims_by_topic, link_topic
from factsheet.linking.vanished import vanished
from factsheet.model import Citation, Claim, ClaimRecord, Records, Site, Source, Topic
from factsheet.reading.characters import MAX_FAULTS

__all__ = ["UNPROVED", "Proofs", "link", "proofs_of", "without_drafts"]

Linked = tuple[Site, tuple[Diagnostic, ...]]

MOST_LOOKS = 100
"""Quotations for which the nearest passage is looked for in one run: it is slow (R-802)."""


def link(records: Records, before: Site | None = None, proofs: Proofs = UNPROVED) -> Linked:
    """Return the site and what keeps records out of it.

    The site holds every claim that was proved, drafts too, so that one wrong record does not hide
    the faults of the others. A quotation is looked for once, here: in a site `before` too, whose
    sources and claims are taken over where they were made of the very same objects, or in an
    earlier run, whose `proofs` hold where the texts are the same.
    """
    claim_records, twice = first_of_each(records.claims, records.released)
    register = Register.of(records, claim_records)
    proofs = proofs.of(records.sources)
    sources, unproved = linked_sources(records, register, before, proofs)
    claims, unfound = linked_claims(claim_records, sources, register, before, proofs)
    topics, astray = linked_topics(records, claims, claim_records, register)
    gone = vanished(records.released, claim_records, register, records.digests)
    faults = (*twice, *unproved, *unfound, *astray, *islice(gone, MAX_FAULTS))
    site = Site(
        record=records.site,
        sources=sources,
        claims=claims,
        topics=topics,
        entities=dict(sorted(register.entities.items())),
        cited_by=citations_by_source(sources, claims.values(), before),
        wording=records.wording,
        digests=records.digests,
        whole=not faults and not records.unread,
        released=records.released,
    )
    return site, faults


def linked_sources(
    records: Records, register: Register, before: Site | None, proofs: Proofs
) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Return the sources whose articles were proved, by id, and what is wrong with the others."""
    articles, known = records.articles, proofs.sources
    old, sound = (before.sources, before.whole) if before else ({}, False)
    linked = [
        link_source(record, articles, register, old.get(record.id), sound, known.get(record.id))
        for record in records.sources
    ]
    sources = sorted((source for source, _ in linked if source), key=lambda source: source.id)
    return {source.id: source for source in sources}, [f for _, faults in linked for f in faults]


def linked_claims(
    records: Mapping[str, ClaimRecord],
    sources: Mapping[str, Source],
    register: Register,
    before: Site | None,
    proofs: Proofs,
) -> tuple[dict[str, Claim], list[Diagnostic]]:
    """Return the claims whose every quotation was found, by id, and what the others lack."""
    looks = iter(range(MOST_LOOKS, 0, -1))
    old: Mapping[str, Claim] = before.claims if before else {}
    names_stand = before is not None and register.keeps(before)
    all_stands = before is not None and names_stand and stand(before.sources, sources)
    same = [old[id] for id, record in records.items() if id in old and old[id].record is record]
    kept = {c.id for c in same if all_stands or has_same_words(c, c.record, sources)}
    new = (record for id, record in records.items() if id not in kept)
    looked = look_for(new, sources, proofs)
    linked = [
        (old[id], ())
        if all_stands and id in kept
        else link_claim(
            record, sources, register, looks, looked.get(id, ()), old.get(id), names_stand
        )
        for id, record in records.items()
    ]
    return {c.id: c for c, _ in linked if c}, [f for _, faults in linked for f in faults]


def stand(before: Mapping[str, Source], now: Mapping[str, Source]) -> bool:
    """Return whether each source is the very one that it was."""
    return all(now.get(id) is source for id, source in before.items())


def linked_topics(
    records: Records,
    claims: Mapping[str, Claim],
    known: Mapping[str, ClaimRecord],
    register: Register,
) -> tuple[dict[str, Topic], list[Diagnostic]]:
    """Return the topics in the order of the navigation, and what their sections name wrongly."""
    in_order = sorted(records.topics, key=lambda topic: (topic.order or 0, topic.title, topic.id))
    naming = claims_by_topic(claims.values())
    linked = [
        link_topic(record, claims, naming.get(record.id, ()), known, register)
        for record in in_order
    ]
    return {topic.id: topic for topic, _ in linked}, [f for _, faults in linked for f in faults]


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
    sources: Iterable[str], claims: Iterable[Claim], before: Site | None = None
) -> dict[str, tuple[tuple[Claim, Citation], ...]]:
    """Return, for each source, what cites it in the order of the article's words.

    What cites a source as in the site `before` is taken over from it.
    """
    now = {claim.id: claim for claim in claims}
    old: Mapping[str, Claim] = before.claims if before else {}
    gone = (claim for id, claim in old.items() if now.get(id) is not claim)
    changed = {citation.record.source for claim in gone for citation in claim.cites}
    new: dict[str, list[tuple[Claim, Citation]]] = defaultdict(list)
    for id, claim in now.items():
        if old.get(id) is not claim:
            for citation in claim.cites:
                new[citation.record.source].append((claim, citation))
    index = {id: before.cited_by.get(id, ()) if before else () for id in sorted(sources)}
    for id in index.keys() & (changed | new.keys()):
        kept = [pair for pair in index[id] if now.get(pair[0].id) is pair[0]]
        index[id] = tuple(sorted(kept + new[id], key=reading_order))
    return index


def reading_order(pair: tuple[Claim, Citation]) -> tuple[int, int, str, int]:
    """Return where a citation begins, longer ones first, then by claim."""
    claim, citation = pair
    spans = citation.passage.spans
    return spans[0][0], -spans[-1][1], claim.record.id, citation.number
