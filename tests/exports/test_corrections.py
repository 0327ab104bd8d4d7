from uuid import UUID
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from factsheet.dates import Edtf
from factsheet.exports.atom import ATOM, ENTRIES
from factsheet.exports.corrections import corrections_feed
from factsheet.model import Correction, Site
from tests.sites import day, small_site

BASE = "https://example.org/border/"


def parsed(site: Site) -> ET.Element:
    (output,) = corrections_feed(site)
    assert output.path == "corrections.xml"
    return ET.fromstring(output.body)


def texts(root: ET.Element, path: str) -> list[str]:
    steps = "/".join(f"{{{ATOM}}}{step}" for step in path.split("/"))
    return [element.text or "" for element in root.findall(steps)]


def corrected(site: Site, *dates: Edtf) -> Site:
    """Return the site with further corrections of the claim that has one."""
    claim = site.claims["bridge-losses"]
    first = claim.record.corrections[0]
    more = tuple(Correction(date, f"was *{date.text}*", "why", first.place) for date in dates)
    record = replace(claim.record, corrections=(first, *more))
    return replace(site, claims={**site.claims, claim.id: replace(claim, record=record)})


def test_each_correction_says_what_was_and_why() -> None:
    """R-304; RFC 4287, 4.1.1 and 4.1.2."""
    root = parsed(small_site(BASE))
    assert texts(root, "title") == ["Corrections: The bridge at Santa Rita"]
    assert texts(root, "updated") == texts(root, "entry/updated") == ["2024-04-02T00:00:00Z"]
    assert texts(root, "id") == [BASE + "corrections.html"]
    assert texts(root, "entry/id") == [BASE + "claims/bridge-losses.html#corrected_bridge-losses-1"]
    assert texts(root, "entry/summary") == [
        "Before: The chamber put the losses at $2 million. Why: “more than” was left out"
    ]
    links = [link.get("href") for link in root.iter(f"{{{ATOM}}}link")]
    assert links == [
        BASE + "corrections.html",
        BASE + "corrections.xml",
        BASE + "claims/bridge-losses.html#corrected_bridge-losses",
    ]


def test_newest_first_and_ids_stay_when_one_is_added() -> None:
    before = texts(parsed(small_site()), "entry/id")
    root = parsed(corrected(small_site(), day("2024-04-09"), day("2024-04-09")))
    ids = texts(root, "entry/id")
    assert len({UUID(urn) for urn in ids}) == 3
    assert ids[2:] == before
    assert texts(root, "entry/updated")[0] == texts(root, "updated")[0] == "2024-04-09T00:00:00Z"
    assert texts(root, "entry/summary")[0] == "Before: was 2024-04-09 Why: why"


def test_site_that_corrected_nothing_has_an_empty_feed() -> None:
    """Readers can follow it before the first correction is made."""
    root = parsed(replace(small_site(), claims={}))
    assert texts(root, "entry/id") == []
    assert texts(root, "updated") == ["1970-01-01T00:00:00Z"]


def test_feed_holds_only_the_newest() -> None:
    site = corrected(small_site(), *(day(f"2025-01-{n % 28 + 1:02}") for n in range(ENTRIES)))
    assert len(texts(parsed(site), "entry/id")) == ENTRIES
