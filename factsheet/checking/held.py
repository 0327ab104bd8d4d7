"""The claims that the site still stands by."""

from collections.abc import Iterator

from factsheet.model import Claim, Site

LET_GO = ("superseded", "withdrawn")


def held(site: Site) -> Iterator[Claim]:
    """Yield the claims that are neither superseded nor withdrawn, drafts among them."""
    return filter(is_held, site.claims.values())


def is_held(claim: Claim) -> bool:
    """Return whether the claim is neither superseded nor withdrawn."""
    return claim.record.status not in LET_GO
