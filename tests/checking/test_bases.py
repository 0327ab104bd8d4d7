"""What a rule of the whole site is said to rest on is all that it rests on."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from factsheet.checking import FACT_RULES, SITE_RULES, Before, check_each_rule, site_facts
from factsheet.checking.bases import Basis, nothing
from factsheet.dates import parse
from factsheet.diagnostics import Diagnostic, Place
from factsheet.linking.exchanges import citations_by_source, exchange
from factsheet.model import Claim, Correction, RelationRecord, Review, Site
from tests.sites import small_site

RULES: dict[Callable[..., Iterator[Diagnostic]], Basis] = {**SITE_RULES, **FACT_RULES}
Edit = Mapping[str, object] | None
"""What an editor writes into a claim; None: it is taken out."""
IDS = tuple(small_site().claims)
CORRECTED = Correction(parse("2024-05-01"), "Nothing", "it was wrong", Place("x", ("corrections",)))


class Partly:
    """A site of which only some parts are there."""

    def __init__(self, site: Site, parts: set[str]) -> None:
        self._site, self._parts = site, parts

    def __getattr__(self, name: str) -> Any:
        assert name in self._parts, f"{name} is not said to be looked at"
        return getattr(self._site, name)


@pytest.mark.parametrize("rule", RULES, ids=[rule.__name__ for rule in RULES])
def test_no_rule_looks_at_other_parts(rule: Callable[..., Iterator[Diagnostic]]) -> None:
    basis, site = RULES[rule], small_site()
    assert set(basis.parts) <= {field.name for field in fields(Site)}
    of_claims = set() if basis.said is nothing else {"claims", "cited_by"}
    seen = Partly(site, {*basis.parts, *of_claims})
    told = (site_facts(site),) if rule in FACT_RULES else ()
    assert tuple(rule(seen, *told)) == tuple(rule(site, *told))


def related(id: str, other: str, link: Any, because: str) -> dict[str, object]:
    return {"relations": (RelationRecord(link, other, Place("x", (id, "relations")), because),)}


FIGURES = small_site().claims["bridge-losses"].record.figures
CONTRARY = tuple(replace(one, at_least=None, value=Decimal(9)) for one in FIGURES)
REVIEW = Review("the desk", parse("2024-06-01"))


def edits(id: str) -> Iterator[Edit]:
    """Yield what an editor may do to a claim."""
    record = small_site().claims[id].record
    yield None
    for status in ("published", "draft", "withdrawn"):
        yield {"status": status}
    yield from ({"kind": "plan"}, {"kind": "event"}, {"when": parse("2024-07")}, {"when": None})
    yield from ({"when": parse("2024-02")}, {"when": parse("2024-02"), "place": Place("y", (3,))})
    for other in IDS:
        yield related(id, other, "fulfils", "it came")
        yield related(id, other, "disputes", "it did not")
        yield {"note": f"See [that](claims/{other}.html)."}
        yield {"note": f"See\n\n[that](claims/{other}.html).", "place": Place("y", (4,))}
    yield {"relations": (), "note": ""}
    for corrections in ((CORRECTED,), ()):
        yield {"corrections": corrections}
    yield {"topics": record.topics, "reviewed": REVIEW}
    yield {"topics": (), "reviewed": None}
    for figures in (FIGURES, CONTRARY, ()):
        yield {"figures": figures}
    for about in ((), ("lonely",), ("nobody",)):
        yield {"about": about, "said_by": ""}
    yield {"cites": record.cites[:1]}


EDITS = [(id, edit) for id in IDS for edit in edits(id)]


def rich_site() -> Site:
    """Return a site in which an edit has many rules find something else."""
    site = small_site()
    entity = replace(next(iter(site.entities.values())), id="lonely", name="Lonely")
    review = Review("the desk", parse("2024-04-15"))
    topics = {
        id: replace(topic, record=replace(topic.record, reviewed=review))
        for id, topic in site.topics.items()
    }
    site = replace(site, entities={**site.entities, "lonely": entity}, topics=topics)
    first, second, third = IDS
    links = f"[a](claims/{second}.html), [b](claims/nowhere.html)"
    plan = {"kind": "plan", "status": "published", "when": parse("2024-02"), "about": ()}
    site = edited(site, first, {**plan, "figures": FIGURES, "about": ("lonely",), "note": links})
    site = edited(site, second, {**plan, "figures": CONTRARY, "when": parse("2024-05-15")})
    site = edited(site, third, {**plan, "figures": (), **related(third, second, "qualifies", "so")})
    return edited(site, third, {"corrections": (CORRECTED,)})


def edited(site: Site, id: str, edit: Edit) -> Site:
    """Return the site with the claim edited, or back where it was not there."""
    claims = dict(site.claims)
    claim = claims.pop(id, small_site().claims[id])
    if edit is not None:
        record = replace(claim.record, **edit)
        cites = small_site().claims[id].cites[: len(record.cites)]
        claims[id] = Claim(record, cites, claim.said_by, claim.about)
    claims = {one: claims[one] for one in IDS if one in claims}
    return replace(
        site, claims=claims, cited_by=citations_by_source(site.sources, exchange({}, claims))
    )


def find_again(site: Site, before: Before | None) -> Before:
    """Return what is found in a site, having compared it with what is found from nothing."""
    told = site_facts(site)
    found = check_each_rule(site, told, before)
    assert found == check_each_rule(site, told)
    return Before(site, told, found)


@pytest.mark.parametrize("id", IDS)
def test_an_edit_is_seen_by_every_rule(id: str) -> None:
    rich = rich_site()
    for first in edits(id):
        site = edited(rich, id, first)
        before = find_again(site, find_again(rich, None))
        for edit in edits(id):
            find_again(edited(site, id, edit), before)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=8))
def test_what_rests_on_the_same_is_found_again(
    run: list[tuple[str, Edit]],
) -> None:
    site = rich_site()
    before = find_again(site, None)
    for edit in run:
        site = edited(site, *edit)
        before = find_again(site, before)


def test_what_was_found_is_not_looked_for_again() -> None:
    site = small_site()
    told = site_facts(site)
    found = check_each_rule(site, told)
    marked = {name: (*faults, Diagnostic("x", name, Place("x"))) for name, faults in found.items()}
    said = edited(site, IDS[0], {"claim": "Nothing much changed."})
    again = check_each_rule(said, site_facts(said, told), Before(site, told, marked))
    anew = [name for name, faults in again.items() if faults != marked[name]]
    assert anew == ["changed_without_correction"]
