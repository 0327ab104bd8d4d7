import os
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.publishing.swapping import exchange, locked, repair, swap

ROOT = Path(__file__).parents[2]


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "word.txt").write_text(word)
    return path


def test_exchange_lets_two_folders_change_places(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", "1"), folder(tmp_path / "two", "2")
    assert exchange(one, two)
    assert (one / "word.txt").read_text() == "2"
    assert (two / "word.txt").read_text() == "1"


def test_exchange_names_what_it_could_not_put_in_place(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as fault:
        exchange(folder(tmp_path / "one", "1"), tmp_path / "none")
    assert fault.value.filename == str(tmp_path / "none")


def test_swap_tells_where_the_old_folder_lies(tmp_path: Path) -> None:
    staged, place = folder(tmp_path / "staged", "new"), folder(tmp_path / "place", "old")
    old = swap(staged, place, tmp_path / "aside")
    assert (place / "word.txt").read_text() == "new"
    assert (old / "word.txt").read_text() == "old"


def test_swap_without_an_old_folder_leaves_nothing(tmp_path: Path) -> None:
    old = swap(folder(tmp_path / "staged", "new"), tmp_path / "place", tmp_path / "aside")
    assert [path.name for path in tmp_path.iterdir()] == ["place"]
    assert not old.exists()


def test_repair_puts_back_only_where_nothing_is(tmp_path: Path) -> None:
    """R-501."""
    folder(tmp_path / "aside", "old")
    repair(tmp_path / "place", tmp_path / "aside")
    assert (tmp_path / "place" / "word.txt").read_text() == "old"
    folder(tmp_path / "aside", "older")
    repair(tmp_path / "place", tmp_path / "aside")
    assert (tmp_path / "place" / "word.txt").read_text() == "old"


def test_lock_leaves_no_file(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()
    assert not (tmp_path / "lock").exists()


def test_lock_outlives_no_killed_process(tmp_path: Path) -> None:
    """R-504."""
    program = (
        "import os, sys; from pathlib import Path\n"
        "from factsheet.publishing.swapping import locked\n"
        "with locked(Path(sys.argv[1])): os._exit(9)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(tmp_path / "lock")]
    assert subprocess.run(command, env=environment).returncode == 9
    assert (tmp_path / "lock").exists()
    with locked(tmp_path / "lock"):
        pass
    assert not (tmp_path / "lock").exists()


def test_lock_keeps_out_whoever_comes_second(tmp_path: Path) -> None:
    """R-504: each adds one to a number that both read and write; none is lost."""
    (tmp_path / "count").write_text("0")
    program = (
        "import sys; from pathlib import Path; from factsheet.publishing.swapping import locked\n"
        "ground = Path(sys.argv[1])\n"
        "for _ in range(200):\n"
        "    with locked(ground / 'lock'):\n"
        "        count = int((ground / 'count').read_text())\n"
        "        (ground / 'count').write_text(str(count + 1))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(tmp_path)]
    both = [subprocess.Popen(command, env=environment) for _ in range(3)]
    assert [process.wait() for process in both] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "600"


def test_lock_does_not_remove_a_file_with_something_in_it(tmp_path: Path) -> None:
    """R-505."""
    (tmp_path / "lock").write_text("mine")
    with locked(tmp_path / "lock"):
        pass
    assert (tmp_path / "lock").read_text() == "mine"


def test_lock_follows_no_link(tmp_path: Path) -> None:
    """R-401."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"), locked(tmp_path / "lock"):
        pass
    assert not (tmp_path / "elsewhere").exists()
