from decimal import Decimal

from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Claim, Figure, RelationRecord, Site
from factsheet.tallies import apart, citation_of, tallies
from tests.sites import day, small_site

PLACE = Place("x")


def with_figures(claim: Claim, *figures: Figure) -> Claim:
    return replace(claim, record=replace(claim.record, figures=figures))


def kept_apart(claim: Claim, other: str, because: str = "") -> Claim:
    relation = RelationRecord("not-comparable-to", other, PLACE, because)
    return replace(claim, record=replace(claim.record, relations=(relation,)))


def with_claims(*claims: Claim) -> Site:
    """Return the small site with these claims in the place of those of their ids."""
    site = small_site()
    return replace(site, claims={**site.claims, **{claim.id: claim for claim in claims}})


def figure(name: str, counted_by: str = "", period: str = "") -> Figure:
    dated = day(period) if period else None
    return Figure(name, name, PLACE, value=Decimal(1), counted_by=counted_by, period=dated)


def test_figures_stand_by_who_counted_then_by_time_and_the_unknown_last() -> None:
    closing = with_figures(
        small_site().claims["bridge-closing"],
        figure("nobody's"),
        figure("late", "santa-rita-chamber", "2024-04-01"),
        figure("undated", "santa-rita-chamber"),
    )
    found = [one.figure.name for one in tallies(with_claims(closing))]
    assert found == ["lost sales", "late", "undated", "nobody's"]


def test_a_figure_knows_its_place_in_its_claim() -> None:
    closing = with_figures(small_site().claims["bridge-closing"], figure("a"), figure("b"))
    numbers = {one.figure.name: one.number for one in tallies(with_claims(closing))}
    assert numbers == {"a": 1, "b": 2, "lost sales": 1}


def test_what_does_not_compare_is_told_from_both_ends() -> None:
    claims = small_site().claims
    site = with_claims(kept_apart(claims["bridge-closing"], "bridge-losses", "not alike"))
    found = apart(site)
    assert [(one.claim.id, one.because) for one in found["bridge-closing"]] == [
        ("bridge-losses", "not alike")
    ]
    assert [(one.claim.id, one.because) for one in found["bridge-losses"]] == [
        ("bridge-closing", "not alike")
    ]


def test_what_both_ends_record_is_told_once_with_the_first_reason() -> None:
    claims = small_site().claims
    site = with_claims(
        kept_apart(claims["bridge-closing"], "bridge-losses", "not alike"),
        kept_apart(claims["bridge-losses"], "bridge-closing", "also not"),
    )
    assert [one.because for one in apart(site)["bridge-losses"]] == ["not alike"]


def test_other_relations_keep_nothing_apart() -> None:
    claim = small_site().claims["bridge-closing"]
    relation = RelationRecord("updates", "bridge-losses", PLACE)
    changed = replace(claim, record=replace(claim.record, relations=(relation,)))
    assert apart(with_claims(changed)) == {}


def test_the_citation_is_the_one_that_has_the_words() -> None:
    """Quotation marks and spaces differ as they may between a record and its article."""
    opening = small_site().claims["bridge-opening"]
    words = Figure("traffic", "traffic to  cross again", PLACE)
    assert citation_of(opening, words).source.id == "river-gazette"
    assert citation_of(opening, Figure("x", "in neither", PLACE)) == opening.cites[0]
