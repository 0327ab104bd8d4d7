import json
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from factsheet.exports.claims import claims_json
from factsheet.model import Figure, Site
from tests.sites import day, small_site


def exported(site: Site) -> list[dict[str, Any]]:
    (output,) = claims_json(site)
    assert output.path == "data/claims.json"
    claims: list[dict[str, Any]] = json.loads(output.body)["claims"]
    return claims


def figure_of(**fields: object) -> dict[str, Any]:
    """Return the only figure of the small site as exported with these fields."""
    site = small_site()
    claim = site.claims["bridge-losses"]
    bare = Figure("sales", "two million", claim.record.place)
    figure = replace(bare, **fields)
    changed = replace(claim, record=replace(claim.record, figures=(figure,)))
    (found,) = exported(replace(site, claims={claim.id: changed}))[0]["figures"]
    return dict(found)


def test_claim_has_the_documented_keys_in_their_order() -> None:
    closing, losses, opening = exported(small_site())
    assert list(losses) == [
        *("id", "url", "claim", "kind", "status", "topics", "said_by"),
        *("cites", "figures", "inferred", "origins"),
    ]
    assert "when" in closing
    assert "said_by" not in closing
    assert opening["status"] == "superseded"
    assert list(losses["cites"][0]) == ["source", "relation", "via", "href", "quote", "spans"]


def test_claim_is_as_documented() -> None:
    closing, losses, _ = exported(small_site())
    assert closing["claim"] == "The bridge at Santa Rita closed after the river rose."
    assert closing["when"] == "2024-03-04"
    assert closing["inferred"] == [
        {"what": "2024-03-04", "because": "“Monday” in a report of Tuesday"}
    ]
    assert closing["figures"] == []
    assert losses["url"] == "claims/bridge-losses.html"
    assert losses["said_by"] == "santa-rita-chamber"
    assert losses["cites"][0]["href"] == "sources/valley-post-2024-03-05.html#bridge-losses-1"
    assert losses["figures"] == [
        {
            "value": 2000000,
            "unit": "USD",
            "per": "day",
            "at_least": True,
            "approximate": False,
            "name": "lost sales",
            "words": "more than $2 million per day",
            "period": "2024-03-04/2024-03-05",
            "counted_by": "santa-rita-chamber",
        }
    ]


def test_text_between_spans_is_the_quotation() -> None:
    """R-451: in code points, also behind characters outside the basic plane."""
    site = small_site()
    for claim in exported(site):
        for cite in claim["cites"]:
            text = site.sources[cite["source"]].text
            assert " […] ".join(text[start:end] for start, end in cite["spans"]) == cite["quote"]


def test_origins_are_told_once_in_the_order_of_first_use() -> None:
    _, losses, opening = exported(small_site())
    assert losses["origins"] == ["santa-rita-chamber"]
    assert opening["origins"] == ["valley-post-2024-03-05", "river-gazette"]
    site = small_site()
    claim = site.claims["bridge-opening"]
    twice = replace(claim, cites=(claim.cites[1], *claim.cites))
    (found,) = exported(replace(site, claims={claim.id: twice}))
    assert found["origins"] == ["river-gazette", "valley-post-2024-03-05"]


def test_claims_are_sorted_by_id_whatever_their_order() -> None:
    """R-520."""
    site = small_site()
    turned = replace(site, claims={key: site.claims[key] for key in reversed(list(site.claims))})
    assert list(claims_json(turned)) == list(claims_json(site))


def test_figure_without_bounds_has_its_value() -> None:
    assert figure_of(value=Decimal("2.50"), approximate=True, unit="%") == {
        "value": 2.5,
        "unit": "%",
        "at_least": False,
        "approximate": True,
        "name": "sales",
        "words": "two million",
    }


def test_figure_of_nought_keeps_its_value() -> None:
    assert figure_of(value=Decimal(0))["value"] == 0


def test_upper_bound_says_so() -> None:
    figure = figure_of(at_most=Decimal(400))
    assert (figure["value"], figure["at_most"], figure["at_least"]) == (400, True, False)


def test_range_has_two_ends_and_no_value() -> None:
    figure = figure_of(lower=Decimal(10), upper=Decimal("12.5"), period=day("2024-03-04"))
    assert (figure["from"], figure["to"], figure["period"]) == (10, 12.5, "2024-03-04")
    assert "value" not in figure
