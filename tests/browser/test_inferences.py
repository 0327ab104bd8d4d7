"""Inferred words are marked in the sentence; the reason is one step away, and is printed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

MARKS = ".sentence a[href^='#inferred_']"


def first_with_marks(site: Path, folder: str) -> Path:
    """Return the first page of a folder with a claim of which words are inferred."""
    return next(
        page
        for page in sorted((site / folder).glob("*.html"))
        if "aria-describedby" in page.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("folder", ["claims", "topics"])
def test_the_keyboard_leads_from_the_words_to_the_reason(
    page: Page, built_site: Path, folder: str
) -> None:
    page.goto(first_with_marks(built_site, folder).as_uri())
    mark = page.locator(MARKS).first
    mark.focus()
    page.keyboard.press("Enter")
    reason = page.locator("li:target")
    assert reason.is_visible()
    assert f"#{reason.get_attribute('id')}" == mark.get_attribute("href")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") >= 0


def test_the_words_are_described_by_the_reason(page: Page, built_site: Path) -> None:
    page.goto(first_with_marks(built_site, "claims").as_uri())
    described = page.locator(MARKS).first.get_attribute("aria-describedby")
    assert described
    assert "Not in the quotation" in page.locator(f"[id='{described}']").inner_text()


def test_one_tap_is_enough_without_script(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, has_touch=True)
    page = context.new_page()
    page.goto(first_with_marks(built_site, "claims").as_uri())
    page.locator(MARKS).first.tap()
    assert page.locator("li:target").is_visible()
    context.close()


def test_marks_and_reasons_are_printed(page: Page, built_site: Path) -> None:
    page.emulate_media(media="print")
    page.goto(first_with_marks(built_site, "claims").as_uri())
    mark = page.locator(MARKS).first
    line = mark.evaluate("element => getComputedStyle(element).textDecorationStyle")
    anchor = mark.get_attribute("aria-describedby")
    assert line == "dotted"
    assert page.locator(f"[id='{anchor}']").is_visible()
    page.emulate_media(media="screen")
