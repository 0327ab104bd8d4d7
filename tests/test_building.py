"""The eight steps together: what is published, and when nothing is."""

import gc
from itertools import groupby
from pathlib import Path

import pytest
from msgspec.structs import replace

from factsheet import building
from factsheet.clock import Clock
from factsheet.diagnostics import UsageError
from factsheet.examining import examine
from tests.casefiles import Block, laid_over_base

WRONG = """\
- id: cost
  claim: The repair was put at about $4.5 million.
  kind: plan
  topics: [harbour]
  cites:
    - source: example-2024
      quote: The repair will cost about $4.5 million
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid_over_base([], tmp_path / "records")


def break_it(folder: Path) -> None:
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)


def test_a_sound_site_is_published(folder: Path, tmp_path: Path) -> None:
    built = building.build(folder, tmp_path / "out")
    assert built.published is not None
    assert "claims/stone-lost.html" in bytes_of(tmp_path / "out")


def test_an_error_publishes_nothing(folder: Path, tmp_path: Path) -> None:
    """R-502: the published folder keeps every byte."""
    building.build(folder, tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    break_it(folder)
    built = building.build(folder, tmp_path / "out")
    assert built.published is None
    assert [fault.rule for fault in built.diagnostics] == ["quote-not-found"]
    assert bytes_of(tmp_path / "out") == before


def test_an_error_makes_no_folder(folder: Path, tmp_path: Path) -> None:
    break_it(folder)
    building.build(folder, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records"]


def test_a_removed_record_takes_its_page_along(folder: Path, tmp_path: Path) -> None:
    """R-506"""
    extra = folder / "content/entities/lighthouse.yaml"
    extra.write_text("name: The lighthouse\ntype: place\n", "utf-8")
    building.build(folder, tmp_path / "out")
    assert "entities/lighthouse.html" in bytes_of(tmp_path / "out")
    extra.unlink()
    building.build(folder, tmp_path / "out")
    assert "entities/lighthouse.html" not in bytes_of(tmp_path / "out")


def test_whoever_watches_is_told_how_far_each_step_is(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    building.build(folder, tmp_path / "out", clock=Clock(lambda *far: told.append(far)))
    assert [step for step, _ in groupby(told, lambda far: far[0])] == [
        "read", "check", "claims", "lists",
    ]  # fmt: skip
    assert all(0 < done <= of for _, done, of in told)
    assert [done for step, done, of in told if done == of and step == "claims"]


@pytest.mark.parametrize("jobs", [2, 5])
def test_any_number_of_processes_gives_the_same_bytes(
    folder: Path, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-520"""
    monkeypatch.setattr("factsheet.jobs.FEW", 0)
    alone = building.build(folder, tmp_path / "alone")
    shared = building.build(folder, tmp_path / "shared", jobs=jobs)
    assert bytes_of(tmp_path / "shared") == bytes_of(tmp_path / "alone")
    assert (shared.diagnostics, shared.published) == (alone.diagnostics, alone.published)
    break_it(folder)
    one, more = examine(folder), examine(folder, jobs=jobs)
    assert (more.site, more.diagnostics) == (one.site, one.diagnostics)


def test_records_are_no_output_folder(folder: Path) -> None:
    with pytest.raises(UsageError):
        building.build(folder, folder / "content")


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(
    folder: Path, tmp_path: Path, collecting: bool
) -> None:
    seen: set[bool] = set()
    clock = Clock(lambda *_: seen.add(gc.isenabled()))
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        building.build(folder, tmp_path / "site", clock=clock)
        assert (seen, gc.isenabled()) == ({False}, collecting)
        with pytest.raises(UsageError):
            building.build(tmp_path, tmp_path / "none")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()


def test_a_folder_without_a_site_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="site"):
        examine(tmp_path)


def test_a_broken_template_publishes_nothing(folder: Path, tmp_path: Path) -> None:
    building.build(folder, tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    (folder / "templates").mkdir()
    (folder / "templates/claim.html").write_text("{{ page.no_such_thing }}\n", "utf-8")
    built = building.build(folder, tmp_path / "out")
    assert built.published is None
    fault = built.diagnostics[-1]
    assert (fault.rule, fault.place.file, fault.place.line) == (
        "bad-template",
        "templates/claim.html",
        1,
    )
    assert bytes_of(tmp_path / "out") == before


def test_templates_of_the_site_are_left_out_when_asked(folder: Path, tmp_path: Path) -> None:
    """R-302: a build of a stranger's records does not load a stranger's templates."""
    (folder / "templates").mkdir()
    (folder / "templates/claim.html").write_text("{{ page.no_such_thing }}\n", "utf-8")
    assert building.build(folder, tmp_path / "out", own_templates=False).published is not None


def test_what_stands_is_taken_over_from_what_was_published(folder: Path, tmp_path: Path) -> None:
    """R-508: numbers and lines of what is as it was, and of nothing else."""
    out, page = tmp_path / "out", "sources/example-2024.html"
    made = building.build(folder, out).made
    assert made.uses.keys() == {"example-2024"}
    forged = replace(made, uses={"example-2024": (77, 66, 0.5, 0.5), "gone": (1, 1, 0.5, 0.5)})
    building.build(folder, out, made=forged)
    assert "66 of 77" in (out / "audit.html").read_text("utf-8")
    forged = replace(forged, pages={**made.pages, page: "another"})
    building.build(folder, out, made=forged)
    assert "66 of 77" not in (out / "audit.html").read_text("utf-8")


def test_a_line_is_written_anew_when_its_page_is(folder: Path, tmp_path: Path) -> None:
    """R-508: the data files are read again only where they are what was published."""
    out = tmp_path / "out"
    made = building.build(folder, out).made
    clean = bytes_of(out)
    assert b"stone-lost" in clean["data/claims.json"]
    (out / "data/claims.json").unlink()
    building.build(folder, out, made=made)
    assert bytes_of(out) == clean
    claims = folder / "content/claims/harbour.yaml"
    claims.write_text(claims.read_text("utf-8").replace("took more", "carried off more"), "utf-8")
    building.build(folder, out, made=made)
    building.build(folder, tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean")
    assert bytes_of(out)["data/claims.json"] != clean["data/claims.json"]
