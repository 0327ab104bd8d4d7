from pathlib import Path

import pytest

from factsheet.model import Output
from factsheet.publishing.manifests import ANY, NOTHING, published
from factsheet.publishing.staging import Staged, claim, left_by_build, putting, write


def test_write_makes_a_new_folder_with_its_manifest_and_no_list(tmp_path: Path) -> None:
    staged = write(putting([Output("a/b/c.html", b"123")]), tmp_path / "new", {})
    assert isinstance(staged, Staged)
    assert staged.bytes == 3
    names = {path.relative_to(tmp_path / "new").as_posix() for path in tmp_path.rglob("*.*")}
    assert names == {"a/b/c.html", "manifest.json"}
    assert published(tmp_path / "new").files == {**staged.files, "manifest.json": ANY}


def test_write_never_opens_what_is_there(tmp_path: Path) -> None:
    """R-401."""
    (tmp_path / "new").mkdir()
    with pytest.raises(FileExistsError):
        write(putting([]), tmp_path / "new", {})


def test_list_in_a_left_over_folder_says_what_is_ours(tmp_path: Path) -> None:
    (tmp_path / ".plan").write_text("a/b.html\nindex.html\nhalf-a-na")
    ours = left_by_build(tmp_path)
    assert ours.files == {"a/b.html": ANY, "index.html": ANY, ".plan": ANY}
    assert ours.folders == {"a/"}
    assert ours.last == ".plan"


def test_list_that_is_a_link_says_nothing(tmp_path: Path) -> None:
    """R-401."""
    (tmp_path / "mine.txt").write_text("mine.txt\n")
    (tmp_path / ".plan").symlink_to(tmp_path / "mine.txt")
    assert left_by_build(tmp_path) == NOTHING


def test_claim_takes_each_path_once() -> None:
    taken: dict[str, str] = {}
    for path in ("data/a.json", "data/b.json", "index.html", ".well-known/security.txt"):
        claim(path, taken)
    with pytest.raises(ValueError, match="two outputs"):
        claim("data/B.json", taken)
    with pytest.raises(ValueError, match="clashes"):
        claim("index.html/more", taken)
