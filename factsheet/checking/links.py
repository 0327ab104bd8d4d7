"""Links in the records to other pages of the site."""

from collections.abc import Iterator
from itertools import chain

from factsheet import addresses
from factsheet.checking.facts import SiteFacts
from factsheet.checking.fields import Field, claim_fields, fields_beside_claims, linked_pages
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site
from factsheet.spelling import suggestion


def internal_links(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
    """A link to a page of the site leads to one that is there."""
    pages = frozenset(addresses.site_pages(site.topics, site.claims, site.sources, site.entities))
    leading = ((id, one.links) for id, one in told.claims.items() if one.links)
    astray = (site.claims[id] for id, links in leading if not pages.issuperset(links))
    of_claims = (field for claim in astray for field in claim_fields(claim))
    for field in chain(fields_beside_claims(site), of_claims):
        yield from broken(field, pages)


def broken(field: Field, pages: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield an error for each link of a text to a page that is not there."""
    for page, target in linked_pages(field.text):
        if page not in pages:
            yield Diagnostic(
                "broken-link",
                f"there is no page `{page}` on this site",
                field.place.saying(target),
                mend=suggestion(page, pages)
                or "write the page as seen from the site's root: claims/some-claim.html",
            )
