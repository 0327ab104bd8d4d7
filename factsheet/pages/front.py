"""Pages at the site's root: home, about, and the page for what is not there."""

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from factsheet import addresses, markup
from factsheet.model import Site
from factsheet.pages import words
from factsheet.pages.entities import entity_links
from factsheet.pages.settings import Setting
from factsheet.pages.sources import LICENSE_PAGE
from factsheet.pages.topics import topic_claims, topic_link
from factsheet.pages.values import Link, Masthead, Page, SourceLine


class TopicLine(Struct, frozen=True):
    """A topic as the home page shows it."""

    link: Link
    summary: Markup
    claims: int


class NameIndex(Struct, frozen=True):
    """The entities of one type, by name."""

    anchor: str
    heading: str
    links: tuple[Link, ...]


class Counts(Struct, frozen=True):
    """How much this build holds; every citation counted was found in its article."""

    claims: int
    citations: int
    sources: int
    topics: int
    inferred: int
    corrections: int


class Fingerprint(Struct, frozen=True):
    """An archived article and the digest of its bytes."""

    source: Link
    file: str
    sha256: str


class Home(Page, frozen=True, kw_only=True):
    """The first page: what the site is about, how to read it, topics, sources, names."""

    template: ClassVar[str] = "home.html"
    topics: tuple[TopicLine, ...]
    sources: tuple[SourceLine, ...]
    names: tuple[NameIndex, ...]
    counts: Counts


class About(Page, frozen=True, kw_only=True):
    """How the site is made and checked, with the numbers of this build."""

    template: ClassVar[str] = "about.html"
    listed: ClassVar[bool] = True
    counts: Counts
    fingerprints: tuple[Fingerprint, ...]


class NotFound(Page, frozen=True, kw_only=True):
    """What a host shows for an address that is not there, at whatever depth."""

    template: ClassVar[str] = "404.html"

    @property
    def root(self) -> str:
        """The site's path on its host; relative where that is not known."""
        return urlsplit(self.site.base_url).path if self.site.base_url else ""


def masthead(site: Site) -> Masthead:
    """Return what every page of the site shows."""
    record = site.record
    spdx = record.license
    return Masthead(
        title=record.title,
        description=record.description,
        language=record.language,
        topics=tuple(
            topic_link(topic) for topic in site.topics.values() if not topic.record.parent
        ),
        publisher=record.publisher.name,
        publisher_url=record.publisher.url,
        email=record.publisher.email,
        license=Link(LICENSE_PAGE.format(spdx), spdx) if spdx else None,
        base_url=record.base_url,
        repository=record.repository,
    )


def home(site: Site, setting: Setting) -> Home:
    """Return the first page."""
    return Home(
        path=addresses.HOME,
        title=setting.masthead.title,
        description=setting.masthead.description,
        site=setting.masthead,
        topics=tuple(_topic_lines(site)),
        sources=tuple(setting.sources.values()),
        names=tuple(_names(site)),
        counts=counts(site),
    )


def about(site: Site, setting: Setting) -> About:
    """Return the page on the method."""
    return About(
        path=addresses.ABOUT,
        title="How this is made",
        description=f"How the claims of {setting.masthead.title} are made and checked.",
        site=setting.masthead,
        counts=counts(site),
        fingerprints=tuple(_fingerprints(site)),
    )


def not_found(site: Site, setting: Setting) -> NotFound:
    """Return the page for addresses that are not there."""
    return NotFound(
        path=addresses.NOT_FOUND,
        title="Nothing stands at this address",
        description="This page does not exist.",
        site=setting.masthead,
    )


def counts(site: Site) -> Counts:
    """Return the numbers of this build."""
    claims = site.claims.values()
    return Counts(
        claims=len(claims),
        citations=sum(len(claim.cites) for claim in claims),
        sources=len(site.sources),
        topics=len(site.topics),
        inferred=sum(len(claim.record.inferred) for claim in claims),
        corrections=sum(len(claim.record.corrections) for claim in claims),
    )


def _topic_lines(site: Site) -> Iterator[TopicLine]:
    for topic in site.topics.values():
        summary = markup.block(topic.record.summary)
        yield TopicLine(topic_link(topic), summary, len(topic_claims(topic)))


def _names(site: Site) -> Iterator[NameIndex]:
    headings = {"person": "People", "organization": "Organizations", "place": "Places"}
    for of_type, heading in headings.items():
        links = entity_links(site.entities.values(), of_type)
        if links:
            yield NameIndex(f"names_{of_type}", heading, links)


def _fingerprints(site: Site) -> Iterator[Fingerprint]:
    for source in site.sources.values():
        link = words.source_link(source)
        yield Fingerprint(link, source.article.file, source.article.sha256)
