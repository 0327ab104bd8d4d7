import csv
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.exports.figures import COLUMNS, figures_csv, safe
from factsheet.model import Figure, RelationRecord, Site
from tests.sites import small_site

SIGNS = st.text(st.sampled_from("=+-@\t\r\n \xa0a1'\""), max_size=8)


def exported(site: Site) -> list[dict[str, str]]:
    (output,) = figures_csv(site)
    assert output.path == "data/figures.csv"
    return list(csv.DictReader(StringIO(output.body.decode("utf-8"), newline="")))


def with_figure(**fields: Any) -> Site:
    """Return the small site with the figure's fields changed."""
    site = small_site()
    claim = site.claims["bridge-losses"]
    figure: Figure = replace(claim.record.figures[0], **fields)
    changed = replace(claim, record=replace(claim.record, figures=(figure,)))
    return replace(site, claims={**site.claims, claim.id: changed})


def test_figure_is_as_documented() -> None:
    (line,) = exported(small_site())
    assert tuple(line) == COLUMNS
    assert line == {
        "claim_id": "bridge-losses",
        "url": "claims/bridge-losses.html",
        "claim": "The chamber put the losses of traders at more than $2 million a day.",
        "status": "published",
        "name": "lost sales",
        "value": "",
        "at_least": "2000000",
        "at_most": "",
        "from": "",
        "to": "",
        "approximate": "no",
        "unit": "USD",
        "per": "day",
        "period": "2024-03-04/2024-03-05",
        "counted_by": "santa-rita-chamber",
        "counted_by_name": "Santa Rita Chamber of Commerce",
        "words": "more than $2 million per day",
        "passage": "sources/valley-post-2024-03-05.html#bridge-losses-1",
        "articles": "1",
        "origins": "1",
        "origin_names": "Santa Rita Chamber of Commerce",
        "not_comparable_to": "",
        "not_comparable_because": "",
    }


def test_what_does_not_compare_is_named_at_both_ends() -> None:
    site = with_figure()
    closing = site.claims["bridge-closing"]
    relation = RelationRecord("not-comparable-to", "bridge-losses", Place("x"), "not alike")
    changed = replace(closing, record=replace(closing.record, relations=(relation,)))
    (line,) = exported(replace(site, claims={**site.claims, closing.id: changed}))
    assert (line["not_comparable_to"], line["not_comparable_because"]) == (
        "bridge-closing",
        "not alike",
    )


def test_lines_end_as_rfc_4180_has_it() -> None:
    (output,) = figures_csv(with_figure(name='said "so",\nand so'))
    assert output.body.endswith(b"\r\n")
    assert b'"said ""so"",\nand so"' in output.body
    assert exported(with_figure(name='said "so",\nand so'))[0]["name"] == 'said "so",\nand so'


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal("1E+3"), "1000"), (Decimal("0.50"), "0.50"), (Decimal(0), "0")],
)
def test_numbers_are_plain_digits(value: Decimal, written: str) -> None:
    assert exported(with_figure(value=value, at_least=None))[0]["value"] == written


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r1", " =1", "\xa0=1", "a\n=1", "a\r\n -1"),
        *("a\r+1", "\n@x", "a\n\t1", "＝1"),
    ],
)
def test_formulas_are_disarmed(cell: str) -> None:
    """R-305."""
    assert safe(cell) == f"'{cell}"
    assert exported(with_figure(name=cell))[0]["name"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "1-2", "a +1", "$100 million", "a@b.example", "a\nb"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


@given(SIGNS)
def test_no_line_of_a_cell_begins_a_formula_unless_the_cell_is_text(cell: str) -> None:
    """R-305: told by another way than the pattern of the module."""
    lines = cell.replace("\r", "\n").split("\n")
    armed = any(line.strip()[:1] in tuple("=+-@") for line in lines) or any(
        "\t" in line[: len(line) - len(line.lstrip())] for line in lines
    )
    armed = armed or "\r" in cell[: len(cell) - len(cell.lstrip())]
    assert not armed or safe(cell) == f"'{cell}"
    assert safe(cell) in (cell, f"'{cell}")
