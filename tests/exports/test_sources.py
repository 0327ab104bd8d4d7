import json
from typing import Any

from msgspec.structs import replace

from factsheet.exports.sources import sources_json
from factsheet.model import Site
from tests.sites import small_site


def exported(site: Site) -> list[dict[str, Any]]:
    (output,) = sources_json(site)
    assert output.path == "data/sources.json"
    sources: list[dict[str, Any]] = json.loads(output.body)["sources"]
    return sources


def test_source_is_as_documented() -> None:
    site = small_site()
    gazette, post = exported(site)
    assert list(post) == [
        *("id", "title", "url", "address", "issued", "sha256", "text", "display", "claims"),
        *("share_quoted", "container_title", "rights"),
    ]
    assert post["url"] == "sources/valley-post-2024-03-05.html"
    assert post["address"] == "https://valleypost.example/2024/flood?a=1&b=2"
    assert post["issued"] == "2024-03-05"
    assert post["sha256"] == site.sources[post["id"]].article.sha256
    assert post["claims"] == ["bridge-closing", "bridge-losses", "bridge-opening"]
    assert "address" not in gazette
    assert "issued" not in gazette
    assert gazette["claims"] == ["bridge-opening"]


def test_share_counts_overlaps_once_and_only_the_article() -> None:
    site = small_site()
    post = site.sources["valley-post-2024-03-05"]
    overlapping = (
        "closed on Monday after the river rose. The chamber of commerce said the closing was "
        "costing traders more than $2 million per day in lost sales"
    )
    quoted = (overlapping, "Engineers expect the bridge to open again in April")
    furniture = ("2 mins read\n", "Subscribe to the Valley Post\n")
    article = len(post.text) - sum(map(len, furniture))
    expected = round(sum(map(len, quoted)) / article, 4)
    assert exported(site)[1]["share_quoted"] == expected
    assert 0 < expected < 1


def test_source_that_nothing_cites_is_quoted_to_no_part() -> None:
    site = replace(small_site(), cited_by={})
    assert [source["share_quoted"] for source in exported(site)] == [0, 0]
    assert [source["claims"] for source in exported(site)] == [[], []]
