"""What claims tell the checks of the whole site."""

import msgspec
from msgspec.structs import replace

from factsheet.checking import background, check, check_site, site_facts
from factsheet.checking.facts import ClaimFacts, SiteFacts, facts
from factsheet.model import Claim
from tests.sites import small_site


def saying(sentence: str, digest: str = "") -> Claim:
    claim = small_site().claims["bridge-closing"]
    return replace(claim, record=replace(claim.record, claim=sentence, digest=digest))


def test_a_claim_tells_its_words_and_where_it_leads() -> None:
    told = facts(saying("The [bridge](claims/a.html#b) is shut. See <https://a.example/>, Ana."))
    assert told.small == "is shut"
    assert told.opening == "ana see the"
    assert told.links == ("claims/a.html",)


def test_what_is_known_holds_while_the_record_says_the_same() -> None:
    known = ClaimFacts("1", small="marked")
    assert facts(saying("The bridge", "1"), known) is known
    assert facts(saying("The bridge", "2"), known) == facts(saying("The bridge", "2"))
    unknown = ClaimFacts("", small="marked")
    assert facts(saying("The bridge"), unknown).small == "bridge"


def test_facts_can_be_written_down() -> None:
    found = site_facts(small_site())
    assert found.claims.keys() == small_site().claims.keys()
    assert msgspec.json.decode(msgspec.json.encode(found), type=SiteFacts) == found


def test_checks_that_are_told_find_what_the_others_find() -> None:
    site = small_site()
    claim = saying("See [the bridge](claims/nowhere.html).")
    site = replace(site, claims={**site.claims, claim.id: claim})
    found = site_facts(site, site_facts(small_site()))
    assert background(site, found) == background(site)
    assert tuple(check_site(site, found)) == tuple(check_site(site))
    assert any(fault.rule == "broken-link" for fault in check(site))
