"""Pages of people, organizations and places: what they said, and what is said of them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from markupsafe import Markup

from factsheet import addresses, markup
from factsheet.model import Claim, Entity, Site
from factsheet.pages import words
from factsheet.pages.blocks import ROOT
from factsheet.pages.settings import Setting
from factsheet.pages.values import ClaimCard, Day, Group, Link, Masthead, Page

TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}


class EntityPage(Page, frozen=True, kw_only=True):
    """A person, an organization or a place."""

    template: ClassVar[str] = "entity.html"
    type: str
    also: tuple[str, ...]
    role: str
    as_of: Day | None
    text: Markup
    same_as: tuple[str, ...]
    coordinates: str
    """Latitude and longitude in degrees; empty when not known."""
    groups: tuple[Group, ...]


def entity_pages(
    site: Site, setting: Setting, cards: Mapping[str, ClaimCard], paths: Container[str]
) -> Iterator[EntityPage]:
    """Yield the pages of the entities at these paths, by id."""
    for entity in site.entities.values():
        if addresses.entity_page(entity.id) in paths:
            groups = tuple(_groups(entity, setting.involved.get(entity.id, {}), cards))
            yield _page(entity, setting.masthead, groups)


def entity_links(entities: Iterable[Entity], of_type: str) -> tuple[Link, ...]:
    """Return the entities of one type by name."""
    found = (words.entity_link(entity) for entity in entities if entity.type == of_type)
    return tuple(sorted(found, key=lambda link: (link.text.casefold(), link.href)))


def involved(site: Site) -> dict[str, dict[str, list[str]]]:
    """Return by entity id and part played the claims, each under the first part only."""
    found: dict[str, dict[str, list[str]]] = {}
    for claim in site.claims.values():
        for entity_id, part in _parts(claim).items():
            found.setdefault(entity_id, {}).setdefault(part, []).append(claim.id)
    return found


def _parts(claim: Claim) -> dict[str, str]:
    counted = (figure.counted_by for figure in claim.record.figures if figure.counted_by)
    told = (entity.id for citation in claim.cites for entity in citation.via)
    parts = {claim.said_by.id: "said"} if claim.said_by else {}
    for part, ids in (
        ("about", (entity.id for entity in claim.about)),
        ("counted", counted),
        ("told", told),
    ):
        for entity_id in ids:
            parts.setdefault(entity_id, part)
    return parts


def _groups(
    entity: Entity, claims: Mapping[str, Sequence[str]], cards: Mapping[str, ClaimCard]
) -> Iterator[Group]:
    headings = {
        "said": f"Said by {entity.name}",
        "about": f"About {entity.name}",
        "counted": f"Counted by {entity.name}",
        "told": f"Told by way of {entity.name}",
    }
    for part, heading in headings.items():
        if part in claims:
            yield Group(f"part_{part}", heading, tuple(cards[one] for one in claims[part]))


def _page(entity: Entity, masthead: Masthead, groups: tuple[Group, ...]) -> EntityPage:
    coordinates = "{}, {}".format(*entity.coordinates) if entity.coordinates else ""
    return EntityPage(
        path=addresses.entity_page(entity.id),
        title=entity.name,
        description=entity.role or f"What the sources say of {entity.name}.",
        site=masthead,
        type=TYPES[entity.type],
        also=entity.also,
        role=entity.role,
        as_of=words.day(entity.as_of),
        text=markup.block(entity.description, ROOT),
        same_as=entity.same_as,
        coordinates=coordinates,
        groups=groups,
    )
