"""What claims tell the checks of the whole site."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
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
    site = small_site()

    def told(digest: str, known: SiteFacts) -> ClaimFacts:
        return site_facts(replace(site, claims={"a": saying("The bridge", digest)}), known).claims[
            "a"
        ]

    known = SiteFacts({"a": ClaimFacts("1", small="marked")})
    assert told("1", known) is known.claims["a"]
    assert told("2", known) == facts(saying("The bridge", "2"))
    assert told("", SiteFacts({"a": ClaimFacts("", small="marked")})).small == "bridge"


SENTENCES = ("The way", "The Way is long", "Way and wall", "So the wall", "See *the wall*. Way off")


@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), min_size=2, max_size=4))
def test_common_words_are_those_of_the_claims_that_are_there(runs: list[list[str]]) -> None:
    """Whatever claims came, went or were changed since the run before."""
    known = SiteFacts()
    for run in runs:
        claims = {str(n): saying(sentence, sentence) for n, sentence in enumerate(run)}
        site = replace(small_site(), claims=claims)
        known = site_facts(site, known)
        assert known == site_facts(site)


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
