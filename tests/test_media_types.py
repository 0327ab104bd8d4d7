"""The media types of files."""

from pathlib import Path

import pytest

from factsheet.media_types import UNKNOWN, content_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("data/claims.json", "application/json; charset=utf-8"),
        ("assets/style.cfd89b40eb.css", "text/css; charset=utf-8"),
        ("assets/font.woff2", "font/woff2"),
        ("LICENSE", UNKNOWN),
        ("page.HTML", UNKNOWN),
    ],
)
def test_the_name_says_what_a_file_is(name: str, kind: str) -> None:
    assert content_type(name) == kind


def test_every_file_of_a_site_has_a_type(built_site: Path) -> None:
    files = [file for file in built_site.rglob("*") if file.is_file()]
    assert files
    assert [file.name for file in files if content_type(file.name) == UNKNOWN] == []
