from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Correction, Site
from factsheet.pages import setting
from factsheet.pages.corrections import CorrectionsPage, corrections_page
from tests.pages.making import blocks
from tests.sites import day, small_site

PLACE = Place("x")


def the_page(site: Site) -> CorrectionsPage:
    return corrections_page(site, setting(site))


def corrected(site: Site, claim_id: str, *corrections: Correction) -> Site:
    claim = site.claims[claim_id]
    changed = replace(claim, record=replace(claim.record, corrections=corrections))
    return replace(site, claims={**site.claims, claim_id: changed})


def test_every_correction_is_told_the_newest_first() -> None:
    later = Correction(day("2024-05-01"), "It *closed* on Sunday.", "it was Monday", PLACE)
    page = the_page(corrected(small_site(), "bridge-closing", later))
    told = [(one.claim.href, one.change.date.words, one.change.was) for one in page.corrections]
    assert told == [
        ("claims/bridge-closing.html", "1 May 2024", "It <em>closed</em> on Sunday."),
        (
            "claims/bridge-losses.html",
            "2 April 2024",
            "The chamber put the losses at $2 million.",
        ),
    ]
    assert page.corrections[0].change.because == "it was Monday"


def test_a_site_without_corrections_has_an_empty_list() -> None:
    assert the_page(corrected(small_site(), "bridge-losses")).corrections == ()


def test_claims_that_no_longer_stand_are_listed_with_their_status() -> None:
    fallen = the_page(small_site()).fallen
    assert [(one.claim.href, one.status) for one in fallen] == [
        ("claims/bridge-opening.html", "Superseded")
    ]


def test_a_corrected_claim_carries_the_mark() -> None:
    found = blocks(small_site())
    assert found["bridge-losses"].changes_anchor == "corrected_bridge-losses"
    assert found["bridge-closing"].changes_anchor == ""
