import os
from pathlib import Path

import pytest

from factsheet.saving import replace_file


def test_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    assert replace_file(path, "neu – größer") == path
    assert path.read_bytes() == "neu – größer".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_new_file_can_be_read_by_all(tmp_path: Path) -> None:
    """R-525: whatever the umask."""
    before = os.umask(0o077)
    try:
        path = replace_file(tmp_path / "released.json", "{}\n")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o644


def test_text_that_cannot_be_written_leaves_the_old_file_alone(tmp_path: Path) -> None:
    """R-526"""
    path = tmp_path / "claims.yaml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_parts_stand_one_after_the_other_in_a_file_of_their_mode(tmp_path: Path) -> None:
    path = replace_file(tmp_path / "kept", iter(("é\n".encode(), b"{}")), mode=0o600)
    assert path.read_bytes() == "é\n{}".encode()
    assert path.stat().st_mode & 0o777 == 0o600
