import pytest
from msgspec.structs import replace

from factsheet.model import Link, Site
from factsheet.pages import setting
from factsheet.pages.claims import ClaimPage, claim_pages
from tests.pages.test_blocks import related_site
from tests.sites import small_site


def pages_of(site: Site) -> dict[str, ClaimPage]:
    found = claim_pages(site, setting(site), site.claims)
    return {page.claim.id: page for page in found}


def related_by(link: Link) -> Site:
    """Return the small site with the closing bearing on the plan in this way."""
    site = related_site()
    claim = site.claims["bridge-closing"]
    relation = replace(claim.record.relations[0], link=link)
    changed = replace(claim, record=replace(claim.record, relations=(relation,)))
    return replace(site, claims={**site.claims, claim.id: changed})


def test_claim_page_speaks_plainly_where_no_html_may_stand() -> None:
    site = small_site()
    pages = pages_of(site)
    page = pages["bridge-closing"]
    assert page.title == "The bridge at Santa Rita closed after the river rose."
    assert page.claim.sentence == ("The bridge at <em>Santa Rita</em> closed after the river rose.")
    assert page.description.startswith("Valley Post: “closed on Monday after the river rose.")
    assert [link.href for link in page.topics] == ["topics/bridge.html"]


def test_review_is_told() -> None:
    site = small_site()
    pages = pages_of(site)
    reviewed = pages["bridge-losses"]
    assert reviewed.reviewed_by == "A. Editor"
    assert reviewed.reviewed_on is not None
    assert pages["bridge-closing"].reviewed_on is None


def test_status_is_silent_for_a_claim_that_stands() -> None:
    statuses = {page.claim.id: page.claim.status for page in pages_of(small_site()).values()}
    assert statuses == {
        "bridge-closing": "",
        "bridge-losses": "",
        "bridge-opening": "Superseded",
    }


@pytest.mark.parametrize("link", ["disputes", "qualifies", "not-comparable-to"])
def test_claims_that_disagree_stand_side_by_side_on_both_pages(link: Link) -> None:
    pages = pages_of(related_by(link))
    (there,), (back,) = pages["bridge-closing"].beside, pages["bridge-opening"].beside
    assert there.claim.id == "bridge-opening"
    assert back.claim.id == "bridge-closing"
    assert there.because == back.because == "so it came"
    assert there.claim.quotes
    assert back.claim.quotes


@pytest.mark.parametrize("link", ["updates", "corrects", "fulfils"])
def test_claims_that_follow_each_other_are_linked(link: Link) -> None:
    page = pages_of(related_by(link))["bridge-opening"]
    assert page.beside == ()
    assert len(page.claim.related) == 1


def test_what_stands_beside_a_claim_is_not_told_again_below_it() -> None:
    page = pages_of(related_by("disputes"))["bridge-opening"]
    assert page.claim.related == ()
    assert page.whole.related != ()


def test_a_claim_beside_another_is_shown_as_on_its_own_page() -> None:
    pages = pages_of(related_by("disputes"))
    brief, block = pages["bridge-closing"].beside[0].claim, pages["bridge-opening"].claim
    assert (brief.page, brief.plain, brief.status) == (block.page, block.plain, block.status)
    for short, quote in zip(brief.quotes, block.quotes, strict=True):
        assert all(getattr(short, name) == getattr(quote, name) for name in short.__struct_fields__)


def test_pages_are_made_in_the_order_asked_for_and_one_at_a_time() -> None:
    site = small_site()
    pages = claim_pages(site, setting(site), iter(["bridge-opening", "bridge-losses"]))
    assert next(pages).claim.id == "bridge-opening"
    assert next(pages).claim.id == "bridge-losses"
