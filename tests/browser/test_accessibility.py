"""axe finds nothing: each kind of page, phone and desktop, light and dark."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.hosting import Host
from tests.browser.kinds import one_of_each

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the engine's source."""
    if not AXE.is_file():
        pytest.fail("axe-core is not installed: run `make test`, which fetches it", pytrace=False)
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_axe_finds_nothing(
    page: Page,
    axe: str,
    host: Host,
    scheme: Literal["light", "dark"],
    width: int,
    height: int,
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    wrong = [
        f"{file.relative_to(host.site)}: {described(violation)}"
        for file in one_of_each(host.site)
        for violation in violations(page, axe, host.address(file))
    ]
    assert not wrong, "\n".join(wrong)


def violations(page: Page, axe: str, address: str) -> list[dict[str, Any]]:
    page.goto(address)
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return found


def described(violation: dict[str, Any]) -> str:
    """Return the rule, what it asks for, and the first element that breaks it."""
    node = violation["nodes"][0]
    return f"{violation['id']}: {violation['help']}: {node['html']} {node['failureSummary']}"


def test_axe_would_find_a_fault(page: Page, axe: str) -> None:
    """The rig itself: a page that is wrong is told so."""
    page.goto("about:blank")
    page.set_content("<html><body><img src=''><a href='#x'></a></body></html>")
    page.evaluate(axe)
    found = {violation["id"] for violation in page.evaluate(RUN)}
    assert {"html-has-lang", "image-alt", "link-name"} <= found
