"""A build for the preview: the real site, and everything that can go wrong with it."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.diagnostics import UsageError
from factsheet.examining import examine
from factsheet.model import Output
from factsheet.pages import setting
from factsheet.preview.attempts import Builder, attempt, first_attempt
from factsheet.preview.snapshots import Attempt
from factsheet.producing import Press, produce
from factsheet.rendering import load_theme


def built(folder: Path) -> Attempt:
    """Return what comes of a first build."""
    return attempt(folder, Builder(folder))


def test_a_sound_site_is_built_whole(site_folder: Path) -> None:
    made = built(site_folder)
    assert made.files is not None
    assert {"index.html", "404.html", "about.html"} <= set(made.files)
    assert not [fault for fault in made.faults if fault.severity == "error"]


def test_the_page_for_names_that_lead_nowhere_finds_its_style_sheet(site_folder: Path) -> None:
    files = built(site_folder).files
    assert files is not None
    sheets = re.findall(r'rel="stylesheet" href="/([^"]+)"', files["404.html"].decode())
    assert sheets
    assert set(sheets) <= set(files)


def test_editors_see_whole_articles(site_folder: Path) -> None:
    """The local preview always shows editors the full text, whatever is published of it."""
    made = built(site_folder)
    assert made.files is not None
    record = next((site_folder / "content" / "sources").glob("*.yaml"))
    page = made.files[f"sources/{record.stem}.html"].decode()
    assert 'class="gap"' not in page
    published = {output.path: output.body.decode() for output in as_published(site_folder)}
    assert 'class="gap"' in published[f"sources/{record.stem}.html"]


def as_published(folder: Path) -> Iterator[Output]:
    site = examine(folder).site
    assert site is not None
    press = Press(site, load_theme(folder / "templates"), setting(site))
    return produce(press, itself)


def itself(output: Output) -> Output:
    return output


def test_editors_see_drafts(site_folder: Path) -> None:
    path = next((site_folder / "content" / "claims").glob("*.yaml"))
    before, first_id, after = path.read_text(encoding="utf-8").partition("- id: ")
    name, _, rest = after.partition("\n")
    path.write_text(f"{before}{first_id}{name}\n  status: draft\n{rest}", encoding="utf-8")
    made = built(site_folder)
    assert made.files is not None, made.faults
    assert f"claims/{name}.html" in made.files


def test_a_broken_record_gives_no_files_and_its_place(site_folder: Path) -> None:
    """R-606: the error is told with file and line."""
    record = site_folder / "content" / "site.yaml"
    record.write_text("title: [", encoding="utf-8")
    made = built(site_folder)
    assert made.files is None
    assert [(fault.file, fault.severity) for fault in made.faults] == [
        ("content/site.yaml", "error")
    ]
    assert made.faults[0].line


def test_a_broken_template_is_a_fault(site_folder: Path) -> None:
    (site_folder / "templates" / "home.html").write_text("{% if %}", encoding="utf-8")
    made = built(site_folder)
    assert made.files is None
    assert ("bad-template", "templates/home.html", 1) in [
        (fault.rule, fault.file, fault.line) for fault in made.faults
    ]


def test_a_template_that_is_no_text_is_a_fault(site_folder: Path) -> None:
    (site_folder / "templates" / "home.html").write_bytes(b"\xff")
    faults = built(site_folder).faults
    assert ("bad-template", "templates/home.html") in [(f.rule, f.file) for f in faults]


def test_our_own_bug_is_a_fault_with_the_way_to_it(tmp_path: Path) -> None:
    def stumble() -> Attempt:
        return Attempt({"index.html": b"\xff".decode().encode()}, ())

    (fault,) = attempt(tmp_path, stumble).faults
    assert fault.rule == "build-stopped"
    assert "UnicodeDecodeError" in fault.message
    assert "Traceback" in fault.notes[-1]
    assert fault.line


def test_a_build_that_would_end_the_program_does_not(tmp_path: Path) -> None:
    def leave() -> Attempt:
        sys.exit("enough")

    (fault,) = attempt(tmp_path, leave).faults
    assert (fault.rule, fault.severity) == ("build-stopped", "error")
    assert "SystemExit: enough" in fault.message


def test_a_folder_without_a_site_is_a_fault_of_the_caller_at_first(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        first_attempt(tmp_path, Builder(tmp_path))


def test_a_site_that_goes_away_later_is_a_fault_of_the_records(site_folder: Path) -> None:
    shutil.rmtree(site_folder / "content")
    assert [fault.rule for fault in built(site_folder).faults] == ["no-site"]
