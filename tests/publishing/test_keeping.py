import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.diagnostics import Diagnostic
from factsheet.model import Output
from factsheet.publishing import Published, publish, putting

SITE = {"index.html": b"home", "claims/a.html": b"a", "claims/b.html": b"b", "data/c.json": b"{}"}
EDITED = {**SITE, "claims/b.html": b"edited"}


def outputs(files: dict[str, bytes]) -> Iterator[Output]:
    return (Output(path, body) for path, body in files.items())


def build(
    folder: Path, made: Iterator[Output], text: str = "1"
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    return publish(putting(made), folder, digests={"seeds/a.txt": text * 64}, keep_out=())


def state(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return what the disk knows of the folder and all below it, times included."""
    return {
        path.relative_to(folder.parent).as_posix(): (
            status.st_ino, status.st_mode, status.st_nlink, status.st_mtime_ns, status.st_ctime_ns
        )
        for path in (folder, *folder.rglob("*"))
        for status in (path.lstat(),)
    }  # fmt: skip


def bodies(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return {path: body for path, body in files.items() if path != "manifest.json"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "site", outputs(SITE))
    return tmp_path / "site"


def test_what_changes_nothing_touches_nothing(site: Path) -> None:
    before = state(site)
    published, told = build(site, outputs(SITE))
    assert published == Published(files=4, written=0, unchanged=4, removed=0, bytes=8)
    assert told == ()
    assert state(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_only_what_changed_is_written(site: Path) -> None:
    before = state(site)
    build(site, outputs(EDITED))
    after = state(site)
    assert bodies(site) == EDITED
    same = {path for path in SITE if before[f"site/{path}"][0] == after[f"site/{path}"][0]}
    assert same == SITE.keys() - {"claims/b.html"}
    assert {after[f"site/{path}"][2] for path in SITE} == {1}


def test_another_input_writes_the_manifest_alone(site: Path) -> None:
    before = state(site)
    build(site, outputs(SITE), "2")
    after = state(site)
    assert "2" * 64 in (site / "manifest.json").read_text()
    assert all(before[f"site/{path}"][0] == after[f"site/{path}"][0] for path in SITE)


def test_incremental_is_clean_after_any_run_of_edits(tmp_path: Path) -> None:
    """R-506, R-520: the folder holds what a folder built at once holds, file modes too."""
    runs = [SITE, EDITED, {"index.html": b"x"}, SITE, {**SITE, "claims/a/b.html": b"deep"}, EDITED]
    for number, files in enumerate(runs):
        build(tmp_path / "site", outputs(files))
        build(tmp_path / f"clean{number}", outputs(files))
        clean = tmp_path / f"clean{number}"
        assert bodies(tmp_path / "site") == bodies(clean) == files
        assert (tmp_path / "site/manifest.json").read_bytes() == (
            clean / "manifest.json"
        ).read_bytes()
        modes = [[(path.partition("/")[2], each[1]) for path, each in state(one).items()]
                 for one in (tmp_path / "site", clean)]  # fmt: skip
        assert sorted(modes[0]) == sorted(modes[1])


def test_a_file_with_a_second_name_or_another_mode_is_written_anew(site: Path) -> None:
    """R-401, R-525."""
    os.link(site / "index.html", site.parent / "mine.html")
    (site / "claims/a.html").chmod(0o600)
    build(site, outputs(SITE))
    after = state(site)
    assert bodies(site) == SITE
    assert after["site/index.html"][0] != (site.parent / "mine.html").stat().st_ino
    assert (site.parent / "mine.html").read_bytes() == b"home"
    assert {after[f"site/{path}"][1] & 0o777 for path in SITE} == {0o644}


def test_a_folder_with_another_mode_is_made_anew(site: Path) -> None:
    """R-525."""
    (site / "claims").chmod(0o700)
    build(site, outputs(SITE))
    assert (site / "claims").stat().st_mode & 0o777 == 0o755


def test_a_missing_file_is_written_again(site: Path) -> None:
    (site / "claims/a.html").unlink()
    build(site, outputs(SITE))
    assert bodies(site) == SITE


@pytest.mark.parametrize("files", [SITE, EDITED])
def test_a_file_changed_during_the_build_is_never_published(
    files: dict[str, bytes], site: Path
) -> None:
    """R-505, R-507: the build is refused, or it left alone what was there; the change stays."""

    def made() -> Iterator[Output]:
        yield from list(outputs(files))[:2]
        (site / "index.html").write_bytes(b"mine")
        yield from list(outputs(files))[2:]

    manifest = (site / "manifest.json").read_bytes()
    _, told = build(site, made())
    assert [fault.rule for fault in told] == (["cannot-write"] if files is EDITED else [])
    assert (site / "index.html").read_bytes() == b"mine"
    assert (site / "manifest.json").read_bytes() == manifest
    assert [path.name for path in site.parent.iterdir()] == ["site"]


WITHOUT_LINKS = """
import errno, sys
from pathlib import Path
from factsheet.model import Output
from factsheet.publishing import publish, putting

def forbid(event, _):
    if event == "os.link":
        raise OSError(errno.EPERM, "not offered")

sys.addaudithook(forbid)
files = {"index.html": b"home", "claims/a.html": b"new"}
work = putting(Output(*one) for one in files.items())
print(publish(work, Path(sys.argv[1]), digests={}, keep_out=()))
"""


def test_where_files_cannot_be_linked_they_are_written(site: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_LINKS, str(site)], capture_output=True, text=True
    )
    assert "written=1, unchanged=1, removed=2" in run.stdout, run.stderr
    assert bodies(site) == {"index.html": b"home", "claims/a.html": b"new"}
