"""Claim pages: one claim, all it rests on, its history, and how to cite it."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from factsheet import addresses, model
from factsheet.model import Citation, Claim, Site
from factsheet.pages import words
from factsheet.pages.blocks import amount, claim_block
from factsheet.pages.settings import Setting
from factsheet.pages.values import Amount, ClaimBlock, Day, Link, Page

READ_TOGETHER: tuple[model.Link, ...] = ("disputes", "qualifies", "not-comparable-to")
SIDE_BY_SIDE = frozenset(how for link in READ_TOGETHER for how in words.LINKS[link])
"""How claims bear on each other whose words a reader should see together."""


class BriefQuote(Struct, frozen=True):
    """A quotation without whose it is; the fields are those of a Quote."""

    parts: tuple[str, ...]
    language: str
    relation: str
    container: str
    issued: Day | None
    passage: str


class Brief(Struct, frozen=True):
    """A claim in short, for the page of another one; the fields are those of a ClaimBlock."""

    id: str
    page: str
    plain: str
    status: str
    figures: tuple[Amount, ...]
    quotes: tuple[BriefQuote, ...]


class Beside(Struct, frozen=True):
    """Another claim to be read beside this one, without choosing."""

    how: str
    because: str
    claim: Brief


class ClaimPage(Page, frozen=True, kw_only=True):
    """A claim by itself; the page's title is the claim's sentence in plain words."""

    template: ClassVar[str] = "claim.html"
    whole: ClaimBlock
    """The claim as lists show it."""
    claim: ClaimBlock
    """Without what it is read beside."""
    beside: tuple[Beside, ...]
    """Claims that dispute or qualify it, or must not be compared with it."""
    topics: tuple[Link, ...]
    reviewed_by: str
    reviewed_on: Day | None


def claim_pages(site: Site, setting: Setting, ids: Iterable[str]) -> Iterator[ClaimPage]:
    """Yield the pages of these claims, each made when it is asked for."""
    for claim_id in ids:
        yield _page(site, setting, site.claims[claim_id])


def _page(site: Site, setting: Setting, claim: Claim) -> ClaimPage:
    review = claim.record.reviewed
    block = claim_block(site, setting, claim)
    beside = tuple(_beside(site, block))
    return ClaimPage(
        path=block.page,
        title=claim.plain,
        description=_description(claim),
        site=setting.masthead,
        whole=block,
        claim=_without_beside(block) if beside else block,
        beside=beside,
        topics=setting.topics.get(claim.id, ()),
        reviewed_by=review.by if review else "",
        reviewed_on=words.day(review.on) if review else None,
    )


def _beside(site: Site, block: ClaimBlock) -> Iterator[Beside]:
    for way in block.related:
        if way.how in SIDE_BY_SIDE:
            for one in way.others:
                yield Beside(way.how, one.because, _brief(site, site.claims[one.id]))


def _brief(site: Site, claim: Claim) -> Brief:
    return Brief(
        id=claim.id,
        page=addresses.claim_page(claim.id),
        plain=claim.plain,
        status=words.STATUSES[claim.record.status],
        figures=tuple(amount(figure, site.entities, {}) for figure in claim.record.figures),
        quotes=tuple(_brief_quote(claim.id, one, site.record.language) for one in claim.cites),
    )


def _brief_quote(claim_id: str, citation: Citation, home: str) -> BriefQuote:
    source = citation.source.record
    return BriefQuote(
        parts=citation.passage.parts,
        language=words.foreign(source.language, home),
        relation=words.RELATIONS[citation.record.relation],
        container=source.container_title,
        issued=words.day(source.issued),
        passage=addresses.passage_href(source.id, claim_id, citation.number),
    )


def _without_beside(block: ClaimBlock) -> ClaimBlock:
    rest = tuple(way for way in block.related if way.how not in SIDE_BY_SIDE)
    return replace(block, related=rest)


def _description(claim: Claim) -> str:
    """Return whose words the claim rests on, with the first of them."""
    first = claim.cites[0]
    quoted = " ".join(first.passage.quote.split())
    return f"{words.publication(first.source)}: “{quoted}”"
