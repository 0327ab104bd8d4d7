"""Plans whose time has come."""

from collections.abc import Iterator
from datetime import date

from factsheet.checking.held import held
from factsheet.dates import Edtf, in_words
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

ANSWERS = ("updates", "fulfils", "corrects")
"""Relations by which a claim tells what became of another."""


def plans_followed_up(site: Site) -> Iterator[Diagnostic]:
    """A plan whose time is over has a claim that tells what became of it."""
    now = newest_date(site)
    if now is None or not site.whole:
        return
    answered = {
        relation.claim
        for claim in site.claims.values()
        for relation in claim.record.relations
        if relation.link in ANSWERS
    }
    for claim in held(site):
        when = claim.record.when
        is_due = when is not None and when.last is not None and when.last < now
        if claim.record.kind == "plan" and when and is_due and claim.id not in answered:
            yield Diagnostic(
                "plan-overdue",
                f"this was planned for {in_words(when, site.record.language)},"
                " and no claim tells what became of it",
                claim.record.place.at("when"),
                severity="warning",
                mend=f"add `fulfils: {claim.id}` (or updates, corrects) to the claim that tells it;"
                " where no article does, accept this warning with that as the reason",
            )


def newest_date(site: Site) -> date | None:
    """Return the newest day that the records know of; no clock, so that a build can be repeated."""
    return max((day.first for day in dates(site) if day and day.first), default=None)


def dates(site: Site) -> list[Edtf | None]:
    """Return when articles appeared and were read, and when records were reviewed and corrected."""
    sources = [source.record for source in site.sources.values()]
    claims = [claim.record for claim in site.claims.values()]
    found = [day for one in sources for day in (one.issued, one.accessed, one.archive_date)]
    found += [one.reviewed.on for one in claims if one.reviewed]
    found += [topic.record.reviewed.on for topic in site.topics.values() if topic.record.reviewed]
    found += [correction.date for one in claims for correction in one.corrections]
    return found
