"""Pages and their parts of a small site, made as a build makes them."""

from collections.abc import Iterator

from factsheet import pages
from factsheet.model import Site
from factsheet.pages import ClaimBlock, ClaimCard, Page
from factsheet.rendering import Theme, card


def blocks(site: Site) -> dict[str, ClaimBlock]:
    """Return the whole block of every claim by the claim's id."""
    made = pages.claim_pages(site, pages.setting(site), site.claims)
    return {page.whole.id: page.whole for page in made}


def cards(site: Site) -> dict[str, ClaimCard]:
    """Return the card of every claim by the claim's id; their grounds are not rendered."""
    return {
        one.id: ClaimCard(
            one.id, one.page, one.sentence, one.plain, one.has_links, one.kind, one.status, b""
        )
        for one in blocks(site).values()
    }


def every_page(site: Site, theme: Theme | None = None) -> Iterator[Page]:
    """Yield every page of the site; what lists show of claims is rendered if a theme is given."""
    setting = pages.setting(site)
    made = cards(site)
    for page in pages.claim_pages(site, setting, site.claims):
        if theme is not None:
            made[page.whole.id] = card(page, theme)
        yield page
    yield from pages.list_pages(site, setting, made, frozenset(pages.page_paths(site)))
