"""What the rest of the site lends to the checks of a claim."""

import pytest
from msgspec.structs import replace

from factsheet.checking import background, site_facts
from factsheet.checking.facts import shown
from factsheet.model import Claim, Site
from tests.sites import small_site


def with_sentence(site: Site, sentence: str) -> Site:
    """Return the site with one claim more that says this."""
    claim = site.claims["bridge-closing"]
    more = replace(claim, record=replace(claim.record, id=sentence, claim=sentence))
    return replace(site, claims={**site.claims, sentence: more})


def saying(sentence: str) -> Claim:
    return with_sentence(small_site(), sentence).claims[sentence]


@pytest.mark.parametrize(
    "sentence",
    ["The bridge closed.", "In April a wholly new word, “unheard”, was read.", "Valley Post 5"],
)
def test_a_new_claim_leaves_the_background_as_it_is(sentence: str) -> None:
    site = with_sentence(small_site(), "In the end the bridge closed.")
    assert background(with_sentence(site, sentence)) == background(site)


def test_what_no_record_says_anew_is_not_worked_out_anew() -> None:
    site = small_site()
    more, found = with_sentence(site, "In the end the bridge closed."), site_facts(site)
    assert site_facts(more, found).known is found.known
    assert site_facts(more, found).vocabulary is found.vocabulary


def test_sentences_are_read_file_by_file() -> None:
    site = small_site()
    more = with_sentence(site, "Traffic.").claims["Traffic."]
    place = replace(more.record.place, file="content/claims/more.yaml")
    apart = replace(more, record=replace(more.record, place=place))
    found = background(replace(site, claims={**site.claims, more.id: apart}))
    assert found == background(with_sentence(site, "Traffic."))


def test_common_words_are_small_words_with_which_a_sentence_may_open() -> None:
    assert background(with_sentence(small_site(), "Engineers and traffic.")).common == {"the"}
    assert background(with_sentence(small_site(), "Traffic, Now. And: Losses")).common >= {
        "the",
        "traffic",
        "and",
        "losses",
    }


def test_an_entity_more_makes_another_background() -> None:
    site = small_site()
    entity = next(iter(site.entities.values()))
    more = {**site.entities, "more": replace(entity, id="more", name="Nobody Known")}
    assert background(replace(site, entities=more)) != background(site)


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("*The* bridge", "*The* bridge"),
        ("T*he* bridge", "The bridge"),
        ("The [Bridge](claims/x.html) closed", "The Bridge closed"),
        ("&Eacute;cole", "École"),
        ("\\The bridge", "\\The bridge"),
    ],
)
def test_words_are_seen_whole(sentence: str, seen: str) -> None:
    assert shown(saying(sentence)) == seen
