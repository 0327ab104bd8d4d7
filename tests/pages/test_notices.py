from typing import Any

import pytest
from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Claim, Correction, Link, Site, Status
from factsheet.pages.blocks import relations
from factsheet.pages.notices import notices
from factsheet.pages.values import Notice
from tests.pages.making import blocks
from tests.pages.test_blocks import related_site
from tests.sites import day, small_site

PLACE = Place("x")


def opening(site: Site, status: Status, **fields: Any) -> Claim:
    claim = site.claims["bridge-opening"]
    return replace(claim, record=replace(claim.record, status=status, **fields))


def related_by(link: Link) -> Site:
    """Return the small site with the closing bearing on the plan in this way."""
    site = related_site()
    claim = site.claims["bridge-closing"]
    relation = replace(claim.record.relations[0], link=link)
    changed = replace(claim, record=replace(claim.record, relations=(relation,)))
    return replace(site, claims={**site.claims, claim.id: changed})


@pytest.mark.parametrize(
    ("status", "link", "how"),
    [
        ("superseded", "fulfils", "Carried out by"),
        ("superseded", "updates", "Updated by"),
        ("withdrawn", "corrects", "Corrected by"),
        ("disputed", "disputes", "Disputed by"),
        ("disputed", "qualifies", "Qualified by"),
    ],
)
def test_the_claim_that_made_another_fall_is_named(status: Status, link: Link, how: str) -> None:
    site = related_by(link)
    (notice,) = notices(opening(site, status), relations(site)["bridge-opening"])
    assert (notice.how, notice.because) == (how, "so it came")
    assert notice.claim is not None
    assert notice.claim.href == "claims/bridge-closing.html"


def test_a_dispute_is_told_from_the_end_that_records_it_too() -> None:
    site = related_by("disputes")
    closing = site.claims["bridge-closing"]
    disputed = replace(closing, record=replace(closing.record, status="disputed"))
    (notice,) = notices(disputed, relations(site)["bridge-closing"])
    assert notice.how == "Disputes"


def test_the_last_correction_says_why() -> None:
    first = Correction(day("2024-04-01"), "It opens.", "too early", PLACE)
    last = Correction(day("2024-04-02"), "It may open.", "the article was withdrawn", PLACE)
    claim = opening(small_site(), "withdrawn", corrections=(first, last))
    assert notices(claim, ()) == (Notice("", None, "the article was withdrawn"),)


def test_a_note_stands_in_where_nothing_else_gives_a_reason() -> None:
    claim = opening(small_site(), "withdrawn", note="It was *never* so.")
    assert notices(claim, ()) == (Notice("", None, "It was never so."),)


def test_a_claim_that_stands_needs_no_reason() -> None:
    site = related_by("updates")
    assert notices(opening(site, "published"), relations(site)["bridge-opening"]) == ()


def test_the_block_of_a_fallen_claim_begins_with_the_reason() -> None:
    (notice,) = blocks(related_site())["bridge-opening"].notices
    assert notice.how == "Carried out by"
