import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.model import Output
from factsheet.publishing.keeping import NOTHING_OLD, Old
from factsheet.publishing.manifests import ANY, NOTHING, published
from factsheet.publishing.staging import (
    Stage,
    Staged,
    left_by_build,
    putting,
    write,
)
from factsheet.seals import seals


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


def test_a_file_that_stands_is_kept_without_its_bytes_at_hand(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(putting([Output("a.html", b"123"), Output("b.html", b"45")]), site, {})
    old = Old(site, published(site).files, dict(seals(str(site))))
    stage = Stage(tmp_path / "new", old)
    kept = stage.keep("a.html")
    assert kept is not None
    assert (kept.path, kept.size, kept.stands) == ("a.html", 3, True)
    assert stage.keep("c.html") is None
    with pytest.raises(ValueError, match="two outputs"):
        stage.put(Output("a.html", b"123"))


def test_a_file_that_is_kept_and_then_changed_is_found_out(tmp_path: Path) -> None:
    """R-505, R-507: also when a file in its place has the same size, or when it was taken away."""
    site = tmp_path / "site"
    write(putting([Output("a.html", b"123"), Output("b.html", b"45")]), site, {})
    old = Old(site, published(site).files, dict(seals(str(site))))
    changes: dict[str, Callable[[Path], object]] = {
        "bytes": lambda file: file.write_bytes(b"mine"),
        "other": lambda file: (
            file.with_name("x").write_bytes(b"67"),
            file.with_name("x").rename(file),
        ),
        "gone": lambda file: file.unlink(),
    }
    for name, change in changes.items():
        stage = Stage(tmp_path / name, old)
        kept = stage.keep("b.html")
        assert kept is not None
        change(site / "b.html")
        with pytest.raises(OSError, match=r"changed meanwhile|No such file"):
            stage.finished([kept], {})
        assert not (tmp_path / name / "manifest.json").exists()


@pytest.mark.parametrize("mode", [0o600, 0o755])
def test_a_file_of_another_mode_is_not_kept(tmp_path: Path, mode: int) -> None:
    """R-525."""
    site = tmp_path / "site"
    write(putting([Output("a.html", b"123")]), site, {})
    (site / "a.html").chmod(mode)
    old = Old(site, published(site).files, dict(seals(str(site))))
    assert Stage(tmp_path / "new", old).keep("a.html") is None


def test_what_a_killed_process_began_is_written_anew(tmp_path: Path) -> None:
    dead = Stage(tmp_path / "new", NOTHING_OLD)
    dead.put(Output("a.html", b"half of"))
    stage = Stage.__new__(Stage)
    stage.__dict__.update(dead.__dict__, _taken={}, _made=set())
    stage.put(Output("a.html", b"all of it"))
    assert (tmp_path / "new/a.html").read_bytes() == b"all of it"


def test_a_strangers_file_in_the_way_is_not_written_over(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "new", NOTHING_OLD)
    stage.put(Output("a.html", b"a"))
    (tmp_path / "new/b.html").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        stage.put(Output("b.html", b"b"))
    assert (tmp_path / "new/b.html").read_bytes() == b"mine"


def test_two_processes_that_put_the_same_are_a_bug(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "new", NOTHING_OLD)
    one = stage.put(Output("a.html", b"a"))
    with pytest.raises(ValueError, match="same output"):
        stage.finished([one, one], {})


def test_shares_that_are_made_twice_are_there_once(tmp_path: Path) -> None:
    """Also by the same process, and with a file that was begun between the two."""
    stage = Stage(tmp_path / "new", NOTHING_OLD)
    outputs = [Output("a/b.html", b"b"), Output("c.html", b"c")]
    with stage.away() as away:
        sent = pickle.loads(pickle.dumps(away))
        with sent.opened() as put, sent.opened() as again:
            placed = [put(outputs[0]), again(outputs[0]), again(outputs[1]), put(outputs[1])]
    assert placed[:2] == [placed[0]] * 2
    staged = stage.finished((placed[0], placed[2]), {})
    assert sorted(staged.files) == ["a/b.html", "c.html"]
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == [
        "b.html", "c.html", "manifest.json",
    ]  # fmt: skip


def test_whoever_does_not_see_the_folder_writes_nothing(tmp_path: Path) -> None:
    with Stage(tmp_path / "new", NOTHING_OLD).away() as away:
        pass
    with pytest.raises(OSError, match="does not see this folder"), away.opened():
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_beside_the_folder_goes(tmp_path: Path) -> None:
    kept = ["new.0123456789abcdef.txt", "other.0123456789abcdef", "new.fedcba9876543210"]
    for name in ("new.0123456789abcdef", *kept):
        (tmp_path / name).write_text("mine" if name == kept[-1] else "")
    with Stage(tmp_path / "new", NOTHING_OLD).away():
        assert len(os.listdir(tmp_path)) == len(kept) + 1
    assert sorted(os.listdir(tmp_path)) == sorted(kept)
