"""Linking as a whole: what stands in a Site, and what stays out of it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factsheet import reading
from factsheet.checking import check
from factsheet.checking.evidence import MOST_TOLD
from factsheet.diagnostics import Place
from factsheet.linking import MOST_LOOKS, link, without_drafts
from factsheet.model import Records, SectionRecord
from factsheet.releases import Release, ReleasedClaim
from tests.casefiles import Block, laid_over_base

CLAIMS = """\
- id: {id}
  claim: The repair was put at about $4.2 million.
  kind: plan
  topics: [harbour]
  cites:
    - source: {source}
      quote: {quote}
  status: {status}
"""
PLACE = Place("content/topics/harbour.yaml", ("sections", 0))
COST = "The repair will cost about $4.2 million, and the state will pay half of it."


def records(folder: Path, *claims: str) -> Records:
    file = Block("yaml", "content/claims/example.yaml", "".join(claims))
    found, faults = reading.read(laid_over_base([file] if claims else [], folder))
    assert found is not None
    assert faults == ()
    return found


def claim(
    name: str = "cost", source: str = "example-2024", quote: str = COST, status: str = "published"
) -> str:
    return CLAIMS.format(id=name, source=source, quote=quote, status=status)


def test_the_base_site_links_whole(tmp_path: Path) -> None:
    site, faults = link(records(tmp_path))
    assert faults == ()
    assert list(site.claims) == ["breakwater-opens-again", "stone-lost"]
    said = site.claims["stone-lost"].cites[0]
    assert said.source.text[slice(*said.passage.spans[0])] == said.passage.quote
    assert [entity.id for entity in said.via] == ["port-authority"]
    assert said.origin == "port-authority"


def test_an_unproved_claim_stays_out_and_the_others_stay_in(tmp_path: Path) -> None:
    site, faults = link(records(tmp_path, claim(quote="Not one of these words is there")))
    assert [fault.rule for fault in faults] == ["quote-not-found"]
    assert list(site.claims) == ["breakwater-opens-again", "stone-lost"]


def test_citations_of_a_source_stand_in_reading_order(tmp_path: Path) -> None:
    """Longer passages come first where two begin at the same place."""
    shorter = claim("shorter", quote="The repair will cost about $4.2 million")
    site, _ = link(records(tmp_path, shorter, claim()))
    order = [claim.id for claim, _ in site.cited_by["example-2024"]]
    assert order == ["breakwater-opens-again", "stone-lost", "cost", "shorter"]


def test_a_source_that_nothing_cites_has_an_empty_list(tmp_path: Path) -> None:
    found = records(tmp_path)
    site, _ = link(replace(found, claims=()))
    assert site.cited_by == {"example-2024": ()}


def test_what_cites_a_source_is_taken_over_but_for_what_changed(tmp_path: Path) -> None:
    found = records(tmp_path, claim(), claim("later"))
    before, _ = link(found)
    first, *others = found.claims
    edited = replace(others[0], note="More.")
    dated = (replace(edited, id="new"), edited, first)
    for claims in (found.claims, dated, (first, *others[1:]), ()):
        now = replace(found, claims=claims)
        assert link(now, before)[0].cited_by == link(now)[0].cited_by
    assert link(found, before)[0].cited_by["example-2024"] is before.cited_by["example-2024"]


def test_readers_do_not_get_drafts(tmp_path: Path) -> None:
    site, faults = link(records(tmp_path, claim(status="draft")))
    assert faults == ()
    assert "cost" in site.claims
    published = without_drafts(site)
    assert "cost" not in published.claims
    assert all(c.id != "cost" for c, _ in published.cited_by["example-2024"])
    sections = published.topics["harbour"].sections
    assert all(c.id != "cost" for section in sections for c in section.claims)


def test_a_site_without_drafts_is_left_as_it_is(tmp_path: Path) -> None:
    site, _ = link(records(tmp_path))
    assert without_drafts(site) is site


@pytest.mark.parametrize("unread", [("source", "lost"), ("source", "*")])
def test_what_could_not_be_read_is_not_reported_again(
    tmp_path: Path, unread: tuple[str, str]
) -> None:
    found = records(tmp_path, claim(source="lost"))
    _, faults = link(found)
    assert [fault.rule for fault in faults] == ["unknown-reference"]
    site, faults = link(replace(found, unread=frozenset({unread})))
    assert faults == ()
    assert "cost" not in site.claims


def test_topics_stand_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    found = records(tmp_path)
    topic = found.topics[0]
    others = [
        replace(topic, id="late", order=2, title="A"),
        replace(topic, id="early", order=1, title="A"),
    ]
    site, _ = link(replace(found, topics=(*others, topic)))
    assert list(site.topics) == ["early", "harbour", "late"]


def test_the_claim_that_readers_were_given_keeps_its_id(tmp_path: Path) -> None:
    """A new claim that takes a published id is the one that is wrong, wherever it stands."""
    found = records(tmp_path, claim("stone-lost"))
    _, faults = link(found)
    assert [fault.place.file for fault in faults] == ["content/claims/harbour.yaml"]
    given = ReleasedClaim("stone-lost", "content/claims/harbour.yaml", "", "figure", "", 0, ())
    _, faults = link(replace(found, released=Release((given,))))
    assert [fault.place.file for fault in faults] == ["content/claims/example.yaml"]


def test_a_reference_to_a_claim_that_is_gone_proposes_no_other(tmp_path: Path) -> None:
    found = records(tmp_path)
    wrong = replace(found.topics[0], sections=(SectionRecord("Old", ("stone-lots",), PLACE),))
    gone = ReleasedClaim("stone-lots", "content/claims/harbour.yaml", "", "figure", "", 0, ())
    _, faults = link(replace(found, topics=(wrong,), released=Release((gone,))))
    mends = {fault.rule: fault.mend for fault in faults}
    assert "status: withdrawn" in mends["unknown-reference"]
    _, faults = link(replace(found, topics=(wrong,)))
    assert [fault.mend for fault in faults] == ["did you mean `stone-lost`?"]


def test_the_nearest_words_are_looked_for_a_number_of_times(tmp_path: Path) -> None:
    """R-802: each look takes time, and every one of a thousand quotations may be wrong."""
    wrong = COST.replace("half", "some")
    claims = [claim(f"c{number}", quote=wrong) for number in range(MOST_LOOKS + 2)]
    _, faults = link(records(tmp_path, *claims))
    nearest = ["nearest: " in fault.notes[0] for fault in faults]
    assert nearest == [True] * MOST_LOOKS + [False] * 2
    assert "when the quotations before this one are mended" in faults[-1].notes[0]


def test_numbers_times_and_names_of_one_sentence_are_told_in_part(tmp_path: Path) -> None:
    """R-802: a claim may hold thousands of them."""
    sentence = " ".join(f"{n}.5 Mr. Xyzzy{n} on {n % 28 + 1} May {n + 1500}," for n in range(90))
    flood = claim().replace("The repair was put at about $4.2 million.", sentence)
    site, faults = link(records(tmp_path, flood))
    assert faults == ()
    rules = [fault.rule for fault in check(site) if fault.place.path[1:] == ("claim",)]
    for rule in ("number-not-quoted", "date-not-quoted", "name-not-quoted"):
        assert 1 < rules.count(rule) <= MOST_TOLD
