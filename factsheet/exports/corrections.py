"""corrections.xml: what claims said before and why it was changed, as an Atom feed, newest first.

The n-th correction of a claim's record keeps its id, so a reader is told of each one once; new ones
stand at the end of the record.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from factsheet.addresses import CORRECTIONS, CORRECTIONS_FEED, changes_anchor, claim_page
from factsheet.corrections import corrections
from factsheet.exports.atom import ENTRIES, UNDATED, add_entry, day_of, head
from factsheet.exports.xml_files import child, encode
from factsheet.markup import plain
from factsheet.model import Claim, Correction, Output, Site


def corrections_feed(site: Site) -> Iterator[Output]:
    """Yield the one file; a site that corrected nothing yet has a feed without entries."""
    newest = corrections(site)[:ENTRIES]
    root = head(
        site.record,
        feed=CORRECTIONS_FEED,
        page=CORRECTIONS,
        title=f"Corrections: {site.record.title}",
        updated=day_of(newest[0][1].date) or UNDATED if newest else UNDATED,
    )
    for claim, correction in newest:
        _entry(root, claim, correction, site)
    yield Output(CORRECTIONS_FEED, encode(root))


def _entry(root: ET.Element, claim: Claim, correction: Correction, site: Site) -> None:
    numbered = enumerate(claim.record.corrections, 1)
    number = next(number for number, one in numbered if one is correction)
    page = f"{claim_page(claim.id)}#{changes_anchor(claim.id)}"
    entry = add_entry(
        root,
        site.record,
        name=f"{page}-{number}",
        page=page,
        title=claim.plain,
        updated=day_of(correction.date) or UNDATED,
    )
    for topic in claim.record.topics:
        child(entry, "category", term=topic, label=site.topics[topic].record.title)
    child(entry, "summary", f"Before: {plain(correction.was)} Why: {correction.because}")
