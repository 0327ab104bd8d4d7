from pathlib import Path

import pytest

from factsheet.diagnostics import UsageError
from factsheet.model import Output
from factsheet.publishing.staging import putting, write
from factsheet.publishing.verifying import verify


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(putting([Output("index.html", b"home"), Output("data/a.json", b"{}")]), Path("site"), {})
    return Path("site")


def told(folder: Path) -> list[tuple[str, str]]:
    return [(fault.rule, fault.place.file) for fault in verify(folder)]


def test_site_as_published_is_clean(site: Path) -> None:
    assert told(site) == []


def test_one_changed_byte_is_found(site: Path) -> None:
    """R-703."""
    (site / "data" / "a.json").write_bytes(b"{]")
    assert told(site) == [("published-file-changed", "site/data/a.json")]


def test_missing_and_added_files_are_found_in_any_copy(site: Path) -> None:
    """R-703."""
    copy = site.rename("copy")
    (copy / "index.html").unlink()
    (copy / "extra.html").write_text("")
    (copy / "folder").mkdir()
    assert told(copy) == [
        ("published-file-added", "copy/extra.html"),
        ("published-file-added", "copy/folder"),
        ("published-file-missing", "copy/index.html"),
    ]


def test_page_replaced_by_a_link_to_its_own_bytes_is_found(site: Path) -> None:
    """R-401."""
    (site / "index.html").rename("elsewhere.html")
    (site / "index.html").symlink_to("../elsewhere.html")
    assert told(site) == [("published-file-changed", "site/index.html")]


def test_manifest_that_lists_files_outside_says_they_are_missing(site: Path) -> None:
    """R-404."""
    Path("outside.html").write_text("")
    manifest = site / "manifest.json"
    listed = manifest.read_text().replace('"index.html"', '"../outside.html"')
    manifest.write_text(listed)
    assert ("published-file-missing", "outside.html") in told(site)


def test_folder_without_manifest_cannot_be_verified(site: Path) -> None:
    (site / "manifest.json").unlink()
    assert told(site) == [("manifest-unreadable", "site/manifest.json")]


def test_no_folder_is_wrong_use(site: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        verify(site / "index.html")
