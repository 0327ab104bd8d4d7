import os
from pathlib import Path

from factsheet.seals import JUST_NOW, is_settled, seal, seals


def test_seals_name_all_that_lies_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "b/c/d.txt").write_text("d")
    (tmp_path / "a.txt").write_text("a")
    found = dict(seals(str(tmp_path)))
    assert list(found) == ["a.txt", "b", "b/c", "b/c/d.txt"]
    assert found["b"] == seal(tmp_path / "b") == (0o40755,)
    assert found["b/c/d.txt"] == seal(tmp_path / "b/c/d.txt")


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/link").symlink_to(tmp_path)
    assert [name for name, _ in seals(str(tmp_path / "folder"))] == ["link"]


def test_what_is_not_there_has_an_empty_seal_and_holds_nothing(tmp_path: Path) -> None:
    assert seal(tmp_path / "none") == ()
    assert list(seals(str(tmp_path / "none"))) == []
    assert is_settled((), 0)


def test_new_bytes_a_new_name_or_another_mode_change_the_seal(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    os.utime(file, ns=(1, 1))
    known = [seal(file)]
    file.chmod(0o600)
    known.append(seal(file))
    os.link(file, tmp_path / "b.txt")
    known.append(seal(file))
    file.write_text("two")
    known.append(seal(file))
    assert len(set(known)) == 4


def test_what_was_changed_just_before_it_was_opened_is_not_settled(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    changed = file.stat().st_ctime_ns
    assert not is_settled(seal(file), changed)
    assert not is_settled(seal(file), changed + JUST_NOW)
    assert is_settled(seal(file), changed + JUST_NOW + 1)
    assert is_settled(seal(tmp_path), changed)
