"""Diagnostics as text, as JSON and as commands for GitHub's checks."""

import json
import os
from pathlib import Path

import pytest

from factsheet.diagnostics import Diagnostic, Place, Severity
from factsheet.reporting import entries, report

FILE = "content/claims/a.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text("- id: one\n  claim: A \x1b[31mred\x1b[0m claim.\n- id: one\n", "utf-8")
    return tmp_path


def fault(**more: object) -> Diagnostic:
    place = Place(FILE, (1, "id"))
    return Diagnostic("duplicate-id", "taken", place, **more)  # type: ignore[arg-type]


def test_text_shows_the_line_and_what_helps(folder: Path) -> None:
    found = fault(notes=("a note",), mend="another id", also=(Place(FILE, (0, "id")),))
    assert report([found], folder) == (
        f"{FILE}:3:7: error[duplicate-id] taken\n"
        "  |\n"
        "3 | - id: one\n"
        "  |       ^^^\n"
        "  = a note\n"
        f"  = also: {FILE}:1:7\n"
        "  = mend: another id\n"
    )


def test_nothing_wrong_is_nothing_to_say(folder: Path) -> None:
    assert report([], folder) == ""
    assert report([], folder, "github") == ""


def test_faults_stand_in_the_order_of_the_lines(folder: Path) -> None:
    first = Diagnostic("a", "first", Place(FILE, (0, "id")))
    assert report([fault(), first], folder).index("first") < 40


def test_no_control_character_reaches_a_terminal(folder: Path) -> None:
    """R-523: what stands in a record is shown, not obeyed."""
    place = Place(FILE, line=2, column=3)
    text = report([Diagnostic("a", "bad \x1b[2J \u202e", place)], folder)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert r"\x1b[31mred" in text


def test_json_is_one_object_with_counts(folder: Path) -> None:
    warning = Diagnostic("b", "perhaps", Place("site/x.txt"), severity="warning")
    told = json.loads(report([fault(mend="m"), warning], folder, "json"))
    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["diagnostics"][0] == {
        "rule": "duplicate-id",
        "severity": "error",
        "file": FILE,
        "line": 3,
        "column": 7,
        "message": "taken",
        "notes": [],
        "mend": "m",
    }
    assert told["diagnostics"][1]["line"] is None


def test_github_gets_one_command_whatever_the_text(folder: Path) -> None:
    """R-804: a record cannot write a workflow command of its own."""
    found = Diagnostic("a", "x\n::set-output name=y::z%", Place("content/a,b:c.yaml"))
    told = report([found], folder, "github")
    assert told == ("::error file=content/a%2Cb%3Ac.yaml,title=a::x%0A::set-output name=y::z%25\n")


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.yaml"
    path.parent.mkdir()
    path.write_text("x: " + "a" * 500 + "HERE" + "b" * 500, "utf-8")
    place = Place("content/a.yaml", ("x",), words="HERE")
    head, _, line, carets = report([Diagnostic("a", "m", place)], tmp_path).rstrip().split("\n")
    assert head.startswith("content/a.yaml:1:504:")
    assert len(line) < 200
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    """R-401: a symlink in content/ does not put another file's lines into a report."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: x\n", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.yaml").symlink_to(secret)
    place = Place("content/a.yaml", line=1, column=1)
    assert "password" not in report([Diagnostic("a", "m", place)], tmp_path)


def test_a_mend_for_several_lines_says_which_ones(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.yaml"
    path.parent.mkdir()
    path.write_text("- x: y\n  quote: >-\n    one two\n    three\n\n- z: 1\n", "utf-8")
    found = Diagnostic("a", "m", Place("content/a.yaml", (0, "quote")), mend="quote: one two 3")
    assert "= mend, in place of lines 2 to 4: quote: one two 3\n" in report([found], tmp_path)
    advice = Diagnostic("a", "m", Place("content/a.yaml", (0, "quote")), mend="look again")
    assert "= mend: look again\n" in report([advice], tmp_path)


@pytest.mark.parametrize("link", ["symlink", "hardlink", "folder"])
def test_no_link_puts_lines_of_another_file_into_a_report(tmp_path: Path, link: str) -> None:
    """R-401: neither a link nor a file in a folder that is one is shown."""
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "a.yaml"
    secret.write_text("password: x\n", "utf-8")
    site = tmp_path / "site"
    claims = site / "content" / "claims"
    claims.parent.mkdir(parents=True)
    if link == "folder":
        claims.symlink_to(outside)
    else:
        claims.mkdir()
        make = os.link if link == "hardlink" else os.symlink
        make(secret, claims / "a.yaml")
    place = Place("content/claims/a.yaml", (0, "id"))
    assert "password" not in report([Diagnostic("a", "m", place)], site)


def test_a_flood_of_faults_is_told_in_part(tmp_path: Path) -> None:
    """R-802: of each file the first hundred, errors first, and how many more there are."""
    (tmp_path / "content").mkdir()
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "content" / name).write_text("- x: y\n" * 3_000, "utf-8")
    severities: tuple[Severity, ...] = ("warning",) * 3_000 + ("error",) * 50
    found = [
        Diagnostic("r", "m", Place(f"content/{name}.yaml", (n % 3_000, "x")), severity)
        for n, severity in enumerate(severities)
        for name in "ab"
    ]
    shown = entries(found, tmp_path)
    assert [(e.file, e.severity) for e in shown].count(("content/a.yaml", "error")) == 50
    assert [e.file for e in shown] == ["content/a.yaml"] * 100 + ["content/b.yaml"] * 100
    told = [note for e in shown for note in e.notes]
    assert told == ["2,950 more of this file are told when these are mended"] * 2
