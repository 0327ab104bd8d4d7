"""The rig of the browser tests: pages opened from the disk, and nothing but the disk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that share a browser on one worker: it is started once a module."""
    for item in items:
        if HERE in item.path.parents and "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    """Return the list that gathers what pages complain of; a test empties it before it begins."""
    return []


@pytest.fixture(scope="module")
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """Yield a page that notes every console error, script error and request to any host (R-205)."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)

    def refuse(route: Route) -> None:
        complaints.append(f"asked the network for {route.request.url}")
        route.abort()

    context.route(re.compile(r"^(https?|wss?):"), refuse)
    page = context.new_page()
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    yield page
    context.close()
