"""Which changes call for a build, and for how many."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factsheet.preview.snapshots import Attempt
from factsheet.preview.watching import keep_building
from tests.preview.servers import LIMIT, until

Seen = list[dict[str, str]]
"""What each build read, in turn."""


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


@contextmanager
def watching(folder: Path, before: Callable[[], None] = lambda: None) -> Iterator[Seen]:
    """Build on every change meanwhile; the first build, which each watch begins with, is over."""
    seen: Seen = []
    stop = threading.Event()

    def build() -> Attempt:
        seen.append(contents(folder))
        before()
        return Attempt(None)

    thread = threading.Thread(target=keep_building, args=(build, lambda _: None, (folder,), stop))
    thread.start()
    try:
        until(lambda: len(seen) == 1)
        yield seen
    finally:
        stop.set()
        thread.join(LIMIT)
        assert not thread.is_alive()


def save(folder: Path, text: str, name: str = "a.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_an_edit_causes_a_build(tmp_path: Path) -> None:
    with watching(tmp_path) as seen:
        save(tmp_path, "one")
        until(lambda: seen[-1] == {"a.yaml": "one"})


def test_an_editor_that_saves_beside_and_renames_is_seen(tmp_path: Path) -> None:
    save(tmp_path, "one")
    with watching(tmp_path) as seen:
        save(tmp_path, "two", ".a.yaml.tmp")
        (tmp_path / ".a.yaml.tmp").replace(tmp_path / "a.yaml")
        until(lambda: seen[-1] == {"a.yaml": "two"})


def test_new_folders_and_deleted_files_are_seen(tmp_path: Path) -> None:
    save(tmp_path, "one")
    with watching(tmp_path) as seen:
        (tmp_path / "deep" / "er").mkdir(parents=True)
        save(tmp_path / "deep" / "er", "two", "b.yaml")
        until(lambda: seen[-1] == {"a.yaml": "one", "b.yaml": "two"})
        (tmp_path / "a.yaml").unlink()
        until(lambda: seen[-1] == {"b.yaml": "two"})


def test_many_edits_during_a_build_cause_exactly_one_more(tmp_path: Path) -> None:
    """R-607: builds do not queue up."""
    go, building = threading.Event(), threading.Event()

    def held() -> None:
        if "a.yaml" in contents(tmp_path):
            building.set()
            assert go.wait(LIMIT)

    with watching(tmp_path, held) as seen:
        save(tmp_path, "one")
        assert building.wait(LIMIT)
        for number in range(50):
            save(tmp_path, f"edit {number}")
        go.set()
        until(lambda: seen[-1] == {"a.yaml": "edit 49"})
        save(tmp_path, "last")
        until(lambda: seen[-1] == {"a.yaml": "last"})
        assert [read.get("a.yaml") for read in seen] == [None, "one", "edit 49", "last"]


def test_many_files_at_once_cause_at_most_two_builds(tmp_path: Path) -> None:
    """R-607: 20,000 files changed at once cause at most 2 builds."""
    with watching(tmp_path) as seen:
        for number in range(20_000):
            (tmp_path / f"{number}.txt").touch()
        save(tmp_path, "last")
        until(lambda: seen[-1] == {"a.yaml": "last"})
        assert len(seen) - 1 <= 2


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_made_anew_is_watched_again(tmp_path: Path, there: bool) -> None:
    """R-606: no edit is missed after a folder was exchanged, as a change of branch does."""
    folder = tmp_path / "content"
    if there:
        folder.mkdir()
        save(folder, "one")
    with watching(folder) as seen:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        save(folder, "two")
        until(lambda: seen[-1] == {"a.yaml": "two"})
        save(folder, "three")
        until(lambda: seen[-1] == {"a.yaml": "three"})
