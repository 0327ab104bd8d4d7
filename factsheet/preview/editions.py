"""The site as editors see it before publishing: whole articles, at the root of a host."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from factsheet.model import Claim, Site, Source, Topic


def in_full(site: Site) -> Site:
    """Return the site with `display: full` for every source, wherever the source is held."""
    sources = {key: whole(source) for key, source in site.sources.items()}
    claims = {key: resting_on(sources, claim) for key, claim in site.claims.items()}
    topics = {key: made_of(claims, topic) for key, topic in site.topics.items()}
    cited_by = {
        key: tuple(
            (claims[claim.id], claims[claim.id].cites[citation.number - 1])
            for claim, citation in cites
        )
        for key, cites in site.cited_by.items()
    }
    return replace(site, sources=sources, claims=claims, topics=topics, cited_by=cited_by)


def at_root(site: Site) -> Site:
    """Return the site as if it stood at the root of its host, as it does in the preview.

    The page for names that lead nowhere finds its style sheet by the path of the base address.
    """
    base_url = urljoin(site.record.base_url, "/") if site.record.base_url else ""
    return replace(site, record=replace(site.record, base_url=base_url))


def whole(source: Source) -> Source:
    return replace(source, record=replace(source.record, display="full"))


def resting_on(sources: Mapping[str, Source], claim: Claim) -> Claim:
    cites = (replace(citation, source=sources[citation.source.id]) for citation in claim.cites)
    return replace(claim, cites=tuple(cites))


def made_of(claims: Mapping[str, Claim], topic: Topic) -> Topic:
    sections = (
        replace(section, claims=tuple(claims[claim.id] for claim in section.claims))
        for section in topic.sections
    )
    return replace(topic, sections=tuple(sections))
