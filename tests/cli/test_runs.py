"""What one command keeps of an examination for the next one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet import remembering
from factsheet.cli.runs import last_examined, remember_examined
from factsheet.examining import NOTHING, Checked, Examined, examine
from factsheet.linking import proofs_of
from tests.casefiles import laid_over_base


@pytest.fixture
def examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Examined:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = examine(laid_over_base([], tmp_path / "records"))
    remember_examined(tmp_path / "records", found)
    return found


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache/factsheet").iterdir())


def test_an_examination_takes_over_what_another_command_kept(
    examined: Examined, tmp_path: Path
) -> None:
    before = last_examined(tmp_path / "records")
    assert examined.site is not None
    assert before.files == examined.files
    assert before.proofs == proofs_of(examined.site, ())
    assert before.checked == Checked(facts=examined.checked.facts)
    assert examine(tmp_path / "records", before=before).site == examined.site


def damage(folder: Path, _: pytest.MonkeyPatch) -> None:
    for file in kept(folder):
        body = file.read_bytes()
        file.write_bytes(body.replace(b"harbour", b"habrour").replace(b"0", b"1", 1))


def cut(folder: Path, _: pytest.MonkeyPatch) -> None:
    for file in kept(folder):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def another_tool(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "GENERATOR", "factsheet 0.0.1")


def mixed_up(folder: Path, _: pytest.MonkeyPatch) -> None:
    """Let each file hold what was kept under another name."""
    bodies = [file.read_bytes() for file in kept(folder)]
    for file, body in zip(kept(folder), bodies[1:] + bodies[:1], strict=True):
        file.write_bytes(body)


@pytest.mark.parametrize("harm", [damage, cut, another_tool, mixed_up])
def test_what_cannot_be_relied_on_is_as_if_it_were_not_there(
    examined: Examined,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    harm(tmp_path, monkeypatch)
    assert last_examined(tmp_path / "records") == NOTHING


def test_each_site_has_its_own(examined: Examined, tmp_path: Path) -> None:
    laid_over_base([], tmp_path / "other")
    assert last_examined(tmp_path / "other") == NOTHING


def test_nobody_else_may_read_it(examined: Examined, tmp_path: Path) -> None:
    """Drafts are in it."""
    assert [file.stat().st_mode & 0o077 for file in kept(tmp_path)] == [0, 0, 0, 0]


def test_what_is_not_a_site_any_more_takes_nothing_away(examined: Examined, tmp_path: Path) -> None:
    before = [file.read_bytes() for file in kept(tmp_path)]
    remember_examined(tmp_path / "records", NOTHING)
    assert [file.read_bytes() for file in kept(tmp_path)] == before
