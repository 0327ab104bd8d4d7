"""Why a claim is disputed, superseded or withdrawn, for the first thing that its readers see."""

from collections.abc import Iterable, Iterator

from factsheet import markup
from factsheet.model import Claim, Link, Status
from factsheet.pages import words
from factsheet.pages.values import Notice, Related

BEARING: dict[Status, tuple[Link, ...]] = {
    "disputed": ("disputes", "qualifies"),
    "superseded": ("updates", "corrects", "fulfils"),
    "withdrawn": ("corrects", "updates", "disputes"),
}
"""Which claims say why a claim has its status: those that bear on it in one of these ways."""


def notices(claim: Claim, related: Iterable[Related]) -> tuple[Notice, ...]:
    """Return the reasons for the claim's status: of its last correction, then of other claims.

    Its note stands in where neither gives one; a claim that simply stands has no reasons.
    """
    status = claim.record.status
    if status not in BEARING:
        return ()
    found = (*_of_correction(claim), *_of_others(status, related))
    if not found and claim.record.note:
        return (Notice("", None, markup.plain_block(claim.record.note)),)
    return found


def _of_correction(claim: Claim) -> Iterator[Notice]:
    if claim.record.corrections:
        yield Notice("", None, claim.record.corrections[-1].because)


def _of_others(status: Status, related: Iterable[Related]) -> Iterator[Notice]:
    """Yield what other claims say; a dispute is one from whichever end it is recorded."""
    told = {words.LINKS[link][1] for link in BEARING[status]}
    if status == "disputed":
        told.add(words.LINKS["disputes"][0])
    for way in related:
        if way.how in told:
            yield from (Notice(way.how, one.claim, one.because) for one in way.others)
