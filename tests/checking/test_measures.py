from decimal import Decimal

import pytest
from msgspec.structs import replace

from factsheet.checking import site_facts
from factsheet.checking.measures import MOST, are_compatible, do_overlap, figures_agree
from factsheet.dates import parse
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Figure, Site
from tests.sites import small_site


def figure(text: str) -> Figure:
    """Return a figure from how it is said: `5`, `~5`, `5+` (at least), `5-` (at most), `5..8`."""
    plain = Figure("n", "w", Place("f"), approximate=text.startswith("~"))
    text = text.removeprefix("~")
    if text.endswith("+"):
        return replace(plain, at_least=Decimal(text[:-1]))
    if text.endswith("-"):
        return replace(plain, at_most=Decimal(text[:-1]))
    first, dots, last = text.partition("..")
    if dots:
        return replace(plain, lower=Decimal(first), upper=Decimal(last))
    return replace(plain, value=Decimal(first))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("304162", "304162"),
        ("788000+", "800000"),
        ("788000+", "700000+"),
        ("100-", "3"),
        ("40..60", "60..80"),
        ("40..60", "50"),
        ("~6500", "6480"),
        ("~6500", "~7500"),
        ("~2000+", "1900"),
    ],
)
def test_numbers_that_can_be_true_together(one: str, other: str) -> None:
    assert are_compatible(figure(one), figure(other))
    assert are_compatible(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("304162", "304126"),
        ("788000+", "460000"),
        ("100-", "101+"),
        ("40..60", "61..80"),
        ("~6500", "400"),
        ("~100000000", "120000000"),
    ],
)
def test_numbers_that_cannot(one: str, other: str) -> None:
    assert not are_compatible(figure(one), figure(other))
    assert not are_compatible(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-08", "2023-08-31", True),
        ("2023-08", "2023-09", False),
        ("2023-05-12/..", "2023-12", True),
        ("../2023-05-11", "2023-05-12/..", False),
    ],
)
def test_periods_that_may_share_a_day(one: str, other: str, expected: bool) -> None:
    assert do_overlap(parse(one), parse(other)) is expected
    assert do_overlap(parse(other), parse(one)) is expected
    assert do_overlap(parse(one), None)


def disagreeing(site: Site) -> list[Diagnostic]:
    return list(figures_agree(site, site_facts(site)))


def with_two_figures(name: str, *, one_claim: bool) -> Site:
    """Return the small site with another value for its lost sales."""
    site = small_site()
    losses, closing = site.claims["bridge-losses"], site.claims["bridge-closing"]
    (given,) = losses.record.figures
    less = replace(given, name=name, at_least=None, value=Decimal(5))
    kept = (given, less) if one_claim else (given,)
    claims = {
        losses.id: replace(losses, record=replace(losses.record, figures=kept)),
        closing.id: replace(
            closing, record=replace(closing.record, figures=() if one_claim else (less,))
        ),
    }
    return replace(site, claims=claims)


def test_a_disagreement_is_told_once_with_both_places() -> None:
    (told,) = disagreeing(with_two_figures("Lost  SALES", one_claim=False))
    assert told.place.path[:1] == told.also[0].path[:1] == (1,)
    assert "bridge-losses" in told.message


def test_two_numbers_of_one_claim_are_its_own_matter() -> None:
    assert not disagreeing(with_two_figures("lost sales", one_claim=True))


def test_another_name_without_a_subject_in_common_is_another_measure() -> None:
    assert not disagreeing(with_two_figures("sales put off", one_claim=False))


def test_a_figure_is_compared_with_those_nearest_to_it() -> None:
    """R-802: thousands of figures of one name are not compared each with each."""
    site = small_site()
    losses = site.claims["bridge-losses"]
    (given,) = losses.record.figures
    compatible = [
        replace(given, at_least=Decimal(number), place=Place("f", (number,)))
        for number in range(MOST + 1)
    ]
    contrary = replace(given, at_least=None, value=Decimal(0), place=Place("f", (-1,)))

    def told(*figures: Figure) -> int:
        claims = {
            str(number): replace(
                losses, record=replace(losses.record, id=str(number), figures=(figure,))
            )
            for number, figure in enumerate(figures)
        }
        return len(disagreeing(replace(site, claims=claims)))

    assert told(*compatible) == 0
    assert told(compatible[1], contrary) == 1
    assert told(compatible[1], *compatible[:1] * MOST, contrary) == 0
