from decimal import Decimal

import pytest
from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Figure, Site
from factsheet.releases import ReleasedCitation, ReleasedFigure
from factsheet.releasing import amount, release_of
from tests.sites import small_site


def test_release_holds_what_readers_are_given() -> None:
    release = release_of(small_site())
    assert [claim.id for claim in release.claims] == [
        "bridge-closing",
        "bridge-losses",
        "bridge-opening",
    ]
    losses = release.claims[1]
    assert (losses.file, losses.status, losses.corrections) == (
        "content/claims/bridge.yaml",
        "published",
        1,
    )
    assert losses.figures == (
        ReleasedFigure(
            "lost sales",
            "at least 2,000,000",
            "USD",
            "day",
            "2024-03-04/2024-03-05",
            "santa-rita-chamber",
        ),
    )
    assert release.claims[2].cites[1] == ReleasedCitation(
        "river-gazette", "supports", "Engineers expect […] traffic to cross again in April"
    )
    assert release.topics == ("bridge",)
    assert release.sources == ("river-gazette", "valley-post-2024-03-05")
    assert release.entities == ("santa-rita-chamber",)


def test_drafts_are_not_released() -> None:
    site: Site = small_site()
    claim = site.claims["bridge-losses"]
    draft = replace(claim, record=replace(claim.record, status="draft"))
    release = release_of(replace(site, claims={**site.claims, claim.id: draft}))
    assert claim.id not in {one.id for one in release.claims}


BOATS = Figure("boats", "boats", Place("x"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (replace(BOATS, value=Decimal(460000)), "460,000"),
        (replace(BOATS, value=Decimal("1.50")), "1.5"),
        (replace(BOATS, value=Decimal("4.6E+5")), "460,000"),
        (replace(BOATS, at_least=Decimal(788000)), "at least 788,000"),
        (replace(BOATS, at_most=Decimal(15)), "at most 15"),
        (replace(BOATS, value=Decimal(6500), approximate=True), "about 6,500"),
        (replace(BOATS, lower=Decimal(40), upper=Decimal(60)), "40 to 60"),
    ],
)
def test_one_number_has_one_form(number: Figure, words: str) -> None:
    assert amount(number) == words
