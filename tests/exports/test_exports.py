from factsheet.exports import PATHS, exported
from tests.sites import small_site


def test_exports_give_each_file_once_and_the_same_bytes_twice() -> None:
    """R-520."""
    first, second = (list(exported(small_site("https://example.org/"))) for _ in range(2))
    assert first == second
    assert sorted(output.path for output in first) == [
        "corrections.xml",
        "data/claims.json",
        "data/figures.csv",
        "data/sources.json",
        "feed.xml",
        "robots.txt",
        "sitemap.xml",
    ]


def test_each_is_made_alone_when_it_alone_is_wanted() -> None:
    site = small_site("https://example.org/")
    alone = [output for path in PATHS for output in exported(site, [path])]
    assert alone == list(exported(site))
    assert {path for path in PATHS if path not in {output.path for output in alone}} == set()
