from datetime import date

from msgspec.structs import replace

from factsheet.checking import site_facts
from factsheet.checking.plans import newest_date, plans_followed_up
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site
from tests.sites import day, small_site


def with_plan_for(when: str) -> Site:
    """Return the small site, its plan still held and meant for this time."""
    site = small_site()
    plan = site.claims["bridge-opening"]
    held = replace(plan, record=replace(plan.record, status="published", when=day(when)))
    return replace(site, claims={**site.claims, plan.id: held})


def overdue(site: Site) -> list[Diagnostic]:
    return list(plans_followed_up(site, site_facts(site)))


def test_now_is_the_newest_date_in_the_records() -> None:
    """R-521: no clock; here it is the day of a correction."""
    site = small_site()
    assert newest_date(site, site_facts(site)) == date(2024, 4, 2)


def test_records_without_dates_have_no_now() -> None:
    site = replace(small_site(), sources={}, claims={}, topics={})
    assert newest_date(site, site_facts(site)) is None
    assert not overdue(site)


def test_the_last_day_of_the_time_counts() -> None:
    assert len(overdue(with_plan_for("2024-03-30/2024-04-01"))) == 1
    assert not overdue(with_plan_for("2024-03-30/2024-04-02"))


def test_while_records_are_left_out_nothing_is_overdue() -> None:
    assert not overdue(replace(with_plan_for("2024-04-01"), whole=False))
