"""One tap from a claim to its words: the links, tried in a browser, opened from the disk."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

LANDED = """anchor => {
    const first = document.getElementById(anchor);
    if (first === null) return null;
    const all = document.querySelectorAll(`[id="${anchor}"], [data-of~="${anchor}"]`);
    const {top, bottom, width, height} = first.getBoundingClientRect();
    return {
        text: Array.from(all, fragment => fragment.textContent).join(''),
        target: first.matches(':target'),
        tag: first.localName,
        visible: first.checkVisibility() && width > 0 && height > 0,
        inView: bottom > 0 && top < innerHeight,
    };
}"""


@pytest.fixture(scope="module")
def claims(built_site: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((built_site / "data/claims.json").read_bytes())[
        "claims"
    ]
    return listed


def archived(site: Path) -> dict[str, str]:
    """Return the text of each article by the id of its source, as `data/sources.json` names it."""
    listed = json.loads((site / "data/sources.json").read_bytes())["sources"]
    return {
        source["id"]: (SEEDS / source["text"]).read_bytes().decode("utf-8") for source in listed
    }


def unspaced(text: str) -> str:
    """Return the text without white space: paragraphs of a page part words as line ends do."""
    return "".join(text.split())


def test_every_citation_opens_at_its_words(
    page: Page, built_site: Path, claims: list[dict[str, Any]]
) -> None:
    articles = archived(built_site)
    wrong: list[str] = []
    for cite in (cite for claim in claims for cite in claim["cites"]):
        anchor = cite["href"].partition("#")[2]
        page.goto(f"{built_site.as_uri()}/{cite['href']}")
        landed = page.evaluate(LANDED, anchor)
        words = "".join(articles[cite["source"]][start:end] for start, end in cite["spans"])
        expected = {
            "text": unspaced(words),
            "target": True,
            "tag": "mark",
            "visible": True,
            "inView": True,
        }
        found = landed and {**landed, "text": unspaced(landed["text"])}
        if found != expected:
            wrong.append(f"{cite['href']}: {found} instead of {expected}")
    assert not wrong, "\n".join(wrong)


def test_spans_of_every_citation_are_its_quotation(
    built_site: Path, claims: list[dict[str, Any]]
) -> None:
    articles = archived(built_site)
    cites = [cite for claim in claims for cite in claim["cites"]]
    assert cites
    for cite in cites:
        parts = [articles[cite["source"]][start:end] for start, end in cite["spans"]]
        assert " […] ".join(parts) == cite["quote"], cite["href"]


def test_reader_gets_from_the_home_page_to_the_words(page: Page, built_site: Path) -> None:
    page.goto((built_site / "index.html").as_uri())
    page.locator("a[href^='topics/']:visible").first.click()
    assert "/topics/" in page.url
    page.locator("a[href*='sources/'][href*='#']:visible").first.click()
    assert "/sources/" in page.url
    assert page.locator("mark:target").is_visible()
