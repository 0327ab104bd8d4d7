"""The commands as somebody types them: what they print and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet import __version__
from tests.casefiles import Block, laid_over_base
from tests.test_building import WRONG, bytes_of

Run = subprocess.CompletedProcess[str]


def factsheet(*arguments: str | Path, cwd: Path, **environment: str) -> Run:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", "from factsheet.cli import main; main()", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid_over_base([], tmp_path / "records")


@pytest.fixture
def wrong(folder: Path) -> Path:
    return laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)


def test_build_tells_where_the_time_went_when_asked(folder: Path) -> None:
    asked = factsheet("build", "--quiet", "--profile", cwd=folder)
    steps = [line.split()[0] for line in asked.stderr.splitlines()]
    assert steps == ["read", "link", "check", "plan", "claims", "lists", "publish"]


def test_build_says_what_it_did(folder: Path) -> None:
    run = factsheet("build", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert "2 claims, 2 quotations found in 1 article, 0 errors, 0 warnings" in run.stdout
    assert (folder / "site/index.html").is_file()


def test_quiet_says_nothing(folder: Path) -> None:
    run = factsheet("build", "-q", "-o", "out", cwd=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_one_wrong_letter_is_told_and_nothing_changes(folder: Path) -> None:
    factsheet("build", cwd=folder)
    before = bytes_of(folder / "site")
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)
    run = factsheet("build", cwd=folder)
    assert run.returncode == 1
    assert run.stderr.startswith("content/claims/wrong.yaml:7:35: error[quote-not-found]")
    assert "mend: quote: The repair will cost about $4.2 million" in run.stderr
    assert run.stderr.endswith("nothing published: 1 error, 0 warnings\n")
    assert bytes_of(folder / "site") == before


def test_check_writes_nothing(wrong: Path) -> None:
    before = bytes_of(wrong)
    run = factsheet("check", cwd=wrong)
    assert run.returncode == 1
    assert "error[quote-not-found]" in run.stdout
    assert bytes_of(wrong) == before


def test_check_speaks_json(wrong: Path) -> None:
    run = factsheet("check", "--format", "json", cwd=wrong)
    told = json.loads(run.stdout)
    assert (run.returncode, told["errors"], told["warnings"]) == (1, 1, 0)
    assert told["diagnostics"][0]["line"] == 7


def test_check_speaks_to_github(wrong: Path) -> None:
    run = factsheet("check", "--format", "github", cwd=wrong)
    assert run.stdout.startswith("::error file=content/claims/wrong.yaml,line=7,col=35,")


def test_another_folder_can_be_named(wrong: Path, tmp_path: Path) -> None:
    assert factsheet("check", "--site", wrong, cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "--site", "nowhere"), ("chek",), ("build", "--nothing"), ()],
)
def test_wrong_use_ends_with_2_and_no_traceback(tmp_path: Path, arguments: tuple[str]) -> None:
    run = factsheet(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_an_output_folder_with_the_records_is_wrong_use(folder: Path) -> None:
    run = factsheet("build", "-o", "content", cwd=folder)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_somebodys_files_are_left_alone(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site/notes.txt").write_text("mine", "utf-8")
    run = factsheet("build", cwd=folder)
    assert run.returncode == 1
    assert "site/notes.txt: error[foreign-file]" in run.stderr
    assert bytes_of(folder / "site") == {"notes.txt": b"mine"}


def test_a_fault_of_ours_ends_with_3(folder: Path) -> None:
    """The traceback is shown, and the editor is told that the records are not to blame."""
    code = "from factsheet import cli, examining; examining.reread = None; cli.main(['check'])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 3
    assert "not of your records" in run.stderr


def test_explain_tells_a_rule(tmp_path: Path) -> None:
    run = factsheet("explain", "quote-not-found", cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout.startswith("# quote-not-found")


def test_explain_lists_and_proposes(tmp_path: Path) -> None:
    assert "quote-cut  " in factsheet("explain", cwd=tmp_path).stdout
    run = factsheet("explain", "quote-notfound", cwd=tmp_path)
    assert run.returncode == 2
    assert "did you mean `quote-not-found`?" in run.stderr


def test_version(tmp_path: Path) -> None:
    assert __version__ in factsheet("--version", cwd=tmp_path).stdout


def test_a_terminal_that_knows_only_ascii_gets_every_message(wrong: Path) -> None:
    """R-523"""
    run = factsheet("check", cwd=wrong, PYTHONIOENCODING="ascii:strict", PYTHONUTF8="0")
    assert run.returncode == 1
    assert "$4.5 \\u2192 $4.2" in run.stdout


def test_a_site_from_nothing(tmp_path: Path) -> None:
    """A newcomer's way: a site, which is clean; an article, a topic, a claim, and a build."""
    assert factsheet("new", "site", "mine", cwd=tmp_path).returncode == 0
    mine = tmp_path / "mine"
    run = factsheet("check", "--strict", cwd=mine)
    assert run.stdout == "0 errors, 0 warnings, 1 accepted\n"
    (tmp_path / "a.txt").write_text("Bakers ask for help\n\nBread is 3 per cent dearer.\n", "utf-8")
    run = factsheet("new", "source", "bread", "../a.txt", "--title", "Bakers", cwd=mine)
    assert "still missing, as far as they are known: container-title" in run.stdout
    assert factsheet("new", "topic", "prices", "--title", "Prices", cwd=mine).returncode == 0
    claim = ("new", "claim", "bread-dearer", "--topic", "prices", "--source", "bread")
    said = ("--claim", "Bread was 3 per cent dearer.", "--quote", "Bread is 3 per cent dearer.")
    assert factsheet(*claim, *said, cwd=mine).returncode == 0
    run = factsheet("build", cwd=mine)
    assert run.returncode == 0, run.stderr
    assert "2 claims" in run.stdout
    assert "warning[source-incomplete]" in run.stderr


