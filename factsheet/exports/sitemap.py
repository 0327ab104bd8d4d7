"""sitemap.xml (sitemaps.org, 0.9) and robots.txt (RFC 9309).

A sitemap needs absolute addresses: a site without a base URL has none.
"""

from collections.abc import Iterator

from factsheet.addresses import ROBOTS, SITEMAP, site_pages
from factsheet.exports.xml_files import listing
from factsheet.model import Output, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LARGEST = 50_000
"""Addresses that the protocol allows in one file."""


def sitemap(site: Site) -> Iterator[Output]:
    """Yield robots.txt and, given a base URL, the sitemap; a large one in numbered parts."""
    parts = _parts(site) if site.record.base_url else []
    if len(parts) == 1:
        yield Output(SITEMAP, listing("urlset", NAMESPACE, "url/loc", parts[0]))
    elif parts:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        whole = [site.record.base_url + name for name in names]
        yield Output(SITEMAP, listing("sitemapindex", NAMESPACE, "sitemap/loc", whole))
        for name, part in zip(names, parts, strict=True):
            yield Output(name, listing("urlset", NAMESPACE, "url/loc", part))
    yield Output(ROBOTS, _robots(site.record.base_url).encode())


def _parts(site: Site) -> list[list[str]]:
    pages = site_pages(site.topics, sorted(site.claims), site.sources, site.entities)
    addresses = [site.record.base_url + page for page in pages]
    return [addresses[start : start + LARGEST] for start in range(0, len(addresses), LARGEST)]


def _robots(base_url: str) -> str:
    everything = "User-agent: *\nAllow: /\n"
    return f"{everything}\nSitemap: {base_url}{SITEMAP}\n" if base_url else everything
