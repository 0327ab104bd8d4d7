"""Stamps of pages: a digest of all that a page is made from.

A page whose stamp is that of an earlier run by the same tool and theme has the same bytes, and need
not be made to know that. Whoever lets a page show more lets its stamp tell of it. The audit has
none: it shows something of everything. The table of figures has that of the page of figures.
"""

from collections.abc import Iterator, Mapping

from factsheet import addresses
from factsheet.digests import digest
from factsheet.model import Site, Topic
from factsheet.pages.corrections import is_told_of
from factsheet.pages.front import counts
from factsheet.pages.settings import Setting
from factsheet.pages.topics import topic_claims
from factsheet.stamps import entity_stamp, source_stamp


def page_stamps(
    site: Site, setting: Setting, alone: Mapping[str, str], theme: str
) -> dict[str, str]:
    """Return the stamps by path, from those of the claims by themselves and the theme's digest."""
    ground = digest(theme, setting.masthead, site.record.language)
    claims = dict(_claims(site, setting, alone, ground))
    lines = {
        id: digest(id, source_stamp(source, site.digests), setting.sources[id].claims)
        for id, source in site.sources.items()
    }
    return {
        **{addresses.claim_page(id): stamp for id, stamp in claims.items()},
        **dict(_topics(site, claims, lines, ground)),
        **dict(_sources(site, claims, ground)),
        **dict(_entities(site, setting, claims, ground)),
        **dict(_single(site, claims, lines, ground)),
    }


def _claims(
    site: Site, setting: Setting, alone: Mapping[str, str], ground: str
) -> Iterator[tuple[str, str]]:
    for id in site.claims:
        ways = setting.related.get(id, ())
        related = [alone[other.id] for way in ways for other in way.others]
        yield id, digest(ground, alone[id], related, setting.topics.get(id))


def _topics(
    site: Site, claims: Mapping[str, str], lines: Mapping[str, str], ground: str
) -> Iterator[tuple[str, str]]:
    others = [(topic.id, topic.record.title, topic.record.parent) for topic in site.topics.values()]
    ground = digest(ground, others)
    for id, topic in site.topics.items():
        listed = [
            (section.heading, [claims[claim.id] for claim in section.claims])
            for section in topic.sections
        ]
        cited = [lines[source] for source in sorted(_cited(topic))]
        yield addresses.topic_page(id), digest(ground, topic.record, listed, cited)


def _cited(topic: Topic) -> set[str]:
    claims = (claim for section in topic.sections for claim in section.claims)
    return {citation.source.id for claim in claims for citation in claim.cites}


def _sources(site: Site, claims: Mapping[str, str], ground: str) -> Iterator[tuple[str, str]]:
    for id, source in site.sources.items():
        cites = [(claims[claim.id], cite.number) for claim, cite in site.cited_by.get(id, ())]
        via = [site.entities.get(entity) for entity in source.record.via]
        stamp = source_stamp(source, site.digests)
        yield addresses.source_page(id), digest(ground, stamp, cites, via)


def _entities(
    site: Site, setting: Setting, claims: Mapping[str, str], ground: str
) -> Iterator[tuple[str, str]]:
    for id, entity in site.entities.items():
        parts = setting.involved.get(id, {})
        listed = [(part, [claims[claim] for claim in ids]) for part, ids in parts.items()]
        yield addresses.entity_page(id), digest(ground, entity_stamp(entity, site.digests), listed)


def _single(
    site: Site, claims: Mapping[str, str], lines: Mapping[str, str], ground: str
) -> Iterator[tuple[str, str]]:
    """Yield the stamps of the pages of which a site has one each."""
    held, sources = counts(site), list(lines.values())
    topics = [(topic.record, len(topic_claims(topic))) for topic in site.topics.values()]
    names = [(id, entity_stamp(entity, site.digests)) for id, entity in site.entities.items()]
    yield addresses.HOME, digest(ground, held, topics, names, sources)
    yield addresses.SOURCES, digest(ground, sources)
    yield addresses.ABOUT, digest(ground, held, sources)
    yield addresses.NOT_FOUND, digest(ground)
    changed = [claims[id] for id, claim in site.claims.items() if is_told_of(claim)]
    yield addresses.CORRECTIONS, digest(ground, changed)
    counted = digest(ground, [claims[id] for id, one in site.claims.items() if one.record.figures])
    yield addresses.FIGURES, counted
    yield addresses.FIGURES_CSV, counted
