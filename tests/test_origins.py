from msgspec.structs import replace

from factsheet.model import Claim
from factsheet.origins import articles, origins, supporting
from tests.sites import cite, small_site, small_source


def losses_told_twice() -> Claim:
    """Return the losses as two articles tell them, both from the chamber."""
    site = small_site()
    chamber, claim = site.entities["santa-rita-chamber"], site.claims["bridge-losses"]
    other = small_source("other", "They lost much more than all of it.", title="O")
    return replace(claim, cites=(*claim.cites, cite(2, other, "They lost much more", (chamber,))))


def test_two_articles_with_one_speaker_have_one_origin() -> None:
    claim = losses_told_twice()
    assert articles(claim) == 2
    assert origins(claim) == {"santa-rita-chamber": "Santa Rita Chamber of Commerce"}


def test_an_article_that_names_nobody_is_its_own_origin() -> None:
    found = origins(small_site().claims["bridge-opening"])
    assert found == {
        "valley-post-2024-03-05": "Valley Post",
        "river-gazette": "Bridge & river: what we know",
    }


def test_what_only_disputes_a_claim_does_not_support_it() -> None:
    claim = losses_told_twice()
    first, second = claim.cites
    against = replace(second, record=replace(second.record, relation="disputes"))
    assert supporting(replace(claim, cites=(first, against))) == (first,)
    assert supporting(replace(claim, cites=(against,))) == (against,)
