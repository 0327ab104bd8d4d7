from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from factsheet.exports.atom import ATOM, ENTRIES
from factsheet.exports.feed import changed, feed
from factsheet.model import Claim, Publisher, Site
from tests.sites import small_site

BASE = "https://example.org/border/"


def parsed(site: Site) -> ET.Element:
    (output,) = feed(site)
    assert output.path == "feed.xml"
    return ET.fromstring(output.body)


def texts(root: ET.Element, path: str) -> list[str]:
    steps = "/".join(f"{{{ATOM}}}{step}" for step in path.split("/"))
    return [element.text or "" for element in root.findall(steps)]


def hrefs(root: ET.Element, path: str) -> list[str]:
    steps = "/".join(f"{{{ATOM}}}{step}" for step in path.split("/"))
    return [element.attrib["href"] for element in root.findall(steps)]


def undated(claim: Claim) -> Claim:
    """Return the claim without corrections, review or a source's date of access."""
    cites = tuple(
        replace(c, source=replace(c.source, record=replace(c.source.record, accessed=None)))
        for c in claim.cites
    )
    return replace(claim, record=replace(claim.record, corrections=(), reviewed=None), cites=cites)


def test_feed_has_all_that_atom_requires() -> None:
    """R-304; RFC 4287, 4.1.1 and 4.1.2."""
    root = parsed(small_site(BASE))
    assert root.tag == f"{{{ATOM}}}feed"
    for required in ("id", "title", "updated", "author/name"):
        assert len(texts(root, required)) == 1
    for entry in root.findall(f"{{{ATOM}}}entry"):
        for required in ("id", "title", "updated", "summary"):
            assert len(texts(entry, required)) == 1
    assert texts(root, "title") == ["The bridge at Santa Rita"]
    assert texts(root, "subtitle") == ["What is known of the flood & the bridge."]
    assert texts(root, "author/email") == ["editors@bridge.example"]


def test_entries_are_the_claims_newest_first() -> None:
    root = parsed(small_site())
    assert texts(root, "entry/updated") == [
        "2024-04-02T00:00:00Z",
        "2024-03-25T00:00:00Z",
        "2024-03-20T00:00:00Z",
    ]
    assert texts(root, "updated") == ["2024-04-02T00:00:00Z"]
    assert texts(root, "entry/title")[2] == "The bridge at Santa Rita closed after the river rose."


def test_summary_quotes_and_names_the_source_and_tells_the_status() -> None:
    summaries = texts(parsed(small_site()), "entry/summary")
    assert summaries[1] == (
        "[superseded] “Engineers expect the bridge to open again in April” (Flood shuts the "
        "bridge at Santa Rita) “Engineers expect […] traffic to cross again in April” (Bridge & "
        "river: what we know)"
    )


def test_claim_is_as_new_as_its_record_says() -> None:
    """R-521: no clock is read, also for a claim without any date."""
    claim = small_site().claims["bridge-losses"]
    assert changed(claim).isoformat() == "2024-04-02"
    uncorrected = replace(claim, record=replace(claim.record, corrections=()))
    assert changed(uncorrected).isoformat() == "2024-03-25"
    unreviewed = replace(claim, record=replace(uncorrected.record, reviewed=None))
    assert changed(unreviewed).isoformat() == "2024-03-20"
    assert changed(undated(claim)).isoformat() == "1970-01-01"


def test_claim_of_two_sources_is_as_new_as_the_newer() -> None:
    claim = small_site().claims["bridge-opening"]
    assert changed(replace(claim, record=replace(claim.record, reviewed=None))).day == 21


def test_with_base_url_links_and_ids_are_absolute() -> None:
    root = parsed(small_site(BASE))
    assert hrefs(root, "link") == [BASE + "index.html", BASE + "feed.xml"]
    assert hrefs(root, "entry/link")[0] == BASE + "claims/bridge-losses.html"
    assert texts(root, "entry/id") == hrefs(root, "entry/link")


def test_without_base_url_ids_are_uuids_and_links_relative() -> None:
    site = small_site()
    root = parsed(site)
    ids = texts(root, "id") + texts(root, "entry/id")
    assert len({UUID(urn) for urn in ids}) == 4
    assert all(urn.startswith("urn:uuid:") for urn in ids)
    assert all(not urlsplit(href).scheme for href in hrefs(root, "entry/link"))
    elsewhere = replace(site.record, publisher=Publisher(url="https://other.example/"))
    assert set(ids).isdisjoint(texts(parsed(replace(site, record=elsewhere)), "entry/id"))


def test_site_without_claims_has_an_empty_feed() -> None:
    root = parsed(replace(small_site(), claims={}))
    assert texts(root, "updated") == ["1970-01-01T00:00:00Z"]
    assert texts(root, "entry/id") == []


def test_site_without_publisher_is_its_own_author() -> None:
    site = small_site()
    nameless = replace(site, record=replace(site.record, publisher=Publisher()))
    assert texts(parsed(nameless), "author/name") == ["The bridge at Santa Rita"]


def test_feed_holds_only_the_newest() -> None:
    site = small_site()
    old = undated(site.claims["bridge-closing"])
    many = {
        f"old-{n:03}": replace(old, record=replace(old.record, id=f"old-{n:03}"))
        for n in range(ENTRIES)
    }
    titles = hrefs(parsed(replace(site, claims=many | dict(site.claims))), "entry/link")
    assert len(titles) == ENTRIES
    assert titles[0] == "claims/bridge-losses.html"
    assert titles[-1] == "claims/old-096.html"
