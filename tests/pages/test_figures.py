from typing import Any

from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Inference, RelationRecord, Site
from factsheet.pages import setting
from factsheet.pages.figures import FigureRow, FiguresPage, figures_page
from factsheet.pages.values import Origins
from tests.sites import small_site

PLACE = Place("x")


def the_page(site: Site) -> FiguresPage:
    return figures_page(site, setting(site))


def the_row(site: Site) -> FigureRow:
    (counter,) = the_page(site).counters
    (row,) = counter.rows
    return row


def with_record(site: Site, claim_id: str, **fields: Any) -> Site:
    claim = site.claims[claim_id]
    changed = replace(claim, record=replace(claim.record, **fields))
    return replace(site, claims={**site.claims, claim_id: changed})


def test_a_figure_says_all_that_makes_it_comparable_or_not() -> None:
    row = the_row(small_site())
    assert (row.amount, row.name) == ("at least 2,000,000 USD per day", "lost sales")
    assert row.words == "more than $2 million per day"
    assert row.passage == "sources/valley-post-2024-03-05.html#bridge-losses-1"
    assert row.origins == Origins(1, ("Santa Rita Chamber of Commerce",))
    assert row.period is not None
    assert row.period.words == "4–5 March 2024"
    assert row.claim.href == "claims/bridge-losses.html"
    assert (row.status, row.inferred, row.apart) == ("", (), ())


def test_who_counted_heads_the_figures() -> None:
    site = small_site()
    (counter,) = the_page(site).counters
    assert counter.counted_by is not None
    assert counter.counted_by.text == "Santa Rita Chamber of Commerce"
    figure = replace(site.claims["bridge-losses"].record.figures[0], counted_by="")
    (nobody,) = the_page(with_record(site, "bridge-losses", figures=(figure,))).counters
    assert nobody.counted_by is None


def test_what_it_must_not_be_compared_with_leads_to_the_other_figure() -> None:
    site = small_site()
    figure = replace(site.claims["bridge-losses"].record.figures[0], name="tolls")
    relation = RelationRecord("not-comparable-to", "bridge-losses", PLACE, "not alike")
    both = with_record(site, "bridge-closing", figures=(figure,), relations=(relation,))
    rows = {row.name: row for row in the_page(both).counters[0].rows}
    (there,), (back,) = rows["tolls"].apart, rows["lost sales"].apart
    assert there.other.href == f"figures.html#{rows['lost sales'].anchor}"
    assert back.other.href == f"figures.html#{rows['tolls'].anchor}"
    assert back.other.text == "at least 2,000,000 USD per day, tolls"
    assert there.because == back.because == "not alike"


def test_a_claim_without_a_figure_is_named_by_its_sentence() -> None:
    relation = RelationRecord("not-comparable-to", "bridge-losses", PLACE, "not alike")
    site = with_record(small_site(), "bridge-closing", relations=(relation,))
    (one,) = the_row(site).apart
    assert one.other.href == "claims/bridge-closing.html"
    assert one.other.text == "The bridge at Santa Rita closed after the river rose."


def test_what_is_inferred_of_a_figure_leads_to_the_reason() -> None:
    parts = (
        Inference("2024-03-04/2024-03-05", "“Monday”, and a report of Tuesday", PLACE),
        Inference("Santa Rita Chamber of Commerce", "it is the only chamber", PLACE),
    )
    row = the_row(with_record(small_site(), "bridge-losses", inferred=parts))
    assert [(link.text, link.href) for link in row.inferred] == [
        ("the period", "claims/bridge-losses.html#inferred_bridge-losses-1"),
        ("who counted", "claims/bridge-losses.html#inferred_bridge-losses-2"),
    ]


def test_a_claim_that_fell_says_so_beside_its_figure() -> None:
    assert the_row(with_record(small_site(), "bridge-losses", status="withdrawn")).status == (
        "Withdrawn"
    )


def test_a_site_without_figures_has_an_empty_page() -> None:
    page = the_page(with_record(small_site(), "bridge-losses", figures=()))
    assert (page.counters, page.figures) == ((), 0)
