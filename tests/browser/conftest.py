"""The rig of the browser tests: pages from the disk, or as a host would send them; no network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from tests.browser.hosting import Host

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that share a browser on one worker: it is started once a module."""
    for item in items:
        if HERE in item.path.parents and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def host(built_site: Path) -> Host:
    """Return a host that has the built site, somewhere below its root."""
    return Host(built_site)


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    """Return the list that gathers what pages complain of; a test empties it before it begins."""
    return []


@pytest.fixture(scope="module")
def page(browser: Browser, host: Host, complaints: list[str]) -> Iterator[Page]:
    """Yield a page that notes every console error, script error and request to a stranger."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)

    def serve(route: Route) -> None:
        answer = host.answer(route.request.url)
        if answer is None:
            complaints.append(f"asked the network for {route.request.url}")
            route.abort()
        else:
            route.fulfill(status=200, headers=answer.headers, body=answer.body)

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{opened.url}: {message.text}")

    context.route(re.compile(r"^(https?|wss?):"), serve)
    opened = context.new_page()
    opened.on("console", note)
    opened.on("pageerror", lambda error: complaints.append(f"{opened.url}: {error}"))
    yield opened
    context.close()
