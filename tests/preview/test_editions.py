"""Editors see whole articles, whatever the record lets readers see."""

from dataclasses import replace

import pytest

from factsheet.model import Site
from factsheet.preview.editions import at_root, in_full
from tests.sites import small_site


def with_display(site: Site) -> list[str]:
    """Return `display` of every source, wherever the site holds it."""
    topics = (topic for topic in site.topics.values())
    claims = [
        *site.claims.values(),
        *(claim for topic in topics for part in topic.sections for claim in part.claims),
        *(claim for cites in site.cited_by.values() for claim, _ in cites),
    ]
    return [
        *(source.record.display for source in site.sources.values()),
        *(citation.source.record.display for claim in claims for citation in claim.cites),
        *(citation.source.record.display for c in site.cited_by.values() for _, citation in c),
    ]


def test_every_source_shows_its_whole_article_wherever_it_is_held() -> None:
    assert set(with_display(small_site())) == {"excerpts"}
    assert set(with_display(in_full(small_site()))) == {"full"}


def test_nothing_else_changes() -> None:
    before, after = small_site(), in_full(small_site())
    assert list(after.claims) == list(before.claims)
    assert after.record == before.record
    for key, source in after.sources.items():
        excerpts = replace(source, record=replace(source.record, display="excerpts"))
        assert excerpts == before.sources[key]


def test_the_order_in_which_a_source_is_cited_stays() -> None:
    before, after = small_site(), in_full(small_site())
    for key, cites in before.cited_by.items():
        numbers = [(claim.id, citation.number) for claim, citation in cites]
        assert [(claim.id, citation.number) for claim, citation in after.cited_by[key]] == numbers


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://bridge.example/", "https://bridge.example/"),
        ("https://news.example/desk/bridge/", "https://news.example/"),
        ("", ""),
    ],
)
def test_the_preview_stands_at_the_root_of_its_host(base_url: str, expected: str) -> None:
    assert at_root(small_site(base_url)).record.base_url == expected
