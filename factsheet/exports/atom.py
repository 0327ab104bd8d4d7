"""An Atom feed (RFC 4287) of a site: its head and its entries.

Without a base URL the links are relative to the feed, and ids are UUIDs (RFC 4122, version 5) made
from names that stay.
"""

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from factsheet import GENERATOR
from factsheet.dates import Edtf
from factsheet.exports.xml_files import child
from factsheet.model import SiteRecord

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 100
"""At most so many in a feed, the newest."""
UNDATED = date(1970, 1, 1)
"""Stands for a date that no record has: Atom requires one."""


def head(site: SiteRecord, *, feed: str, page: str, title: str, updated: date) -> ET.Element:
    """Return a feed without entries; `feed` and `page` are paths in the output folder."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    child(root, "id", lasting_id(site, page))
    child(root, "title", title)
    if site.description:
        child(root, "subtitle", site.description)
    child(root, "updated", timestamp(updated))
    child(root, "link", rel="alternate", type="text/html", href=site.base_url + page)
    if site.base_url:
        child(root, "link", rel="self", type="application/atom+xml", href=site.base_url + feed)
    add_author(root, site)
    if site.license:
        child(root, "rights", site.license)
    name, version = GENERATOR.split()
    child(root, "generator", name, version=version)
    return root


def add_author(root: ET.Element, site: SiteRecord) -> None:
    author = child(root, "author")
    child(author, "name", site.publisher.name or site.title)
    if site.publisher.url:
        child(author, "uri", site.publisher.url)
    if site.publisher.email:
        child(author, "email", site.publisher.email)


def add_entry(
    root: ET.Element, site: SiteRecord, *, name: str, page: str, title: str, updated: date
) -> ET.Element:
    """Add an entry and return it; `name` is an address that stays its own, `page` the link's."""
    entry = child(root, "entry")
    child(entry, "id", lasting_id(site, name))
    child(entry, "title", title)
    child(entry, "updated", timestamp(updated))
    child(entry, "link", rel="alternate", type="text/html", href=site.base_url + page)
    return entry


def lasting_id(site: SiteRecord, path: str) -> str:
    """Return an IRI for what stands at this path, the same in every build."""
    if site.base_url:
        return site.base_url + path
    return uuid5(NAMESPACE_URL, f"{site.publisher.url or site.title}/{path}").urn


def timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def day_of(edtf: Edtf) -> date | None:
    """Return the last day that a date can mean, or else the first."""
    return edtf.last or edtf.first
