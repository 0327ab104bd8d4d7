"""The claims that the site still stands by."""

from factsheet.model import Claim

LET_GO = ("superseded", "withdrawn")


def is_held(claim: Claim) -> bool:
    """Return whether the claim is neither superseded nor withdrawn."""
    return claim.record.status not in LET_GO
