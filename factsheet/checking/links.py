"""Links in the records to other pages of the site."""

from collections.abc import Iterable, Iterator
from itertools import chain

from factsheet.addresses import is_site_page, site_pages
from factsheet.checking.facts import SiteFacts
from factsheet.checking.fields import (
    Field,
    claim_fields,
    fields_beside_claims,
    linked_pages,
    may_link,
)
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site
from factsheet.spelling import suggestion


def internal_links(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
    """A link to a page of the site leads to one that is there."""
    leading = [(id, one.links) for id, one in told.claims.items() if one.links]
    records = (site.topics, site.claims, site.sources, site.entities)
    pages = {page for _, links in leading for page in links}
    gone = {page for page in pages if not is_site_page(page, *records)}
    astray = [id for id, links in leading if not gone.isdisjoint(links)]
    texts = (field for field in fields_beside_claims(site) if may_link(field.text))
    leads = (
        (field, *link)
        for field in chain(texts, *(claim_fields(site.claims[id]) for id in astray))
        for link in linked_pages(field.text)
    )
    yield from broken([lead for lead in leads if not is_site_page(lead[1], *records)], site)


def broken(leads: Iterable[tuple[Field, str, str]], site: Site) -> Iterator[Diagnostic]:
    """Yield an error for each link to a page that is not there, given its text and both."""
    records = (site.topics, site.claims, site.sources, site.entities)
    pages = frozenset(site_pages(*records)) if leads else frozenset()
    for field, page, target in leads:
        yield Diagnostic(
            "broken-link",
            f"there is no page `{page}` on this site",
            field.place.saying(target),
            mend=suggestion(page, pages)
            or "write the page as seen from the site's root: claims/some-claim.html",
        )