def test_a_new_claim_whose_words_are_not_there_is_not_written(folder: Path) -> None:
    claim = ("new", "claim", "x", "--topic", "harbour", "--source", "example-2024")
    before = bytes_of(folder)
    run = factsheet(*claim, "--claim", "X.", "--quote", "The storm tore", cwd=folder)
    assert run.returncode == 1
    assert "error[quote-not-found]" in run.stdout
    assert "nothing was written" in run.stdout
    assert bytes_of(folder) == before


def test_a_new_claim_on_a_topic_that_is_not_there_leaves_no_file(folder: Path) -> None:
    claim = ("new", "claim", "x", "--topic", "sea", "--source", "example-2024", "--claim", "X.")
    run = factsheet(*claim, "--quote", "Two skippers who were interviewed", cwd=folder)
    assert run.returncode == 1
    assert "there is no topic with the id `sea`" in run.stdout
    assert not (folder / "content/claims/sea.yaml").exists()


def test_a_fault_that_was_there_does_not_keep_a_good_claim_out(wrong: Path) -> None:
    new = ("new", "claim", "half", "--topic", "harbour", "--source", "example-2024")
    claim = ("--claim", "The article said that the state would pay half.", "--kind", "plan")
    run = factsheet(*new, *claim, "--quote", "the state will pay half of it", cwd=wrong)
    assert run.returncode == 0, run.stdout
    assert "quote-not-found" not in run.stdout
    assert "- id: half\n" in (wrong / "content/claims/harbour.yaml").read_text("utf-8")


def test_a_claim_is_not_added_to_a_file_that_cannot_be_read(folder: Path) -> None:
    path = folder / "content/claims/harbour.yaml"
    path.write_text(path.read_text("utf-8") + "  note: [\n", "utf-8")
    before = path.read_bytes()
    new = ("new", "claim", "half", "--topic", "harbour", "--source", "example-2024")
    quote = ("--quote", "the state will pay half of it")
    run = factsheet(*new, "--claim", "The article spoke of half.", *quote, cwd=folder)
    assert run.returncode == 1
    assert "error[yaml-syntax]" in run.stdout
    assert path.read_bytes() == before


def test_verify_finds_one_changed_byte(folder: Path) -> None:
    """R-703"""
    factsheet("build", cwd=folder)
    assert factsheet("verify", "site", cwd=folder).returncode == 0
    page = folder / "site/index.html"
    page.write_bytes(page.read_bytes().replace(b"a", b"e", 1))
    run = factsheet("verify", "site", cwd=folder)
    assert run.returncode == 1
    assert "index.html" in run.stdout


def test_schemas_for_a_plug_in(folder: Path) -> None:
    run = factsheet("schema", cwd=folder)
    assert run.returncode == 0, run.stderr
    described = json.loads((folder / ".schemas/claims.json").read_text("utf-8"))
    assert "example-2024" in json.dumps(described)
    assert "$schema=../../.schemas/claims.json" in run.stdout
