"""The preview in a real browser: an open page follows the editors' files by itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from factsheet.media_types import HTML
from factsheet.preview.attempts import Builder, attempt
from factsheet.preview.snapshots import EMPTY, following
from tests.preview.servers import Preview, good, running, until

PATIENCE = 30_000
"""Milliseconds after which a wait is given up."""
READ = "url => fetch(url).then(() => 'read', () => 'refused')"
LISTEN = """url => new Promise(resolve => {
    const socket = new WebSocket(url);
    socket.onmessage = () => resolve('heard');
    socket.onerror = () => resolve('refused');
})"""
pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Let every wait of this module be as long as a loaded machine may need."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=None)


@pytest.fixture
def preview(site_folder: Path) -> Iterator[Preview]:
    """Run a preview of a copy of this repository's site."""
    folders = tuple(site_folder / name for name in ("content", "seeds", "templates"))
    build = Builder(site_folder)
    first = following(EMPTY, attempt(site_folder, build))
    assert first.files
    with running(first, lambda: attempt(site_folder, build), folders) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """Yield a tab with the home page of the preview, tied to the server."""
    context = browser.new_context(viewport={"width": 1000, "height": 500})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/")
    tied(page)
    yield page
    context.close()


def tied(page: Page) -> None:
    """Wait until the page listens: its socket passed the policy, the Origin and the token."""
    expect(page.locator("html")).to_have_attribute("data-preview", "listening")


def retitle(folder: Path, title: str) -> None:
    path = folder / "content" / "site.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^title:.*$", f"title: {title}", text), encoding="utf-8")


def test_an_open_page_changes_by_itself(open_page: Page, site_folder: Path) -> None:
    """R-607: six edits in turn all appear."""
    for number in range(1, 7):
        retitle(site_folder, f"Edit number {number}")
        expect(open_page).to_have_title(re.compile(f"Edit number {number}"))


def test_a_fault_is_shown_with_its_place_until_it_is_mended(
    open_page: Page, site_folder: Path
) -> None:
    """R-606: the last good page stays, with the error, its file and line, until it is mended."""
    record = site_folder / "content" / "site.yaml"
    sound = record.read_text(encoding="utf-8")
    heading = open_page.locator("h1").first.inner_text()
    record.write_text("titel: Misspelt\n" + sound, encoding="utf-8")
    panel = open_page.get_by_role("complementary", name="What the preview found")
    expect(panel).to_contain_text("content/site.yaml:1:1")
    expect(open_page.locator("h1").first).to_have_text(heading)
    expect(open_page).to_have_title(re.compile(r"^\(1 error\) "))
    tied(open_page)
    record.write_text(sound, encoding="utf-8")
    expect(panel).to_have_count(0)


def test_an_emptied_record_takes_no_page_away(open_page: Page, site_folder: Path) -> None:
    """R-607: a half-saved file never replaces a good page."""
    record = next((site_folder / "content" / "topics").glob("*.yaml"))
    address = f"{open_page.url}topics/{record.stem}.html"
    open_page.goto(address)
    tied(open_page)
    heading = open_page.locator("h1").first.inner_text()
    record.write_text("", encoding="utf-8")
    expect(open_page.locator("#preview_panel")).to_contain_text(f"topics/{record.name}")
    expect(open_page.locator("h1").first).to_have_text(heading)


def test_the_reader_keeps_the_place(open_page: Page, site_folder: Path) -> None:
    source = next((site_folder / "content" / "sources").glob("*.yaml"))
    open_page.goto(f"{open_page.url}sources/{source.stem}.html")
    tied(open_page)
    open_page.evaluate("scrollTo(0, 400)")
    retitle(site_folder, "Another title")
    expect(open_page).to_have_title(re.compile("Another title"))
    open_page.wait_for_function("scrollY === 400")


def test_the_policy_stays_in_force_and_nothing_offends_it(
    browser: Browser, preview: Preview, site_folder: Path
) -> None:
    """R-701, R-604: no violation, no script error, no request elsewhere, also with faults."""
    (site_folder / "content" / "site.yaml").write_text("title: [", encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    until(lambda: "preview_panel" in preview.text())
    page.goto(f"http://127.0.0.1:{preview.port}/")
    tied(page)
    assert page.locator("#preview_panel").is_visible()
    assert page.locator("[style], style, script:not([src], [type])").count() == 0
    assert complaints == []
    assert {urlsplit(url).netloc for url in asked} == {f"127.0.0.1:{preview.port}"}
    context.close()


def test_faults_are_read_without_script_and_by_keyboard(
    browser: Browser, preview: Preview, site_folder: Path
) -> None:
    """R-604: the error page works without script."""
    (site_folder / "content" / "site.yaml").write_text("title: [", encoding="utf-8")
    until(lambda: "preview_panel" in preview.text())
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/")
    errors = page.locator("#preview_panel .preview_errors")
    expect(errors.locator("li").first).to_be_visible()
    errors.locator("summary").press("Enter")
    expect(errors.locator("li").first).to_be_hidden()
    context.close()


def test_another_origin_learns_nothing(browser: Browser, preview: Preview) -> None:
    """R-602: a stranger's page can neither read a page of the preview nor listen to it."""
    page = browser.new_page()
    page.route("http://127.0.0.1:1/", lambda route: route.fulfill(body="", content_type=HTML))
    page.goto("http://127.0.0.1:1/")
    address = f"127.0.0.1:{preview.port}/"
    socket = f"ws://{address}_preview/livereload?token={preview.attribute('token')}&number=0"
    assert page.evaluate(READ, f"http://{address}") == "refused"
    assert page.evaluate(LISTEN, socket) == "refused"
    page.goto(f"http://{address}")
    assert page.evaluate(READ, f"http://{address}") == "read"
    assert page.evaluate(LISTEN, socket) == "heard"
    page.close()


def test_a_tab_finds_the_preview_that_was_started_again(browser: Browser) -> None:
    """The tab of a preview that ended shows the page of the next one on that port."""
    page = browser.new_page()
    with running(good("Yesterday")) as preview:
        page.goto(f"http://127.0.0.1:{preview.port}/")
        tied(page)
    with running(good("Today"), port=preview.port):
        expect(page.locator("h1")).to_have_text("Today")
        tied(page)
    page.close()
