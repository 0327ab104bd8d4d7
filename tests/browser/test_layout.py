"""Every kind of page fits a narrow screen and enlarged text, and needs no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hosting import Host
from tests.browser.kinds import one_of_each

OVERFLOWING = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = Array.from(document.querySelectorAll('body *'))
        .filter(element => element.getBoundingClientRect().right > width + 0.5);
    return wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120)).concat(['too wide']);
}"""


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_no_page_scrolls_sideways(page: Page, host: Host, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    wide = {}
    for file in one_of_each(host.site):
        page.goto(host.address(file))
        wide[file.name] = page.evaluate(OVERFLOWING)
    assert {name: found for name, found in wide.items() if found} == {}


def test_pages_need_no_script(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for file in one_of_each(built_site):
        page.goto(file.as_uri())
        assert page.locator("h1").first.is_visible(), file
        assert page.locator("main").inner_text().strip(), file
    context.close()


def test_passage_is_reached_without_script(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    claim = next(file for file in one_of_each(built_site) if file.parent.name == "claims")
    page.goto(claim.as_uri())
    page.locator("a[href*='sources/'][href*='#']:visible").first.click()
    assert page.locator("mark:target").is_visible()
    context.close()


def test_keyboard_reaches_the_content_first(page: Page, built_site: Path) -> None:
    """WCAG 2.4.1: the first stop of the Tab key leads past the navigation."""
    for file in one_of_each(built_site):
        page.goto(file.as_uri())
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        target = page.locator(":target")
        assert target.evaluate("element => element.closest('main') !== null"), file
