"""The page of corrections: what claims said before and why they were changed, the newest first."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from factsheet import addresses, corrections, markup
from factsheet.model import Claim, Correction, Site
from factsheet.pages import words
from factsheet.pages.blocks import claim_link
from factsheet.pages.notices import notices
from factsheet.pages.settings import Setting
from factsheet.pages.values import Change, Link, Notice, Page, Related


class Corrected(Struct, frozen=True):
    """A claim as it reads now, with what it said before."""

    claim: Link
    change: Change


class Fallen(Struct, frozen=True):
    """A claim that does not simply stand any more, and why."""

    claim: Link
    status: str
    notices: tuple[Notice, ...]


class CorrectionsPage(Page, frozen=True, kw_only=True):
    """Every correction on record, and every claim that is disputed, superseded or withdrawn."""

    template: ClassVar[str] = "corrections.html"
    corrections: tuple[Corrected, ...]
    fallen: tuple[Fallen, ...]


def corrections_page(site: Site, setting: Setting) -> CorrectionsPage:
    """Return the page."""
    return CorrectionsPage(
        path=addresses.CORRECTIONS,
        title="Corrections",
        description="What was changed in a claim after it was published, when and why.",
        site=setting.masthead,
        corrections=tuple(_corrected(*pair) for pair in corrections.corrections(site)),
        fallen=tuple(_fallen(site, setting.related)),
    )


def is_told_of(claim: Claim) -> bool:
    """Return whether the page shows something of the claim."""
    return bool(claim.record.corrections or words.STATUSES[claim.record.status])


def _corrected(claim: Claim, correction: Correction) -> Corrected:
    was = markup.inline(correction.was)
    return Corrected(
        claim_link(claim), Change(words.dated(correction.date), was, correction.because)
    )


def _fallen(site: Site, related: Mapping[str, tuple[Related, ...]]) -> Iterator[Fallen]:
    for claim in site.claims.values():
        status = words.STATUSES[claim.record.status]
        if status:
            reasons = notices(claim, related.get(claim.id, ()))
            yield Fallen(claim_link(claim), status, reasons)
