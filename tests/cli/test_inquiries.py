"""The commands that record a release and ask questions of the whole site."""

import json
from pathlib import Path

import pytest

from tests.casefiles import Block, laid_over_base
from tests.cli.test_cli import factsheet
from tests.test_building import WRONG, bytes_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid_over_base([], tmp_path / "records")


def edit(folder: Path, old: str, new: str) -> None:
    claims = folder / "content/claims/harbour.yaml"
    text = claims.read_text(encoding="utf-8")
    assert old in text
    claims.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_release_is_written_and_the_same_again(folder: Path) -> None:
    run = factsheet("release", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(
        "written: released.json: 2 claims; since the release before: 2 claims"
    )
    first = (folder / "released.json").read_bytes()
    assert "nothing changed for readers" in factsheet("release", cwd=folder).stdout
    assert (folder / "released.json").read_bytes() == first


def test_nothing_is_recorded_while_there_are_errors(folder: Path) -> None:
    factsheet("release", cwd=folder)
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)
    before = bytes_of(folder)
    run = factsheet("release", cwd=folder)
    assert run.returncode == 1
    assert "error[quote-not-found]" in run.stderr
    assert run.stderr.endswith("nothing recorded: 1 error, 0 warnings\n")
    assert bytes_of(folder) == before


def test_a_changed_claim_needs_a_correction_and_then_a_new_release(folder: Path) -> None:
    """The whole way: released, changed, refused, corrected, released again."""
    factsheet("release", cwd=folder)
    edit(folder, "The storm took more than", "Last winter’s storm took more than")
    run = factsheet("build", cwd=folder)
    assert run.returncode == 1
    assert "error[changed-without-correction]" in run.stderr
    assert factsheet("release", cwd=folder).returncode == 1
    told = "the sentence changed: [The → Last winter’s] storm took"
    assert told in factsheet("diff", cwd=folder).stdout
    edit(
        folder,
        "  inferred:",
        "  corrections:\n    - {date: 2024-04-02, was: The storm, because: Unclear.}\n  inferred:",
    )
    assert factsheet("check", cwd=folder).returncode == 0
    assert ", with a correction note" in factsheet("diff", cwd=folder).stdout
    assert factsheet("release", cwd=folder).returncode == 0
    assert "nothing changed for readers" in factsheet("diff", cwd=folder).stdout


def test_diff_speaks_json(folder: Path) -> None:
    factsheet("release", cwd=folder)
    edit(folder, "at-least: 3500", "at-least: 3600")
    told = json.loads(factsheet("diff", "--format", "json", cwd=folder).stdout)
    assert told["since"] == "the last release"
    (changed,) = told["changed"]
    assert changed == {
        "id": "stone-lost",
        "file": "content/claims/harbour.yaml",
        "status": "published",
        "changes": ["one figure changed: at least 3,500 → at least 3,600"],
        "needs_note": True,
        "noted": False,
    }


@pytest.mark.parametrize("arguments", [("diff",), ("diff", "HEAD"), ("diff", "--", "-x")])
def test_diff_without_anything_to_compare_with_is_wrong_use(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    run = factsheet(*arguments, cwd=folder, GIT_CEILING_DIRECTORIES=str(folder.parent))
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_impact_of_source_and_entity(folder: Path) -> None:
    run = factsheet("impact", "example-2024", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert "2 claims lose their only origin:\n  breakwater-opens-again: " in run.stdout
    told = json.loads(factsheet("impact", "port-authority", "--format", "json", cwd=folder).stdout)
    assert told["kind"] == "entity"
    assert [claim["id"] for claim in told["falling"]] == ["stone-lost"]


def test_impact_asks_which_one_is_meant(folder: Path) -> None:
    entity = Block("yaml", "content/entities/example-2024.yaml", "name: X\ntype: organization\n")
    laid_over_base([entity], folder)
    assert "say which with --kind" in factsheet("impact", "example-2024", cwd=folder).stderr
    run = factsheet("impact", "example-2024", "--kind", "entity", cwd=folder)
    assert run.stdout.startswith("if the entity example-2024 (X) falls:\nnothing falls")
    run = factsheet("impact", "port-autority", cwd=folder)
    assert run.returncode == 2
    assert "did you mean `port-authority`?" in run.stderr


def test_status_in_words_and_json(folder: Path) -> None:
    run = factsheet("status", cwd=folder)
    assert run.returncode == 0
    assert "2 of 2 claims not reviewed" in run.stdout
    assert "seeds/example-2024.txt:5  “The storm of January 14 tore away" in run.stdout
    told = json.loads(factsheet("status", "--format", "json", cwd=folder).stdout)
    assert told["coverage"][0]["source"] == "example-2024"
    assert told["coverage"][0]["resting"] == 2


def test_answers_leave_out_what_could_not_be_proved_and_say_so(folder: Path) -> None:
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)
    run = factsheet("status", cwd=folder)
    assert run.returncode == 0
    assert "what could not be proved is left out" in run.stderr
