from factsheet.pages.blocks import claim_blocks
from factsheet.pages.claims import claim_pages
from factsheet.pages.front import masthead
from tests.sites import small_site


def test_claim_page_speaks_plainly_where_no_html_may_stand() -> None:
    site = small_site()
    pages = {page.claim.id: page for page in claim_pages(site, masthead(site), claim_blocks(site))}
    page = pages["bridge-closing"]
    assert page.title == "The bridge at Santa Rita closed after the river rose."
    assert page.claim.sentence == ("The bridge at <em>Santa Rita</em> closed after the river rose.")
    assert page.description.startswith("Valley Post: “closed on Monday after the river rose.")
    assert [link.href for link in page.topics] == ["topics/bridge.html"]


def test_review_is_told() -> None:
    site = small_site()
    pages = {page.claim.id: page for page in claim_pages(site, masthead(site), claim_blocks(site))}
    reviewed = pages["bridge-losses"]
    assert reviewed.reviewed_by == "A. Editor"
    assert reviewed.reviewed_on is not None
    assert pages["bridge-closing"].reviewed_on is None


def test_status_is_silent_for_a_claim_that_stands() -> None:
    site = small_site()
    statuses = {
        p.claim.id: p.claim.status for p in claim_pages(site, masthead(site), claim_blocks(site))
    }
    assert statuses == {
        "bridge-closing": "",
        "bridge-losses": "",
        "bridge-opening": "Superseded",
    }
