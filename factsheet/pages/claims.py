"""Claim pages: one claim, all it rests on, its history, and how to cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from factsheet import addresses, markup
from factsheet.model import Claim, Site
from factsheet.pages import words
from factsheet.pages.topics import topics_of
from factsheet.pages.values import ClaimBlock, Day, Link, Masthead, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage(Page):
    """A claim by itself; the page's title is the claim's sentence in plain words."""

    template: ClassVar[str] = "claim.html"
    claim: ClaimBlock
    topics: tuple[Link, ...]
    reviewed_by: str
    reviewed_on: Day | None


def claim_pages(
    site: Site, masthead: Masthead, blocks: Mapping[str, ClaimBlock]
) -> Iterator[ClaimPage]:
    """Yield the page of every claim, in the order of the files."""
    topics = topics_of(site)
    for claim in site.claims.values():
        yield _page(claim, masthead, blocks[claim.id], topics.get(claim.id, ()))


def _page(
    claim: Claim, masthead: Masthead, block: ClaimBlock, topics: tuple[Link, ...]
) -> ClaimPage:
    review = claim.record.reviewed
    return ClaimPage(
        path=addresses.claim_page(claim.id),
        title=markup.plain(claim.record.claim),
        description=_description(claim),
        site=masthead,
        claim=block,
        topics=topics,
        reviewed_by=review.by if review else "",
        reviewed_on=words.day(review.on) if review else None,
    )


def _description(claim: Claim) -> str:
    """Return whose words the claim rests on, with the first of them."""
    first = claim.cites[0]
    quoted = " ".join(first.passage.quote.split())
    return f"{words.publication(first.source)}: “{quoted}”"
