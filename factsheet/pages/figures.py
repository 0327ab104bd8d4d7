"""The page of all figures: each with its words, who counted, and what it is not to be set beside.

There is no chart: numbers that do not compare make no picture.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import ClassVar

from msgspec import Struct

from factsheet import addresses, tallies
from factsheet.model import Claim, Site
from factsheet.pages import words
from factsheet.pages.blocks import claim_link, origins
from factsheet.pages.inferences import anchors, inferences
from factsheet.pages.settings import Setting
from factsheet.pages.values import Day, Link, Origins, Page
from factsheet.tallies import Tally


class Apart(Struct, frozen=True):
    """What a figure must not be compared with: another figure here, or a claim without one."""

    other: Link
    because: str


class FigureRow(Struct, frozen=True):
    """A figure of a claim."""

    anchor: str
    amount: str
    name: str
    claim: Link
    status: str
    """Of the claim; empty when it simply stands."""
    period: Day | None
    words: str
    """The article's words for it."""
    language: str
    """BCP 47 tag of the words; empty when it is the site's own language."""
    passage: str
    """Address of the quotation that has the words, on its source's page."""
    outlet: str
    origins: Origins
    inferred: tuple[Link, ...]
    """What of the figure is the editors' own, leading to the reason."""
    apart: tuple[Apart, ...]


class Counter(Struct, frozen=True):
    """The figures that one entity counted."""

    counted_by: Link | None
    """None: nobody is named."""
    rows: tuple[FigureRow, ...]


class FiguresPage(Page, frozen=True, kw_only=True):
    """Every figure of every claim."""

    template: ClassVar[str] = "figures.html"
    listed: ClassVar[bool] = True
    counters: tuple[Counter, ...]
    figures: int


def figures_page(site: Site, setting: Setting) -> FiguresPage:
    """Return the page, the figures by who counted and then by what time."""
    found = tallies.tallies(site)
    return FiguresPage(
        path=addresses.FIGURES,
        title="Figures",
        description="Every number in the claims: its words, who counted, when, and what it must"
        " not be compared with.",
        site=setting.masthead,
        counters=tuple(_counters(found, site.record.language)),
        figures=len(found),
    )


def _counters(found: Iterable[Tally], language: str) -> Iterator[Counter]:
    listed = tuple(found)
    firsts = {one.claim.id: one for one in reversed(listed)}
    for _, group in groupby(listed, key=tallies.counter):
        same = tuple(group)
        entity = same[0].counted_by
        rows = tuple(_row(one, firsts, language) for one in same)
        yield Counter(words.entity_link(entity) if entity else None, rows)


def _row(tally: Tally, firsts: Mapping[str, Tally], language: str) -> FigureRow:
    claim, figure, source = tally.claim, tally.figure, tally.citation.source
    return FigureRow(
        anchor=addresses.figure_anchor(claim.id, tally.number),
        amount=words.amount(figure),
        name=figure.name,
        claim=claim_link(claim),
        status=words.STATUSES[claim.record.status],
        period=words.day(figure.period),
        words=figure.words,
        language=words.foreign(source.record.language, language),
        passage=addresses.passage_href(source.id, claim.id, tally.citation.number),
        outlet=words.publication(source),
        origins=origins(claim),
        inferred=tuple(_inferred(tally)),
        apart=tuple(Apart(_other(one.claim, firsts), one.because) for one in tally.apart),
    )


def _inferred(tally: Tally) -> Iterator[Link]:
    """Yield a link for each part of the figure that its claim declares as inferred."""
    reasons = anchors(inferences(tally.claim))
    page = addresses.claim_page(tally.claim.id)
    period = tally.figure.period
    if period and period.text in reasons:
        yield Link(f"{page}#{reasons[period.text]}", "the period")
    if tally.counted_by and tally.counted_by.name in reasons:
        yield Link(f"{page}#{reasons[tally.counted_by.name]}", "who counted")


def _other(claim: Claim, firsts: Mapping[str, Tally]) -> Link:
    """Return the claim's first figure on this page, or else the claim's page."""
    tally = firsts.get(claim.id)
    if tally is None:
        return claim_link(claim)
    anchor = addresses.figure_anchor(claim.id, tally.number)
    said = ", ".join(filter(None, (words.amount(tally.figure), tally.figure.name)))
    return Link(f"{addresses.FIGURES}#{anchor}", said)
