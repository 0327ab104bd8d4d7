"""Records become a Site: every quotation found, every reference followed, nothing dangling."""

from collections.abc import Iterable, Mapping
from itertools import islice

from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic
from factsheet.linking.claims import has_same_words, link_claim
from factsheet.linking.exchanges import Exchange, citations_by_source, exchange
from factsheet.linking.passages import look_for
from factsheet.linking.proofs import UNPROVED, Proofs, proofs_of
from factsheet.linking.references import Register, first_of_each
from factsheet.linking.sources import link_source
from factsheet.linking.topics import claims_by_topic, link_topic
from factsheet.linking.vanished import vanished
from factsheet.model import Claim, ClaimRecord, Records, Site, Source, Topic
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
    stands = before if before is not None and register.keeps(before) else None
    proofs = proofs.of(records.sources)
    sources, unproved = linked_sources(records, register, before, stands, proofs)
    claims, unfound = linked_claims(claim_records, sources, register, before, stands, proofs)
    changed = exchange(before.claims if before else {}, claims)
    topics, astray = linked_topics(records, claims, claim_records, register, changed, stands)
    gone = vanished(records.released, claim_records, register, records.digests)
    faults = (*twice, *unproved, *unfound, *astray, *islice(gone, MAX_FAULTS))
    site = Site(
        record=records.site,
        sources=sources,
        claims=claims,
        topics=topics,
        entities=dict(sorted(register.entities.items())),
        cited_by=citations_by_source(sources, changed, before),
        wording=records.wording,
        digests=records.digests,
        whole=not faults and not records.unread,
        released=records.released,
    )
    return site, faults


def linked_sources(
    records: Records,
    register: Register,
    before: Site | None,
    stands: Site | None,
    proofs: Proofs,
) -> tuple[dict[str, Source], list[Diagnostic]]:
    """Return the sources whose articles were proved, by id, and what is wrong with the others.

    The names of the site that `stands` lead where they led, and nothing was wrong in it.
    """
    articles, known = records.articles, proofs.sources
    old, sound = (before.sources, before.whole) if before else ({}, False)
    kept = {
        source.id: source
        for record in records.sources
        if (source := (stands.sources if stands else {}).get(record.id))
        and source.record is record
        and source.article is articles.get(record.text)
    }
    linked = [
        link_source(record, articles, register, old.get(record.id), sound, known.get(record.id))
        for record in records.sources
        if record.id not in kept
    ]
    every = kept | {source.id: source for source, _ in linked if source}
    return dict(sorted(every.items())), [f for _, faults in linked for f in faults]


def linked_claims(
    records: Mapping[str, ClaimRecord],
    sources: Mapping[str, Source],
    register: Register,
    before: Site | None,
    stands: Site | None,
    proofs: Proofs,
) -> tuple[dict[str, Claim], list[Diagnostic]]:
    """Return the claims whose every quotation was found, by id, and what the others lack."""
    looks = iter(range(MOST_LOOKS, 0, -1))
    old: Mapping[str, Claim] = before.claims if before else {}
    same = {id: c for id, r in records.items() if (c := old.get(id)) and c.record is r}
    if all_stand := stands is not None and stand(stands.sources, sources):
        kept = same
    else:
        kept = {id: c for id, c in same.items() if has_same_words(c, c.record, sources)}
    looked = look_for((record for id, record in records.items() if id not in kept), sources, proofs)
    names_stand = stands is not None
    linked = {
        id: link_claim(
            record, sources, register, looks, looked.get(id, ()), old.get(id), names_stand
        )
        for id, record in records.items()
        if not (all_stand and id in kept)
    }
    every = ((id, linked[id][0] if id in linked else kept[id]) for id in records)
    return {id: c for id, c in every if c}, [f for _, faults in linked.values() for f in faults]


def stand(before: Mapping[str, Source], now: Mapping[str, Source]) -> bool:
    """Return whether each source is the very one that it was."""
    return all(now.get(id) is source for id, source in before.items())


def linked_topics(
    records: Records,
    claims: Mapping[str, Claim],
    known: Mapping[str, ClaimRecord],
    register: Register,
    changed: Exchange,
    stands: Site | None,
) -> tuple[dict[str, Topic], list[Diagnostic]]:
    """Return the topics in the order of the navigation, and what their sections name wrongly.

    A topic of the site that `stands` is as it was, unless a claim that was exchanged names it.
    """
    in_order = sorted(records.topics, key=lambda topic: (topic.order or 0, topic.title, topic.id))
    touched = changed.topics
    kept = {
        record.id: topic
        for record in records.topics
        if (topic := (stands.topics if stands else {}).get(record.id))
        and topic.record is record
        and record.id not in touched
    }
    new = frozenset(record.id for record in in_order if record.id not in kept)
    naming = claims_by_topic(claims.values(), new)
    linked = {
        record.id: link_topic(record, claims, naming.get(record.id, ()), known, register)
        for record in in_order
        if record.id in new
    }
    every = {record.id: kept.get(record.id) or linked[record.id][0] for record in in_order}
    return every, [f for _, faults in linked.values() for f in faults]


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
        cited_by=citations_by_source(site.sources, exchange({}, claims)),
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
