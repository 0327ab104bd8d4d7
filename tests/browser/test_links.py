"""Every link leads somewhere, and no page complains or asks the network for anything."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from playwright.sync_api import Page

from tests.browser.hosting import Host
from tests.browser.kinds import one_of_each

Element = dict[str, str]
"""The attributes of an element."""


@pytest.fixture(scope="module")
def elements(built_site: Path) -> dict[Path, list[Element]]:
    """Return every element of every page, as a second parser reads them."""
    return {page: list(elements_of(page)) for page in sorted(built_site.rglob("*.html"))}


def elements_of(page: Path) -> Iterator[Element]:
    body = page.read_bytes()
    tree = html5lib.parse(body, namespaceHTMLElements=False, transport_encoding="utf-8")
    yield from (dict(element.attrib) for element in tree.iter() if isinstance(element.tag, str))


def links(found: list[Element]) -> Iterator[str]:
    for element in found:
        yield from (element[name] for name in ("href", "src", "action") if name in element)


def test_every_link_within_the_site_leads_somewhere(
    elements: dict[Path, list[Element]], host: Host
) -> None:
    ids = {
        host.address(page): {element["id"] for element in found if "id" in element}
        for page, found in elements.items()
    }
    broken = [
        f"{page.relative_to(host.site)}: {link}"
        for page, found in elements.items()
        for link in links(found)
        if not urlsplit(link).scheme and not leads_somewhere(host.address(page), link, host, ids)
    ]
    assert not broken, "\n".join(broken)


def leads_somewhere(page: str, link: str, host: Host, ids: dict[str, set[str]]) -> bool:
    """Return whether a link leads to a file of the site, and its fragment to an element there."""
    target, _, fragment = urljoin(page, link).partition("#")
    return host.answer(target) is not None and (
        not fragment or unquote(fragment) in ids.get(target, ())
    )


def test_links_are_relative(elements: dict[Path, list[Element]]) -> None:
    """The site works in any folder and from the disk.

    Only the page for what is not found may say more: a host sends it for addresses of any depth.
    """
    absolute = [
        f"{page}: {link}"
        for page, found in elements.items()
        if page.name != "404.html"
        for link in links(found)
        if link.startswith("/")
    ]
    assert not absolute, "\n".join(absolute)


def test_ids_are_unique_on_every_page(elements: dict[Path, list[Element]]) -> None:
    """R-204."""
    for page, found in elements.items():
        counted = Counter(element["id"] for element in found if "id" in element)
        assert [name for name, times in counted.items() if times > 1] == [], page


def test_links_to_other_sites_give_nothing_away(elements: dict[Path, list[Element]]) -> None:
    """R-702."""
    outward = [
        (page, element)
        for page, found in elements.items()
        for element in found
        if re.match(r"https?:", element.get("href", "")) and element.get("rel") != "canonical"
    ]
    assert outward
    for page, element in outward:
        assert {"noopener", "noreferrer"} <= set(element.get("rel", "").split()), (page, element)


def test_no_page_complains_or_asks_the_network(
    page: Page, built_site: Path, complaints: list[str]
) -> None:
    """R-205 and R-701, for every page a reader gets to from the disk."""
    complaints.clear()
    for file in sorted(built_site.rglob("*.html")):
        if file.name != "404.html":
            page.goto(file.as_uri())
    assert not complaints, "\n".join(complaints)


def test_every_kind_of_page_works_on_a_host_that_sends_the_policy(
    page: Page, host: Host, complaints: list[str]
) -> None:
    """R-205 and R-701: below a sub-path, the policy as a header too."""
    complaints.clear()
    for file in one_of_each(host.site):
        page.goto(host.address(file))
        sheets = page.evaluate("Array.from(document.styleSheets, sheet => sheet.cssRules.length)")
        assert sheets, file
        assert all(sheets), file
    assert not complaints, "\n".join(complaints)


def test_rig_notes_what_a_page_asks_for(page: Page, complaints: list[str]) -> None:
    complaints.clear()
    page.goto("about:blank")
    page.set_content("<img src='https://elsewhere.example/pixel.png'><script>nonsense()</script>")
    page.wait_for_load_state()
    assert any("elsewhere.example" in complaint for complaint in complaints)
    assert any("nonsense" in complaint for complaint in complaints)
