from xml.etree import ElementTree as ET

from msgspec.structs import replace

from factsheet.exports.sitemap import LARGEST, NAMESPACE, sitemap
from factsheet.model import Site
from tests.sites import small_site

BASE = "https://example.org/border/"


def exported(site: Site) -> dict[str, bytes]:
    return {output.path: output.body for output in sitemap(site)}


def addresses(body: bytes) -> list[str]:
    """R-304: a strict parser reads it."""
    return [loc.text or "" for loc in ET.fromstring(body).iter(f"{{{NAMESPACE}}}loc")]


def test_every_page_is_listed_once_and_404_is_not() -> None:
    listed = addresses(exported(small_site(BASE))["sitemap.xml"])
    assert listed == [
        BASE + path
        for path in (
            *("index.html", "sources.html", "figures.html", "corrections.html"),
            *("about.html", "audit.html", "topics/bridge.html"),
            *("claims/bridge-closing.html", "claims/bridge-losses.html"),
            *("claims/bridge-opening.html", "sources/river-gazette.html"),
            *("sources/valley-post-2024-03-05.html", "entities/santa-rita-chamber.html"),
        )
    ]


def test_robots_may_read_everything_and_learn_of_the_sitemap() -> None:
    robots = exported(small_site(BASE))["robots.txt"].decode()
    assert robots == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_site_without_base_url_has_no_sitemap() -> None:
    assert exported(small_site()) == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_large_site_has_an_index_of_parts() -> None:
    site = small_site(BASE)
    topic = site.topics["bridge"]
    many = replace(site, topics={f"topic-{n}": topic for n in range(LARGEST)})
    files = exported(many)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "robots.txt"]
    assert addresses(files["sitemap.xml"]) == [BASE + "sitemap-1.xml", BASE + "sitemap-2.xml"]
    parts = [addresses(files[f"sitemap-{n}.xml"]) for n in (1, 2)]
    assert len(parts[0]) == LARGEST
    assert len(set(parts[0] + parts[1])) == LARGEST + 12
