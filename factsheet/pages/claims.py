"""Claim pages: one claim, all it rests on, its history, and how to cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from factsheet import addresses, model
from factsheet.model import Claim, Site
from factsheet.pages import words
from factsheet.pages.topics import topics_of
from factsheet.pages.values import ClaimBlock, Day, Link, Masthead, Page

READ_TOGETHER: tuple[model.Link, ...] = ("disputes", "qualifies", "not-comparable-to")
SIDE_BY_SIDE = frozenset(how for link in READ_TOGETHER for how in words.LINKS[link])
"""How claims bear on each other whose words a reader should see together."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another claim to be read beside this one, without choosing."""

    how: str
    because: str
    claim: ClaimBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage(Page):
    """A claim by itself; the page's title is the claim's sentence in plain words."""

    template: ClassVar[str] = "claim.html"
    claim: ClaimBlock
    """Without what it is read beside."""
    beside: tuple[Beside, ...]
    """Claims that dispute or qualify it, or must not be compared with it."""
    topics: tuple[Link, ...]
    reviewed_by: str
    reviewed_on: Day | None


def claim_pages(
    site: Site, masthead: Masthead, blocks: Mapping[str, ClaimBlock]
) -> Iterator[ClaimPage]:
    """Yield the page of every claim, in the order of the files."""
    topics = topics_of(site)
    by_page = {block.page: block for block in blocks.values()}
    for claim in site.claims.values():
        beside = tuple(_beside(blocks[claim.id], by_page))
        yield _page(claim, masthead, blocks[claim.id], beside, topics.get(claim.id, ()))


def _page(
    claim: Claim,
    masthead: Masthead,
    block: ClaimBlock,
    beside: tuple[Beside, ...],
    topics: tuple[Link, ...],
) -> ClaimPage:
    review = claim.record.reviewed
    return ClaimPage(
        path=addresses.claim_page(claim.id),
        title=claim.plain,
        description=_description(claim),
        site=masthead,
        claim=_without_beside(block) if beside else block,
        beside=beside,
        topics=topics,
        reviewed_by=review.by if review else "",
        reviewed_on=words.day(review.on) if review else None,
    )


def _beside(block: ClaimBlock, by_page: Mapping[str, ClaimBlock]) -> Iterator[Beside]:
    for way in block.related:
        if way.how in SIDE_BY_SIDE:
            for one in way.others:
                yield Beside(way.how, one.because, by_page[one.claim.href])


def _without_beside(block: ClaimBlock) -> ClaimBlock:
    rest = tuple(way for way in block.related if way.how not in SIDE_BY_SIDE)
    return replace(block, related=rest)


def _description(claim: Claim) -> str:
    """Return whose words the claim rests on, with the first of them."""
    first = claim.cites[0]
    quoted = " ".join(first.passage.quote.split())
    return f"{words.publication(first.source)}: “{quoted}”"
