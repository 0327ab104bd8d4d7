"""The pages as a whole: every one, once, in an order that does not change, in any shares."""

import pickle
from collections import Counter

import pytest

from factsheet import addresses
from factsheet.pages import Page, claim_pages, list_pages, page_paths, setting
from factsheet.rendering import card, load_theme
from tests.pages.making import cards, every_page
from tests.sites import small_site


def test_every_address_of_the_site_is_made_once() -> None:
    site = small_site()
    paths = [page.path for page in every_page(site)]
    assert max(Counter(paths).values()) == 1
    wanted = addresses.site_pages(site.topics, site.claims, site.sources, site.entities)
    assert set(paths) == {*wanted, addresses.NOT_FOUND}
    assert paths == [*map(addresses.claim_page, site.claims), *page_paths(site)]


def test_the_same_site_gives_the_same_pages() -> None:
    """R-520."""
    assert list(every_page(small_site())) == list(every_page(small_site()))


def test_pages_are_values_that_can_be_keys() -> None:
    """R-508: a page is its own list of dependencies."""
    pages = list(every_page(small_site()))
    assert len({*pages, *every_page(small_site())}) == len(pages)


@pytest.mark.parametrize("shares", [1, 2, 3, 100])
def test_shares_together_are_the_whole(shares: int) -> None:
    """Each share is made with a setting of its own, as in a process of its own."""
    site = small_site()
    ids, paths = list(site.claims), list(page_paths(site))
    found: list[Page] = [
        page
        for number in range(shares)
        for page in claim_pages(site, setting(site), ids[number::shares])
    ]
    made = cards(site)
    for number in range(shares):
        found += list_pages(site, setting(site), made, frozenset(paths[number::shares]))
    assert set(found) == set(every_page(site))
    assert len(found) == len(set(found))


def test_a_list_needs_the_cards_of_its_own_claims_alone() -> None:
    site = small_site()
    made = cards(site)
    chamber = {addresses.entity_page("santa-rita-chamber")}
    (page,) = list_pages(site, setting(site), {"bridge-losses": made["bridge-losses"]}, chamber)
    assert page.path in chamber


def test_a_card_comes_whole_out_of_another_process() -> None:
    site = small_site()
    theme = load_theme()
    for page in claim_pages(site, setting(site), site.claims):
        made = card(page, theme)
        again = pickle.loads(pickle.dumps(made))
        assert again == made
        assert hasattr(again.sentence, "__html__")


def test_root_leads_from_every_depth() -> None:
    roots = {page.path: page.root for page in every_page(small_site())}
    assert roots["index.html"] == ""
    assert roots["claims/bridge-losses.html"] == "../"


def test_canonical_addresses_need_a_base_url() -> None:
    assert {page.canonical for page in every_page(small_site())} == {""}
    found = {page.path: page.canonical for page in every_page(small_site("https://a.example/b/"))}
    assert found["index.html"] == "https://a.example/b/index.html"
