"""Topic pages: sections of claims, what the sources do not say, and the sources used."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import ClassVar

from markupsafe import Markup

from factsheet import addresses, markup
from factsheet.model import Claim, Site, Topic
from factsheet.pages import words
from factsheet.pages.blocks import ROOT
from factsheet.pages.settings import OneByOne, Setting
from factsheet.pages.values import ClaimCard, Day, Group, Link, Page, SourceLine


class TopicPage(Page, frozen=True, kw_only=True):
    """A topic with its claims."""

    template: ClassVar[str] = "topic.html"
    listed: ClassVar[bool] = True
    summary: Markup
    parent: Link | None
    parts: tuple[Link, ...]
    """Topics that have this one as their parent."""
    groups: tuple[Group, ...]
    not_established: tuple[Markup, ...]
    sources: tuple[SourceLine, ...]
    claims: int
    reviewed_by: str
    reviewed_on: Day | None


def topic_pages(
    site: Site, setting: Setting, cards: Mapping[str, ClaimCard], paths: Container[str]
) -> Iterator[TopicPage]:
    """Yield the pages of the topics at these paths, in the order of the site's navigation."""
    for topic in site.topics.values():
        if addresses.topic_page(topic.id) in paths:
            yield _page(site, setting, topic, cards)


def topic_link(topic: Topic) -> Link:
    """Return the topic's title, leading to its page."""
    return Link(addresses.topic_page(topic.id), topic.record.title)


def topic_claims(topic: Topic) -> tuple[Claim, ...]:
    """Return the topic's claims, each once, in the order of its page."""
    found = {claim.id: claim for section in topic.sections for claim in section.claims}
    return tuple(found.values())


def groups(topic: Topic, cards: Mapping[str, ClaimCard]) -> Iterator[Group]:
    """Yield the headings of a topic's page; claims without one stand under their kind's."""
    seen: set[str] = set()
    for section in topic.sections:
        fresh = [claim for claim in section.claims if claim.id not in seen]
        seen.update(claim.id for claim in fresh)
        named = [(section.heading, fresh)] if section.heading else by_kind(fresh)
        for heading, claims in named:
            shown = tuple(cards[claim.id] for claim in claims)
            if shown:
                yield Group(f"part_{shown[0].id}", heading, shown)


def by_kind(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Return the claims under the names of their kinds, events first."""
    found: dict[str, list[Claim]] = {kind: [] for kind in words.KINDS}
    for claim in claims:
        found[claim.record.kind].append(claim)
    return [(words.KINDS[kind][1], found[kind]) for kind in words.KINDS if found[kind]]


def _page(site: Site, setting: Setting, topic: Topic, cards: Mapping[str, ClaimCard]) -> TopicPage:
    record = topic.record
    claims = topic_claims(topic)
    cited = {citation.source.id for claim in claims for citation in claim.cites}
    parent = site.topics.get(record.parent)
    return TopicPage(
        path=addresses.topic_page(topic.id),
        title=record.title,
        description=markup.plain_block(record.summary),
        site=setting.masthead,
        summary=markup.block(record.summary, ROOT),
        parent=topic_link(parent) if parent else None,
        parts=tuple(topic_link(t) for t in site.topics.values() if t.record.parent == topic.id),
        groups=tuple(groups(topic, cards)),
        not_established=tuple(markup.inline(line, ROOT) for line in record.not_established),
        sources=tuple(setting.sources[one] for one in sorted(cited)),
        claims=len(claims),
        reviewed_by=record.reviewed.by if record.reviewed else "",
        reviewed_on=words.day(record.reviewed.on) if record.reviewed else None,
    )


def topics_of(site: Site) -> Mapping[str, tuple[Link, ...]]:
    """Return by claim id the topics whose pages show the claim: it names them, or they list it."""
    links = {id: (n, topic_link(one)) for n, (id, one) in enumerate(site.topics.items())}
    listing: dict[str, list[str]] = {}
    for id, topic in site.topics.items():
        for claim in chain.from_iterable(section.claims for section in topic.record.sections):
            listing.setdefault(claim, []).append(id)
    return OneByOne(site.claims, partial(_topics_of, site.claims, links, listing))


def _topics_of(
    claims: Mapping[str, Claim],
    links: Mapping[str, tuple[int, Link]],
    listing: Mapping[str, Sequence[str]],
    id: str,
) -> tuple[Link, ...]:
    """Return links to a claim's topics; each link has its place in the site's navigation."""
    shown = {*claims[id].record.topics, *listing.get(id, ())}
    return tuple([link for _, link in sorted([links[one] for one in shown if one in links])])
