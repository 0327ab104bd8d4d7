from typing import Any

from msgspec.structs import replace

from factsheet.model import Site
from factsheet.pages import page_paths, setting
from factsheet.pages.excerpts import Excerpt
from factsheet.pages.sources import SourcePage, cited, source_list, source_pages
from tests.sites import small_site

POST = "valley-post-2024-03-05"


def pages(site: Site) -> dict[str, SourcePage]:
    made = source_pages(site, setting(site), frozenset(page_paths(site)))
    return {page.path: page for page in made}


def with_record(site: Site, **fields: Any) -> Site:
    """Return the site with these fields of the newspaper's record changed."""
    source = site.sources[POST]
    changed = replace(source, record=replace(source.record, **fields))
    return replace(site, sources={**site.sources, POST: changed})


def test_passages_are_numbered_in_reading_order() -> None:
    site = small_site()
    numbered = [(c.resting.number, c.resting.anchor) for c in cited(site.cited_by[POST])]
    assert numbered == [(1, "bridge-closing-1"), (2, "bridge-losses-1"), (3, "bridge-opening-1")]


def test_every_citation_has_its_anchor_and_its_claim_beside() -> None:
    page = pages(small_site())[f"sources/{POST}.html"]
    shown = [row for row in page.rows if isinstance(row, Excerpt)]
    resting = [one for row in shown for one in row.resting]
    assert [one.claim.href for one in resting] == [
        "claims/bridge-closing.html",
        "claims/bridge-losses.html",
        "claims/bridge-opening.html",
    ]
    words = "".join(row.words for row in shown)
    assert all(words.count(f'id="{one.anchor}"') == 1 for one in resting)
    assert (page.claims, page.passages) == (3, 3)


def test_reference_only_keeps_every_anchor_without_a_word() -> None:
    page = pages(with_record(small_site(), display="none"))[f"sources/{POST}.html"]
    assert page.rows == ()
    assert [one.anchor for one in page.unshown] == [
        "bridge-closing-1",
        "bridge-losses-1",
        "bridge-opening-1",
    ]


def test_rights_are_named_and_lead_to_their_text() -> None:
    page = pages(small_site())[f"sources/{POST}.html"]
    assert page.rights is not None
    assert page.rights.text == "In copyright"
    open_page = pages(with_record(small_site(), license="CC-BY-4.0"))[f"sources/{POST}.html"]
    assert open_page.rights is not None
    assert open_page.rights.href == "https://spdx.org/licenses/CC-BY-4.0.html"
    bare = pages(with_record(small_site(), rights=""))[f"sources/{POST}.html"]
    assert bare.rights is None


def test_the_list_counts_claims_not_citations() -> None:
    site = small_site()
    lines = source_list(site, setting(site)).sources
    assert {line.link.href: line.claims for line in lines} == {
        "sources/river-gazette.html": 1,
        f"sources/{POST}.html": 3,
    }
