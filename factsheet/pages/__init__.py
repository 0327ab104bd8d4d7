"""Step four: the pages of a site, as frozen values that hold exactly what each shows."""

from collections.abc import Iterator

from factsheet.model import Site
from factsheet.pages.audit import audit_page
from factsheet.pages.blocks import claim_blocks
from factsheet.pages.claims import claim_pages
from factsheet.pages.corrections import corrections_page
from factsheet.pages.entities import entity_pages
from factsheet.pages.figures import figures_page
from factsheet.pages.front import about, home, masthead, not_found
from factsheet.pages.sources import source_lines, source_list, source_pages
from factsheet.pages.topics import topic_pages
from factsheet.pages.values import ClaimBlock, Page

__all__ = ["ClaimBlock", "Page", "plan"]


def plan(site: Site) -> Iterator[Page]:
    """Yield every page of the site; the same site gives the same pages in the same order."""
    head = masthead(site)
    blocks = claim_blocks(site)
    lines = source_lines(site)
    yield home(site, head, lines)
    yield from topic_pages(site, head, blocks, lines)
    yield from claim_pages(site, head, blocks)
    yield source_list(site, head, lines)
    yield from source_pages(site, head)
    yield from entity_pages(site, head, blocks)
    yield figures_page(site, head)
    yield corrections_page(site, head)
    yield about(site, head)
    yield audit_page(site, head)
    yield not_found(head)
