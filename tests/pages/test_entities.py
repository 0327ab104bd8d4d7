from decimal import Decimal

from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Entity, Site
from factsheet.pages import page_paths, setting
from factsheet.pages.entities import EntityPage, entity_links, entity_pages
from tests.pages.making import cards
from tests.sites import small_site


def the_page(site: Site) -> EntityPage:
    return next(entity_pages(site, setting(site), cards(site), frozenset(page_paths(site))))


def test_a_claim_stands_once_under_the_nearest_part() -> None:
    """R-204: the chamber said it, counted it and is its origin."""
    (group,) = the_page(small_site()).groups
    assert group.heading == "Said by Santa Rita Chamber of Commerce"
    assert [claim.id for claim in group.claims] == ["bridge-losses"]


def test_claims_about_an_entity_stand_apart_from_its_own() -> None:
    site = small_site()
    claim = site.claims["bridge-closing"]
    about = replace(claim, about=(site.entities["santa-rita-chamber"],))
    page = the_page(replace(site, claims={**site.claims, claim.id: about}))
    assert [(group.anchor, len(group.claims)) for group in page.groups] == [
        ("part_said", 1),
        ("part_about", 1),
    ]


def test_garbled_spellings_are_on_no_page() -> None:
    site = small_site()
    chamber = replace(site.entities["santa-rita-chamber"], garbled=("Santa Rota Chamber",))
    page = the_page(replace(site, entities={chamber.id: chamber}))
    assert "Santa Rota" not in repr(page)
    assert page.also == ("Santa Rita Chamber",)


def test_places_give_their_coordinates() -> None:
    place = Entity(
        "santa-rita",
        Place("x"),
        "Santa Rita",
        "place",
        coordinates=(Decimal("28.709"), Decimal("-100.500")),
    )
    page = the_page(replace(small_site(), entities={place.id: place}))
    assert page.coordinates == "28.709, -100.500"
    assert page.groups == ()


def test_index_is_by_name_whatever_the_case() -> None:
    names = ("beta", "Alpha", "gamma")
    entities = [Entity(name.lower(), Place("x"), name, "person") for name in names]
    assert [link.text for link in entity_links(entities, "person")] == ["Alpha", "beta", "gamma"]
    assert entity_links(entities, "place") == ()
