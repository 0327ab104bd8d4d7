"""Step four: the pages of a site, as frozen values that hold exactly what each shows.

Claim pages come first, since lists show claims by their cards. Any share of either can be made
without the rest: nothing but the setting and the cards goes from one page to another.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial

from factsheet import addresses
from factsheet.model import Site
from factsheet.pages.audit import audit_page
from factsheet.pages.blocks import relations
from factsheet.pages.claims import ClaimPage, claim_pages
from factsheet.pages.corrections import corrections_page
from factsheet.pages.entities import entity_pages, involved
from factsheet.pages.figures import figures_page
from factsheet.pages.front import about, home, masthead, not_found
from factsheet.pages.originals import cited_sources, originals
from factsheet.pages.settings import Later, Setting
from factsheet.pages.sources import source_lines, source_list, source_pages
from factsheet.pages.stamps import page_stamps
from factsheet.pages.topics import topic_pages, topics_of
from factsheet.pages.uses import Use, uses
from factsheet.pages.values import ClaimBlock, ClaimCard, Page

__all__ = [
    "ClaimBlock", "ClaimCard", "ClaimPage", "Page", "Setting", "Use",
    "cited_sources", "claim_pages", "list_pages", "originals", "page_paths", "page_stamps",
    "setting", "uses",
]  # fmt: skip

SINGLE: tuple[tuple[str, Callable[[Site, Setting], Page]], ...] = (
    (addresses.HOME, home),
    (addresses.SOURCES, source_list),
    (addresses.FIGURES, figures_page),
    (addresses.CORRECTIONS, corrections_page),
    (addresses.ABOUT, about),
    (addresses.AUDIT, audit_page),
    (addresses.NOT_FOUND, not_found),
)
"""The pages of which a site has one each, by their paths."""


def setting(site: Site) -> Setting:
    """Return what the pages of the site have in common."""
    return Setting(
        masthead(site),
        Later(partial(relations, site)),
        Later(partial(topics_of, site)),
        source_lines(site),
        Later(partial(involved, site)),
    )


def page_paths(site: Site) -> Iterator[str]:
    """Yield the path of every page that `list_pages` can make: all but those of claims."""
    yield from (path for path, _ in SINGLE)
    yield from map(addresses.topic_page, site.topics)
    yield from map(addresses.source_page, site.sources)
    yield from map(addresses.entity_page, site.entities)


def list_pages(
    site: Site, setting: Setting, cards: Mapping[str, ClaimCard], paths: Container[str]
) -> Iterator[Page]:
    """Yield the pages at these paths; the cards of the claims that they list must be there.

    A page that is not wanted costs nothing.
    """
    yield from (make(site, setting) for path, make in SINGLE if path in paths)
    yield from topic_pages(site, setting, cards, paths)
    yield from source_pages(site, setting, paths)
    yield from entity_pages(site, setting, cards, paths)
