import pytest
from msgspec.structs import replace

from factsheet.checking.backgrounds import background
from factsheet.checking.evidence import evidence
from factsheet.checking.origins import (
    is_attributed,
    is_named,
    main_word,
    origin_named,
    says_any,
    sole_origin,
)
from factsheet.diagnostics import Place
from factsheet.language import language_of
from factsheet.model import Claim, Entity, Site
from tests.sites import chamber, losses, small_site, sources

ENGLISH = language_of("en")


def claim_saying(sentence: str, via: str = "", container: str = "NEWSnet") -> Claim:
    """Return a claim of one source, which goes back to an entity of this name if one is given."""
    _, post = sources()
    entity = replace(chamber(), name=via, also=()) if via else None
    claim = losses(post, chamber())
    source = replace(post, record=replace(post.record, container_title=container))
    cites = (replace(claim.cites[0], source=source, via=(entity,) if entity else ()),)
    return replace(claim, record=replace(claim.record, claim=sentence), cites=cites, said_by=None)


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("El Paso could hold about 400 people, CNN reported.", "CNN"),
        ("A halt, according to CNN’s report of the meeting in Ciudad Juárez.", ""),
        ("CNN’s report named six of the 15 measures.", "CNN"),
        ("CNN asked US Customs and Border Protection about the daily list.", "CNN"),
        ("A joint statement was still awaited when the undated report was written.", ""),
        ("A US official, who is not named, said that the trip was to begin.", "Associated Press"),
        ("New American readers were told of a breaking point.", "The New American"),
        ("NEWSNET described the closure as a matter of controversy.", "Associated Press"),
    ],
)
def test_sentences_that_tell_whose_account_it_is(sentence: str, via: str) -> None:
    claim = claim_saying(sentence, via)
    assert is_attributed(claim, ENGLISH)


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("The talks of US officials with their Mexican counterparts took place in Mexico.", ""),
        ("Two rail crossings in Texas were closed earlier in the week.", "Associated Press"),
        ("Officials of the United States also attended the meeting.", "Liberty Juice"),
        ("The CNNs of this world were there.", "CNN"),
        ("While the talks were underway, two agencies issued statements on flights.", ""),
    ],
)
def test_sentences_that_do_not(sentence: str, via: str) -> None:
    claim = claim_saying(sentence, via)
    assert not is_attributed(claim, ENGLISH)


def test_whoever_said_it_may_be_named_by_the_last_name_alone() -> None:
    person = Entity("john-kirby", Place("f"), "John Kirby", "person")
    claim = replace(claim_saying("Kirby’s account was of a trip."), said_by=person)
    assert is_attributed(claim, ENGLISH)


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("Santa Rita Chamber of Commerce", ["chamber"]),
        ("National Migration Institute", ["institute"]),
        ("Mayor of El Paso, Texas", ["mayor"]),
        ("US agency", ["agency"]),
        ("", []),
    ],
)
def test_main_words(called: str, expected: list[str]) -> None:
    assert main_word(called) == expected


def test_an_office_may_be_named_by_what_it_is() -> None:
    office = Entity("cbp", Place("f"), "Customs and Border Protection", "organization")
    office = replace(office, role="US agency")
    assert is_named(office, "The agency’s count was of one month.")
    assert not is_named(office, "One agency and its border.")


def test_no_name_stands_in_no_sentence() -> None:
    assert not says_any("Whatever it is.", ("", " ", "What"))
    assert not says_any("Whatever it is.", ())


def told(site: Site) -> list[str]:
    ground = background(site)
    every = (evidence(claim, ground) for claim in site.claims.values())
    return [fault.message for found in every for fault in origin_named(found)]


def test_a_language_without_words_for_saying_gets_no_warning() -> None:
    site = small_site()
    assert len(told(site)) == 1
    assert told(replace(site, record=replace(site.record, language="nl"))) == []


def test_a_claim_that_is_only_disputed_has_no_origin() -> None:
    site = small_site()
    closing = site.claims["bridge-closing"]
    against = replace(
        closing.cites[0], record=replace(closing.cites[0].record, relation="disputes")
    )
    disputed = replace(closing, cites=(against,))
    assert (sole_origin(closing), sole_origin(disputed)) == ("Valley Post", "")
    claims = {**site.claims, closing.id: disputed}
    assert told(replace(site, claims=claims)) == []
