"""Source pages, which let a reader audit what was taken from an article, and their list."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from markupsafe import Markup

from factsheet import addresses, markup
from factsheet.model import Citation, Claim, Display, Site, Source
from factsheet.pages import words
from factsheet.pages.blocks import ROOT, claim_link
from factsheet.pages.excerpts import Cited, Excerpt, Gap, Resting, rows, sic_notes
from factsheet.pages.marks import Passage
from factsheet.pages.settings import OneByOne, Setting
from factsheet.pages.values import Day, Link, Masthead, Page, SicNote, SourceLine
from factsheet.shares import share_quoted, shown

RIGHTS_PAGE = "https://rightsstatements.org/page/{}/1.0/"
LICENSE_PAGE = "https://spdx.org/licenses/{}.html"


class SourcePage(Page, frozen=True, kw_only=True):
    """An article: its reference, and its words as far as they may be shown."""

    template: ClassVar[str] = "source.html"
    container: str
    author: str
    issued: Day | None
    accessed: Day | None
    url: str
    url_status: str
    """In words; empty when there is nothing to say."""
    archived: str
    archived_on: Day | None
    rights: Link | None
    language: str
    """BCP 47 tag of the article's words."""
    descriptor: str
    reliable: bool
    via: tuple[Link, ...]
    note: Markup
    file: str
    sha256: str
    display: Display
    quoted: int
    """Per cent of the article's characters that stand in passages."""
    claims: int
    passages: int
    rows: tuple[Excerpt | Gap, ...]
    unshown: tuple[Resting, ...]
    """Passages of a source of which only the reference is published."""
    sic: tuple[SicNote, ...]


class SourceList(Page, frozen=True, kw_only=True):
    """Every source of the site."""

    template: ClassVar[str] = "sources.html"
    listed: ClassVar[bool] = True
    sources: tuple[SourceLine, ...]


def source_list(site: Site, setting: Setting) -> SourceList:
    """Return the list of all sources, by id."""
    return SourceList(
        path=addresses.SOURCES,
        title="Sources",
        description=f"The articles that {site.record.title} rests on.",
        site=setting.masthead,
        sources=tuple(setting.sources.values()),
    )


def source_lines(site: Site) -> Mapping[str, SourceLine]:
    """Return the line of every source by the source's id, sorted by it."""
    return OneByOne(site.sources, partial(source_line, site))


def source_line(site: Site, id: str) -> SourceLine:
    """Return the source as a list shows it, with the number of claims that rest on it."""
    source = site.sources[id]
    return SourceLine(
        link=words.source_link(source),
        container=source.record.container_title,
        author=words.authors(source.record.author),
        issued=words.day(source.record.issued),
        descriptor=source.record.descriptor,
        claims=len({claim.id for claim, _ in site.cited_by.get(source.id, ())}),
    )


def source_pages(site: Site, setting: Setting, paths: Container[str]) -> Iterator[SourcePage]:
    """Yield the pages of the sources at these paths, by id."""
    for source in site.sources.values():
        if addresses.source_page(source.id) in paths:
            yield _page(site, setting.masthead, source)


def cited(citations: Sequence[tuple[Claim, Citation]]) -> tuple[Cited, ...]:
    """Return the passages of a source with the claims resting on them, in reading order."""
    in_order = sorted(citations, key=lambda pair: (pair[1].passage.spans, pair[0].id))
    return tuple(_cited(number, *pair) for number, pair in enumerate(in_order, start=1))


def _cited(number: int, claim: Claim, citation: Citation) -> Cited:
    anchor = addresses.passage_anchor(claim.id, citation.number)
    kind = words.KINDS[claim.record.kind][0]
    relation = words.RELATIONS[citation.record.relation]
    return Cited(
        Passage(anchor, number, citation.passage.spans),
        Resting(anchor, number, claim_link(claim), kind, relation),
    )


def _page(site: Site, masthead: Masthead, source: Source) -> SourcePage:
    record = source.record
    pairs = site.cited_by.get(source.id, ())
    citations = [citation for _, citation in pairs]
    passages = cited(pairs)
    entities = [site.entities[one] for one in record.via if one in site.entities]
    return SourcePage(
        path=addresses.source_page(source.id),
        title=record.title,
        description=f"What was taken from this article in {words.publication(source)}.",
        site=masthead,
        container=record.container_title,
        author=words.authors(record.author),
        issued=words.day(record.issued),
        accessed=words.day(record.accessed),
        url=record.url,
        url_status=words.URL_STATUSES[record.url_status],
        archived=record.archive_url,
        archived_on=words.day(record.archive_date),
        rights=_rights(source),
        language=record.language,
        descriptor=record.descriptor,
        reliable=record.quotes_reliable,
        via=tuple(words.entity_link(entity) for entity in entities),
        note=markup.block(record.note, ROOT),
        file=source.article.file,
        sha256=source.article.sha256,
        display=record.display,
        quoted=round(100 * share_quoted(source, citations)),
        claims=len({one.resting.claim for one in passages}),
        passages=len(passages),
        rows=() if record.display == "none" else rows(source, shown(source, citations), passages),
        unshown=tuple(c.resting for c in passages) if record.display == "none" else (),
        sic=sic_notes(source, source.text),
    )


def _rights(source: Source) -> Link | None:
    record = source.record
    if record.license:
        return Link(LICENSE_PAGE.format(record.license), record.license)
    if record.rights:
        return Link(
            RIGHTS_PAGE.format(record.rights), words.RIGHTS.get(record.rights, record.rights)
        )
    return None
