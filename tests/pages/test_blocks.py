from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Claim, Entity, RelationRecord, Site
from factsheet.pages.blocks import origins, relations
from factsheet.pages.values import Origins
from tests.pages.making import blocks
from tests.sites import cite, small_site, small_source


def related_site() -> Site:
    """Return the small site with its plan fulfilled by the closing."""
    site = small_site()
    claim = site.claims["bridge-closing"]
    relation = RelationRecord("fulfils", "bridge-opening", Place("x"), "so it came")
    record = replace(claim.record, relations=(relation,))
    return replace(site, claims={**site.claims, claim.id: replace(claim, record=record)})


def test_quotation_carries_the_articles_words_and_the_ways_to_them() -> None:
    quote = blocks(small_site())["bridge-losses"].quotes[0]
    assert quote.parts == (
        "the closing was costing traders more than $2 million per day in lost sales",
    )
    assert quote.passage == "sources/valley-post-2024-03-05.html#bridge-losses-1"
    assert quote.original.startswith("https://valleypost.example/2024/flood?a=1&b=2#:~:text=")
    assert [link.text for link in quote.chain] == ["Santa Rita Chamber of Commerce"]
    assert quote.issued is not None
    assert quote.issued.words == "5 March 2024"


def test_source_without_address_or_date_promises_neither() -> None:
    quote = blocks(small_site())["bridge-opening"].quotes[1]
    assert (quote.original, quote.archived, quote.issued) == ("", "", None)
    assert quote.parts == ("Engineers expect", "traffic to cross again in April")


def test_figure_inference_and_correction_are_said_in_words() -> None:
    found = blocks(small_site())
    (figure,) = found["bridge-losses"].figures
    assert figure.amount == "at least 2,000,000 USD per day"
    assert found["bridge-closing"].inferred[0].what == "4 March 2024"
    (change,) = found["bridge-losses"].changes
    assert (change.date.words, change.because) == ("2 April 2024", "“more than” was left out")


def test_relations_are_told_from_both_ends() -> None:
    found = relations(related_site())
    (there,) = found["bridge-closing"]
    (back,) = found["bridge-opening"]
    assert (there.how, back.how) == ("Carries out", "Carried out by")
    assert [one.claim.href for one in there.others] == ["claims/bridge-opening.html"]
    assert [one.claim.href for one in back.others] == ["claims/bridge-closing.html"]
    assert there.others[0].because == back.others[0].because == "so it came"


def test_a_relation_recorded_at_both_ends_is_told_once() -> None:
    site = related_site()
    claims = dict(site.claims)
    for one, other in (("bridge-losses", "bridge-closing"), ("bridge-closing", "bridge-losses")):
        relation = RelationRecord("not-comparable-to", other, Place("x"), "not alike")
        record = replace(claims[one].record, relations=(relation,))
        claims[one] = replace(claims[one], record=record)
    (related,) = relations(replace(site, claims=claims))["bridge-losses"]
    assert [one.claim.href for one in related.others] == ["claims/bridge-closing.html"]


def test_two_articles_with_one_speaker_are_one_origin() -> None:
    site = small_site()
    chamber = site.entities["santa-rita-chamber"]
    claim = site.claims["bridge-losses"]
    other = small_source("other", "They lost much more than all of it.", title="O")
    second = cite(2, other, "They lost much more", (chamber,))
    both = replace(claim, cites=(*claim.cites, second))
    assert origins(both) == Origins(2, ("Santa Rita Chamber of Commerce",))


def test_words_against_a_claim_are_no_origin_of_it() -> None:
    claim: Claim = small_site().claims["bridge-opening"]
    first, second = claim.cites
    against = replace(second, record=replace(second.record, relation="disputes"))
    assert origins(replace(claim, cites=(first, against))) == Origins(1, ("Valley Post",))


def test_unreliable_quotation_marks_are_told_only_where_there_are_any() -> None:
    source = small_source(
        "garbled",
        "He said “we cannot wait” to all. She said no more.",
        quotes_reliable=False,
        title="G",
    )
    claim = small_site().claims["bridge-closing"]
    cites = (cite(1, source, "said “we cannot wait” to all"), cite(2, source, "She said no more."))
    site = replace(
        small_site(), claims={claim.id: replace(claim, cites=cites)}, sources={source.id: source}
    )
    quotes = blocks(site)[claim.id].quotes
    assert [quote.reliable for quote in quotes] == [False, True]


def test_an_outlet_that_speaks_for_itself_is_named_once() -> None:
    site = small_site()
    claim = site.claims["bridge-closing"]
    own = replace(claim.cites[0].source.record, container_title="The Valley Post")
    outlet = Entity("valley-post", Place("x"), "The Valley Post", "organization")
    cited = replace(claim.cites[0], source=replace(claim.cites[0].source, record=own))
    for via, links in (((outlet,), 0), ((outlet, outlet), 2), ((), 0)):
        changed = replace(claim, cites=(replace(cited, via=via),))
        found = blocks(replace(site, claims={claim.id: changed}))
        assert len(found[claim.id].quotes[0].chain) == links
