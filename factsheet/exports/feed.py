"""feed.xml: the claims of a site as an Atom feed, the newest first.

No clock is read: a claim is as new as the latest date in its record.
"""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

from factsheet.addresses import FEED, HOME, claim_page
from factsheet.exports.atom import ENTRIES, UNDATED, add_entry, day_of, head
from factsheet.exports.xml_files import child, encode
from factsheet.model import Claim, Output, Site


def feed(site: Site) -> Iterator[Output]:
    """Yield the one file."""
    newest = sorted(
        ((changed(claim), claim) for claim in site.claims.values()),
        key=lambda dated: (-dated[0].toordinal(), dated[1].id),
    )[:ENTRIES]
    updated = newest[0][0] if newest else UNDATED
    root = head(site.record, feed=FEED, page=HOME, title=site.record.title, updated=updated)
    for day, claim in newest:
        _entry(root, claim, day, site)
    yield Output(FEED, encode(root))


def changed(claim: Claim) -> date:
    """Return the latest day that the record tells of: corrected, else reviewed, else accessed."""
    record = claim.record
    reviewed = (record.reviewed.on,) if record.reviewed else ()
    accessed = (citation.source.record.accessed for citation in claim.cites)
    for dates in ((c.date for c in record.corrections), reviewed, accessed):
        days = [day for edtf in dates if edtf and (day := day_of(edtf))]
        if days:
            return max(days)
    return UNDATED


def _entry(root: ET.Element, claim: Claim, day: date, site: Site) -> None:
    page = claim_page(claim.id)
    title = claim.plain
    entry = add_entry(root, site.record, name=page, page=page, title=title, updated=day)
    for topic in claim.record.topics:
        child(entry, "category", term=topic, label=site.topics[topic].record.title)
    child(entry, "summary", _summary(claim))


def _summary(claim: Claim) -> str:
    """Return each quotation with the name of its source, and the status if it is not the usual."""
    status = "" if claim.record.status == "published" else f"[{claim.record.status}] "
    quotes = (
        f"“{citation.passage.quote}” ({citation.source.record.title})" for citation in claim.cites
    )
    return status + " ".join(quotes)
