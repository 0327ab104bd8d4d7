from msgspec.structs import replace

from factsheet.corrections import corrections
from factsheet.diagnostics import Place
from factsheet.model import Claim, Correction
from tests.sites import day, small_site


def corrected(claim: Claim, *dates: str) -> Claim:
    entries = tuple(
        Correction(day(date), f"was {date}, {number}", "because", Place("x"))
        for number, date in enumerate(dates, 1)
    )
    return replace(claim, record=replace(claim.record, corrections=entries))


def test_newest_first_over_all_claims() -> None:
    site = small_site()
    claims = {
        "bridge-opening": corrected(site.claims["bridge-opening"], "2024-04-03"),
        "bridge-losses": corrected(site.claims["bridge-losses"], "2024-04-02", "2024-04-05"),
        "bridge-closing": corrected(site.claims["bridge-closing"], "2024-04-03", "2024-04-03"),
    }
    found = corrections(replace(site, claims=claims))
    assert [(claim.id, correction.was) for claim, correction in found] == [
        ("bridge-losses", "was 2024-04-05, 2"),
        ("bridge-closing", "was 2024-04-03, 2"),
        ("bridge-closing", "was 2024-04-03, 1"),
        ("bridge-opening", "was 2024-04-03, 1"),
        ("bridge-losses", "was 2024-04-02, 1"),
    ]


def test_site_that_corrected_nothing_has_none() -> None:
    assert corrections(replace(small_site(), claims={})) == ()
