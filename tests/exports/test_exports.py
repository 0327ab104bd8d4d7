from factsheet.exports import EXPORTS
from tests.sites import small_site


def test_exports_give_each_file_once_and_the_same_bytes_twice() -> None:
    """R-520."""
    first, second = (
        [output for export in EXPORTS for output in export(small_site("https://example.org/"))]
        for _ in range(2)
    )
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
