"""Plans whose time has come."""

from collections.abc import Iterator
from datetime import date

from factsheet.checking.facts import SiteFacts, newest
from factsheet.checking.held import is_held
from factsheet.dates import in_words
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

ANSWERS = ("updates", "fulfils", "corrects")
"""Relations by which a claim tells what became of another."""


def plans_followed_up(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
    """A plan whose time is over has a claim that tells what became of it."""
    now = newest_date(site, told)
    if now is None or not site.whole:
        return
    answered = {
        relation.claim
        for relations in [claim.record.relations for claim in site.claims.values()]
        for relation in relations
        if relation.link in ANSWERS
    }
    for claim in [one for one in site.claims.values() if one.record.kind == "plan"]:
        when = claim.record.when
        is_due = when is not None and when.last is not None and when.last < now
        if is_held(claim) and when and is_due and claim.id not in answered:
            yield Diagnostic(
                "plan-overdue",
                f"this was planned for {in_words(when, site.record.language)},"
                " and no claim tells what became of it",
                claim.record.place.at("when"),
                severity="warning",
                mend=f"add `fulfils: {claim.id}` (or updates, corrects) to the claim that tells it;"
                " where no article does, accept this warning with that as the reason",
            )


def newest_date(site: Site, told: SiteFacts) -> date | None:
    """Return the newest day that the records know of; no clock, so that a build can be repeated.

    It is when articles appeared or were read, or when records were reviewed or corrected.
    """
    sources = [source.record for source in site.sources.values()]
    topics = [topic.record for topic in site.topics.values()]
    found = [day for one in sources for day in (one.issued, one.accessed, one.archive_date)]
    found += [topic.reviewed.on for topic in topics if topic.reviewed]
    of_claims = {one.newest for one in told.claims.values() if one.newest}
    return max(of_claims | {day for day in (newest(found),) if day}, default=None)
