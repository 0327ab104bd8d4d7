"""feed.xml: the claims of a site as an Atom feed (RFC 4287), the newest first.

No clock is read: a claim is as new as the latest date in its record. Without a base URL the links
are relative to the feed, and ids are UUIDs (RFC 4122, version 5) made from names that stay.
"""

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from factsheet import GENERATOR
from factsheet.addresses import FEED, HOME, claim_page
from factsheet.dates import Edtf
from factsheet.exports.xml_files import child, encode
from factsheet.markup import plain
from factsheet.model import Claim, Output, Site, SiteRecord

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 100
"""At most so many claims, the newest."""
UNDATED = date(1970, 1, 1)
"""Stands for the date of a claim whose record has none: Atom requires one."""


def feed(site: Site) -> Iterator[Output]:
    """Yield the one file."""
    newest = sorted(
        ((changed(claim), claim) for claim in site.claims.values()),
        key=lambda dated: (-dated[0].toordinal(), dated[1].id),
    )[:ENTRIES]
    root = _head(site.record, newest[0][0] if newest else UNDATED)
    for day, claim in newest:
        _entry(root, claim, day, site)
    yield Output(FEED, encode(root))


def changed(claim: Claim) -> date:
    """Return the latest day that the record tells of: corrected, else reviewed, else accessed."""
    record = claim.record
    reviewed = (record.reviewed.on,) if record.reviewed else ()
    accessed = (citation.source.record.accessed for citation in claim.cites)
    for dates in ((c.date for c in record.corrections), reviewed, accessed):
        days = [day for edtf in dates if edtf and (day := _day(edtf))]
        if days:
            return max(days)
    return UNDATED


def _day(edtf: Edtf) -> date | None:
    return edtf.last or edtf.first


def _head(site: SiteRecord, updated: date) -> ET.Element:
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    child(root, "id", _id(site, HOME))
    child(root, "title", site.title)
    if site.description:
        child(root, "subtitle", site.description)
    child(root, "updated", _timestamp(updated))
    child(root, "link", rel="alternate", type="text/html", href=site.base_url + HOME)
    if site.base_url:
        child(root, "link", rel="self", type="application/atom+xml", href=site.base_url + FEED)
    _author(root, site)
    if site.license:
        child(root, "rights", site.license)
    name, version = GENERATOR.split()
    child(root, "generator", name, version=version)
    return root


def _author(root: ET.Element, site: SiteRecord) -> None:
    author = child(root, "author")
    child(author, "name", site.publisher.name or site.title)
    if site.publisher.url:
        child(author, "uri", site.publisher.url)
    if site.publisher.email:
        child(author, "email", site.publisher.email)


def _entry(root: ET.Element, claim: Claim, day: date, site: Site) -> None:
    entry = child(root, "entry")
    page = claim_page(claim.id)
    child(entry, "id", _id(site.record, page))
    child(entry, "title", plain(claim.record.claim))
    child(entry, "updated", _timestamp(day))
    child(entry, "link", rel="alternate", type="text/html", href=site.record.base_url + page)
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


def _id(site: SiteRecord, path: str) -> str:
    if site.base_url:
        return site.base_url + path
    return uuid5(NAMESPACE_URL, f"{site.publisher.url or site.title}/{path}").urn


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
