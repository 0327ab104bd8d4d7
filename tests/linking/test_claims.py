"""Linking after a change: what is made of the same objects is taken over, and nothing else is."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factsheet import reading
from factsheet.linking import link
from factsheet.model import Records
from tests.casefiles import Block, laid_over_base

CLAIM = """\
- id: cost
  claim: The repair was put at about $4.2 million.
  kind: plan
  topics: [harbour]
  said-by: mara-holm
  about: [mara-holm, port-authority]
  cites:
    - source: example-2024
      quote: The repair will cost about $4.2 million
      via: [mara-holm]
    - source: example-2024
      quote: and the state will pay half of it
  relations:
    - updates: stone-lost
- id: half
  claim: The state will pay half.
  kind: plan
  topics: [harbour]
  cites:
    - source: example-2024
      quote: and the state will pay half of it
      via: [mara-holm]
"""
ENTITY = "name: Mara Holm\ntype: person\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Records:
    files = (
        Block("yaml", "content/claims/cost.yaml", CLAIM),
        Block("yaml", "content/entities/mara-holm.yaml", ENTITY),
    )
    made, faults = reading.read(laid_over_base(files, tmp_path_factory.mktemp("site")))
    assert faults == ()
    assert made is not None
    return made


def variants(found: Records) -> dict[str, tuple[Any, ...]]:
    """Return, by the field of Records, what it may be; some of it is linked with faults."""
    cost, half, opening, stone = found.claims
    (source,), (harbour,), (holm, port) = found.sources, found.topics, found.entities
    article = found.articles[source.text]
    longer = article.text + "\nMore follows.\n"
    edited = replace(article, words=longer, sha256=sha256(longer.encode()).hexdigest())
    cites = (cost.cites[0], replace(cost.cites[1], quote="and the state will pay all of it"))
    return {
        "claims": (
            found.claims,
            (replace(cost), half, opening, stone),
            (replace(cost, cites=cites), half, opening, stone),
            (replace(cost, claim="It was put at about $4.2 million."), half, opening, stone),
            (cost, half, opening),
            (cost, half, replace(stone, figures=()), replace(stone)),
        ),
        "sources": (
            found.sources,
            (replace(source, via=("mara-holm",)),),
            (replace(source, sha256=edited.sha256),),
            (replace(source, via=("nobody",)),),
            (replace(source, not_article=source.not_article[1:]),),
            (),
        ),
        "articles": (found.articles, {source.text: edited}, {source.text: replace(article)}, {}),
        "entities": (found.entities, (holm, replace(port, name="Harbour Board")), (port,)),
        "topics": (found.topics, (replace(harbour),), ()),
        "unread": (
            frozenset(),
            frozenset({("entity", "*")}),
            frozenset({("claim", "stone-lost"), ("topic", "harbour")}),
        ),
    }


def choices(found: Records) -> st.SearchStrategy[Mapping[str, Any]]:
    return st.fixed_dictionaries(
        {field: st.sampled_from(kinds) for field, kinds in variants(found).items()}
    )


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_stood_before_changes_nothing(found: Records, data: st.DataObject) -> None:
    old = replace(found, **data.draw(choices(found)))
    changes = data.draw(st.sets(st.sampled_from(sorted(variants(found))), max_size=2))
    fresh = data.draw(choices(found))
    new = replace(old, **{field: fresh[field] for field in sorted(changes)})
    before, _ = link(old)
    assert link(new, before) == link(new)


def test_the_same_records_give_the_same_objects(found: Records) -> None:
    before, _ = link(found)
    site, _ = link(replace(found), before)
    assert len(site.claims) == 4
    assert all(site.claims[id] is claim for id, claim in before.claims.items())
    assert all(site.sources[id] is source for id, source in before.sources.items())


@pytest.mark.parametrize(
    ("field", "variant", "kept"),
    [
        ("claims", 1, {"half", "breakwater-opens-again", "stone-lost"}),
        ("sources", 1, set()),
        ("articles", 2, set()),
        ("entities", 1, {"half"}),
        ("topics", 1, {"cost", "half", "breakwater-opens-again", "stone-lost"}),
    ],
)
def test_a_claim_is_taken_over_when_all_that_it_holds_is(
    found: Records, field: str, variant: int, kept: set[str]
) -> None:
    before, _ = link(found)
    site, _ = link(replace(found, **{field: variants(found)[field][variant]}), before)
    assert len(site.claims) == 4
    assert {id for id, claim in site.claims.items() if claim is before.claims[id]} == kept


@pytest.mark.parametrize(
    ("field", "variant"),
    [("claims", 4), ("topics", 2), ("entities", 2), ("sources", 5), ("articles", 3)],
)
def test_what_is_gone_is_told_wherever_it_is_named(
    found: Records, field: str, variant: int
) -> None:
    before, _ = link(found)
    assert before.whole
    gone = replace(found, **{field: variants(found)[field][variant]})
    assert link(gone, before) == link(gone)
    assert link(gone, before)[1]


def test_other_words_of_a_claim_are_sought_anew(found: Records) -> None:
    before, _ = link(found)
    edited = replace(found, claims=variants(found)["claims"][2])
    assert link(edited, before) == link(edited)
    assert "cost" not in link(edited, before)[0].claims


def test_an_origin_that_is_no_longer_unread_but_gone_is_told(found: Records) -> None:
    unread = replace(found, entities=found.entities[1:], unread=frozenset({("entity", "*")}))
    before, faults = link(unread)
    assert faults == ()
    assert before.claims["half"].cites[0].via == ()
    gone = replace(unread, unread=frozenset())
    assert link(gone, before) == link(gone)
    assert "half" not in link(gone, before)[0].claims


def test_a_fault_of_a_source_that_is_taken_over_is_told_again(found: Records) -> None:
    (source,) = found.sources
    vague = replace(source, via=("nobody",))
    before, faults = link(replace(found, sources=(vague,)))
    site, again = link(replace(found, sources=(vague,)), before)
    assert site.sources[source.id] is before.sources[source.id]
    assert again == faults
    assert [fault.rule for fault in again] == ["unknown-reference"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_line_that_is_not_there_is_told_again(found: Records, whole: bool) -> None:
    """Whether what is taken over had no fault, is not looked up in what had one."""
    (source,) = found.sources
    gone = replace(source.not_article[0], first="No such line", last="No such line")
    records = replace(found, sources=(replace(source, not_article=(gone,)),))
    before, faults = link(found if whole else records)
    assert before.whole == whole
    assert [fault.rule for fault in link(records, before)[1]] == ["line-not-found"]
    assert link(records, before) == link(records)
    assert (faults == ()) == whole
