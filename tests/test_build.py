"""`python build.py` is `factsheet build` for the site it lies beside."""

import subprocess
import sys
from pathlib import Path

DOOR = Path(__file__).resolve().parents[1] / "build.py"


def run(*arguments: str | Path, cwd: Path, python: tuple[str, ...] = ()) -> tuple[int, str]:
    """Return the exit code and all that was said."""
    done = subprocess.run(
        [sys.executable, *python, DOOR, *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def test_builds_its_own_site_from_any_folder(tmp_path: Path) -> None:
    code, said = run("-o", tmp_path / "out", cwd=tmp_path)
    assert (code, "0 errors" in said) == (0, True), said
    assert (tmp_path / "out/index.html").is_file()


def test_builds_another_site_when_told(tmp_path: Path) -> None:
    code, said = run("--site", tmp_path, "-o", tmp_path / "out", cwd=tmp_path)
    assert code == 2
    assert "no content/site.yaml" in said


def test_says_what_to_run_where_the_libraries_are_missing(tmp_path: Path) -> None:
    code, said = run(cwd=tmp_path, python=("-S",))
    assert code == 1
    assert "make site" in said
    assert "Traceback" not in said
