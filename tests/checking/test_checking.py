"""The two kinds of rules, and how what they find is put together."""

import re
from itertools import chain
from pathlib import Path

import pytest
from msgspec.structs import replace

from factsheet import checking
from factsheet.checking import Background, background, check, check_claim, check_site, in_order
from factsheet.diagnostics import Diagnostic, Place
from factsheet.examining import examine
from factsheet.model import Claim, Site, Status
from tests.sites import small_site

ROOT = Path(__file__).resolve().parents[2]
SAID_AFTER = {"accepted-for-nothing"}
"""Told when all rules have been asked."""


def saying(claim: Claim, sentence: str) -> Claim:
    return replace(claim, record=replace(claim.record, claim=sentence))


def with_claim(site: Site, claim: Claim) -> Site:
    return replace(site, claims={**site.claims, claim.id: claim})


def test_every_rule_has_its_place_in_the_order() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "factsheet/checking").glob("*.py"))
    named = re.findall(r"Diagnostic\(\s*\"([a-z-]+)\"", source)
    assert set(named) - SAID_AFTER == set(checking.RANKS)


def test_claims_checked_one_by_one_and_the_site_give_all_that_is_found() -> None:
    site = examine(ROOT).site
    assert site is not None
    ground = background(site)
    apart = [check_claim(claim, ground) for claim in reversed(tuple(site.claims.values()))]
    found = chain(chain.from_iterable(reversed(apart)), check_site(site))
    assert tuple(in_order(found)) == tuple(check(site)) != ()


def test_a_claim_is_checked_without_the_others() -> None:
    site = small_site()
    claim = saying(site.claims["bridge-closing"], "In all 77 cars of Nobody Known were lost.")
    alone = replace(site, claims={claim.id: claim})
    ground = background(with_claim(site, claim))
    assert check_claim(claim, ground)
    assert background(alone).known == ground.known
    assert check_claim(claim, background(alone)) == check_claim(claim, ground)


def test_the_background_says_nothing_of_where_it_was_made() -> None:
    assert background(small_site()) == background(small_site())


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_claim_that_was_let_go_is_not_held_against_its_quotations(status: Status) -> None:
    site = small_site()
    claim = saying(site.claims["bridge-closing"], "In all 77 cars ![were](lost.png).")
    ground = background(site)
    let_go = replace(claim, record=replace(claim.record, status=status))
    assert {"number-not-quoted", "bad-markdown"} <= rules_broken(claim, ground)
    assert rules_broken(let_go, ground) == {"bad-markdown", "status-unexplained"}


def rules_broken(claim: Claim, ground: Background) -> set[str]:
    return {fault.rule for fault in check_claim(claim, ground)}


def fault(rule: str, file: str, key: str = "note") -> Diagnostic:
    return Diagnostic(rule, "…", Place(file, (key,)))


def test_order_is_by_rule_then_by_kind_of_record() -> None:
    in_their_order = [
        fault("end-before-start", "content/entities/a.yaml"),
        fault("wording", "content/sources/b.yaml"),
        fault("wording", "content/sources/a.yaml"),
        fault("wording", "content/claims/a.yaml"),
        fault("wording", "content/topics/a.yaml"),
        fault("wording", "content/entities/a.yaml"),
        fault("wording", "content/sources/a.yaml", "descriptor"),
        fault("wording", "content/topics/a.yaml", "sections"),
        fault("correction-order", "content/claims/a.yaml"),
    ]
    entangled = sorted(in_their_order, key=lambda one: (one.place.path, one.place.file[::-1]))
    entangled.sort(key=lambda one: one.place.file == "content/sources/a.yaml")
    assert entangled != in_their_order
    assert in_order(entangled) == in_their_order
