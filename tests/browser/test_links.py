"""Every link leads somewhere, and no page complains or asks the network for anything."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.kinds import one_of_each

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": "application/xml",
    ".woff2": "font/woff2",
}


@pytest.fixture(scope="module")
def trees(built_site: Path) -> dict[Path, list[dict[str, str]]]:
    """Return the attributes of every element, by page, as a second parser reads them."""
    return {page: attributes(page) for page in sorted(built_site.rglob("*.html"))}


def attributes(page: Path) -> list[dict[str, str]]:
    tree = html5lib.parse(
        page.read_bytes(), namespaceHTMLElements=False, transport_encoding="utf-8"
    )
    return [dict(element.attrib) for element in tree.iter() if isinstance(element.tag, str)]


def links(elements: list[dict[str, str]]) -> Iterator[str]:
    for element in elements:
        yield from (element[name] for name in ("href", "src", "action") if name in element)


def test_every_link_within_the_site_leads_somewhere(
    trees: dict[Path, list[dict[str, str]]], built_site: Path
) -> None:
    ids = {
        page: {element["id"] for element in elements if "id" in element}
        for page, elements in trees.items()
    }
    broken = [
        f"{page.relative_to(built_site)}: {link}"
        for page, elements in trees.items()
        for link in links(elements)
        if not urlsplit(link).scheme and not leads_somewhere(page, link, ids)
    ]
    assert not broken, "\n".join(broken)


def leads_somewhere(page: Path, link: str, ids: dict[Path, set[str]]) -> bool:
    """Return whether a relative link leads to a file, and its fragment to an element there."""
    address = urlsplit(link)
    if address.netloc or address.path.startswith("/"):
        return False
    target = (page.parent / unquote(address.path)).resolve() if address.path else page
    fragment = unquote(address.fragment)
    return target.is_file() and (not fragment or fragment in ids.get(target, ()))


def test_ids_are_unique_on_every_page(trees: dict[Path, list[dict[str, str]]]) -> None:
    """R-204."""
    for page, elements in trees.items():
        counted = Counter(element["id"] for element in elements if "id" in element)
        assert [name for name, times in counted.items() if times > 1] == [], page


def test_links_to_other_sites_give_nothing_away(trees: dict[Path, list[dict[str, str]]]) -> None:
    """R-702."""
    outward = [
        (page, element)
        for page, elements in trees.items()
        for element in elements
        if re.match(r"https?:", element.get("href", "")) and element.get("rel") != "canonical"
    ]
    assert outward
    for page, element in outward:
        assert {"noopener", "noreferrer"} <= set(element.get("rel", "").split()), (page, element)


def test_no_page_complains_or_asks_the_network(
    page: Page, built_site: Path, complaints: list[str]
) -> None:
    """R-205 and R-701, on the disk."""
    complaints.clear()
    for file in sorted(built_site.rglob("*.html")):
        page.goto(file.as_uri())
    assert not complaints, "\n".join(complaints)


def test_every_kind_of_page_works_below_a_sub_path_with_the_policy_sent(
    browser: Browser, built_site: Path
) -> None:
    """R-701: the policy as a header too, the site two folders down on a host."""
    base = "https://facts.example/some/where/"
    complaints: list[str] = []

    def serve(route: Route) -> None:
        path = unquote(urlsplit(route.request.url).path.removeprefix("/some/where/"))
        file = built_site / path
        if not route.request.url.startswith(base) or not file.is_file():
            complaints.append(f"asked for {route.request.url}")
            route.abort()
            return
        headers = {"content-type": TYPES[file.suffix], "content-security-policy": POLICY}
        route.fulfill(status=200, headers=headers, body=file.read_bytes())

    context = browser.new_context()
    context.route("**/*", serve)
    page = context.new_page()
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type == "error" else None,
    )
    for file in one_of_each(built_site):
        page.goto(base + file.relative_to(built_site).as_posix())
        sheets = page.evaluate("Array.from(document.styleSheets, sheet => sheet.cssRules.length)")
        assert sheets, file
        assert all(sheets), file
    context.close()
    assert not complaints, "\n".join(complaints)
