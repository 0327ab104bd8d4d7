"""Corrections of all claims in one list, for the page and the feed that readers follow."""

from factsheet.model import Claim, Correction, Site


def corrections(site: Site) -> tuple[tuple[Claim, Correction], ...]:
    """Return every correction with its claim, the newest first.

    Corrections of one day come in the order of their claims' ids, and those of one claim with the
    last in its record first.
    """
    found = [
        (claim, correction)
        for claim in sorted(site.claims.values(), key=lambda claim: claim.id)
        for correction in reversed(claim.record.corrections)
    ]
    return tuple(sorted(found, key=lambda pair: latest_day(pair[1]), reverse=True))


def latest_day(correction: Correction) -> str:
    """Return the last day that its date can mean, in a form that sorts."""
    day = correction.date.last or correction.date.first
    return day.isoformat() if day else ""
