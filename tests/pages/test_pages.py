"""The plan as a whole: every page, once, in an order that does not change."""

from collections import Counter

from factsheet import addresses
from factsheet.pages import plan
from tests.sites import small_site


def test_every_address_of_the_site_is_planned_once() -> None:
    site = small_site()
    paths = [page.path for page in plan(site)]
    assert max(Counter(paths).values()) == 1
    wanted = addresses.site_pages(site.topics, site.claims, site.sources, site.entities)
    assert set(paths) == {*wanted, addresses.NOT_FOUND}


def test_the_same_site_gives_the_same_plan() -> None:
    """R-520."""
    assert list(plan(small_site())) == list(plan(small_site()))


def test_pages_are_values_that_can_be_keys() -> None:
    """R-508: a page is its own list of dependencies."""
    assert len({*plan(small_site()), *plan(small_site())}) == len(list(plan(small_site())))


def test_root_leads_from_every_depth() -> None:
    roots = {page.path: page.root for page in plan(small_site())}
    assert roots["index.html"] == ""
    assert roots["claims/bridge-losses.html"] == "../"


def test_canonical_addresses_need_a_base_url() -> None:
    assert {page.canonical for page in plan(small_site())} == {""}
    found = [page.canonical for page in plan(small_site("https://a.example/b/"))]
    assert found[0] == "https://a.example/b/index.html"
