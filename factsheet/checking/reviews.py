"""Reviews that are older than what they reviewed."""

from collections.abc import Iterable, Iterator

from factsheet.checking.dates import before
from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Claim, Correction, Review, Site


def reviews_up_to_date(site: Site) -> Iterator[Diagnostic]:
    """After a correction of a claim somebody goes through its topics again."""
    below = corrections_by_topic(site.claims.values())
    for topic in site.topics.values():
        reviewed, place = topic.record.reviewed, topic.record.place
        yield from outdated(reviewed, below.get(topic.id, ()), place)


def claim_review_up_to_date(found: Evidence) -> Iterator[Diagnostic]:
    """After a correction somebody goes through the claim again."""
    record = found.claim.record
    yield from outdated(record.reviewed, record.corrections, record.place)


def corrections_by_topic(claims: Iterable[Claim]) -> dict[str, list[Correction]]:
    """Return the corrections of the claims that name each topic."""
    found: dict[str, list[Correction]] = {}
    for claim in claims:
        if claim.record.corrections:
            for topic in dict.fromkeys(claim.record.topics):
                found.setdefault(topic, []).extend(claim.record.corrections)
    return found


def outdated(
    review: Review | None, corrections: Iterable[Correction], place: Place
) -> Iterator[Diagnostic]:
    """Yield the warning for a review that lies before one of the corrections."""
    later = [c for c in corrections if review and before(review.on, c.date)]
    if review and later:
        newest = max(later, key=lambda correction: correction.date.text)
        yield Diagnostic(
            "review-outdated",
            f"the review is of {review.on.text}, and there is a correction of {newest.date.text}",
            place.at("reviewed", "on"),
            severity="warning",
            notes=(f"corrected because: {newest.because}",),
            mend="go through it again, and write who did and on which day",
            also=(newest.place.at("date"),),
        )
