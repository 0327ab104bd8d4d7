import os
from pathlib import Path

import pytest

from factsheet.diagnostics import Diagnostic
from factsheet.reading.files import RecordFile, find, open_once
from factsheet.seals import seal


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(fault.rule, fault.place.file) for fault in find(folder).diagnostics]


def test_records_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    lay(tmp_path, "content/topics/b.yaml", "content/site.yaml", "content/claims/z.yaml",
        "content/claims/a.yaml", "content/sources/s.yaml", "content/entities/e.yaml",
        "content/wording.yaml", "seeds/a.txt", "seeds/B.txt")  # fmt: skip
    found = find(tmp_path)
    assert found.diagnostics == ()
    assert found.records == (
        RecordFile("claims", "content/claims/a.yaml"),
        RecordFile("claims", "content/claims/z.yaml"),
        RecordFile("entity", "content/entities/e.yaml"),
        RecordFile("site", "content/site.yaml"),
        RecordFile("source", "content/sources/s.yaml"),
        RecordFile("topic", "content/topics/b.yaml"),
        RecordFile("wording", "content/wording.yaml"),
    )
    assert found.records[4].stem == "s"
    assert found.seeds == {"a.txt", "B.txt"}
    assert {file.path for file in found.records} < found.seals.keys()
    assert found.seals["seeds/B.txt"] == seal(tmp_path / "seeds/B.txt")


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("content/claim/x.yaml", set()),
        ("content/sources/x.yml", {("source", "x")}),
        ("content/topics/x.YAML", {("topic", "x")}),
        ("content/claims/x.yml", {("claim", "*")}),
        ("content/claims/deep/x.yaml", {("claim", "*")}),
        ("content/readme.txt", set()),
        ("content/Site.yaml", set()),
        ("content/x.yaml", set()),
    ],
)
def test_a_file_where_no_record_can_stand_is_told(
    tmp_path: Path, name: str, lost: set[tuple[str, str]]
) -> None:
    lay(tmp_path, name)
    assert rules(tmp_path) == [("misplaced-file", name)]
    assert find(tmp_path).unread >= lost


@pytest.mark.parametrize(
    "name", [".DS_Store", ".#x.yaml", "x.yaml~", ".x.yaml.swp", "#x.yaml#", "x.bak", "Thumbs.db"]
)
def test_traces_of_editors_are_passed_over(tmp_path: Path, name: str) -> None:
    lay(tmp_path, f"content/claims/{name}", f"content/{name}", f"seeds/{name}")
    os.symlink("nobody@nowhere", tmp_path / "content/claims/.#lock")
    assert rules(tmp_path) == []
    assert find(tmp_path).records == ()


def test_a_name_that_cannot_be_shown_is_no_record(tmp_path: Path) -> None:
    lay(tmp_path, "content/claims/a\nb.yaml")
    assert rules(tmp_path) == [("misplaced-file", "content/claims/a\\nb.yaml")]


@pytest.mark.parametrize("name", ["content/sources/x.yaml", "content/site.yaml", "seeds/x.txt"])
@pytest.mark.parametrize("kind", ["symlink", "dangling", "fifo", "hard link", "folder"])
def test_only_plain_files_are_found(tmp_path: Path, name: str, kind: str) -> None:
    """R-401"""
    outside = lay(tmp_path, "outside/file") / "outside/file"
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    if kind == "symlink":
        path.symlink_to(outside)
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nothing")
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "hard link":
        os.link(outside, path)
    else:
        path.symlink_to(outside.parent)
    assert rules(tmp_path) == [("not-a-plain-file", name)]
    found = find(tmp_path)
    assert (found.records, found.seeds, found.seals) == ((), frozenset(), {})


@pytest.mark.parametrize(
    ("folder", "lost"),
    [
        ("content/sources", ("source", "*")),
        ("content/claims", ("claim", "*")),
        ("seeds", ("article", "*")),
        ("content", ("topic", "*")),
    ],
)
def test_a_folder_that_is_a_link_is_refused(
    tmp_path: Path, folder: str, lost: tuple[str, str]
) -> None:
    """R-401"""
    lay(tmp_path, "outside/x.yaml")
    (tmp_path / folder).parent.mkdir(exist_ok=True)
    (tmp_path / folder).symlink_to(tmp_path / "outside")
    assert rules(tmp_path) == [("not-a-plain-file", folder)]
    assert lost in find(tmp_path).unread


def rule_of(result: bytes | Diagnostic) -> str:
    assert isinstance(result, Diagnostic)
    return result.rule


def test_a_file_is_opened_only_when_it_is_plain(tmp_path: Path) -> None:
    """R-401: shown again when it is opened, for it may have changed since it was found"""
    lay(tmp_path, "a", "b")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    os.link(tmp_path / "b", tmp_path / "c")
    os.mkfifo(tmp_path / "fifo")
    assert open_once(tmp_path, "a", 10) == b"x"
    for name in ("link", "b", "c", "fifo"):
        assert rule_of(open_once(tmp_path, name, 10)) == "not-a-plain-file"


def test_a_file_that_vanished_or_is_a_folder_is_a_fault(tmp_path: Path) -> None:
    """R-507"""
    (tmp_path / "folder").mkdir()
    assert rule_of(open_once(tmp_path, "gone", 10)) == "unreadable-file"
    assert rule_of(open_once(tmp_path, "folder", 10)) == "not-a-plain-file"


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    """R-102"""
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert rule_of(open_once(tmp_path, "a", 10)) == "too-large"
    assert open_once(tmp_path, "a", 11) == b"x" * 11
