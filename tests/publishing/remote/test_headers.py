"""What an object store is told to send."""

import pytest

from factsheet.publishing.remote.headers import ASK_AGAIN, FOR_A_YEAR, headers


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("assets/style.cfd89b40eb.css", FOR_A_YEAR),
        ("index.html", ASK_AGAIN),
        ("claims/assets.html", ASK_AGAIN),
        ("feed.xml", ASK_AGAIN),
        ("manifest.json", ASK_AGAIN),
    ],
)
def test_only_what_has_a_hash_in_its_name_is_kept(path: str, caching: str) -> None:
    """R-707."""
    assert headers(path, "s3")["CacheControl"] == caching


def test_a_protocol_without_headers_is_told_none() -> None:
    assert headers("index.html", "file") == {}
