"""New records: they build as they are made, and nothing is overwritten."""

from pathlib import Path

import pytest

from factsheet import scaffolding
from factsheet.diagnostics import UsageError
from factsheet.examining import examine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffolding.new_site(tmp_path / "my-site")
    return tmp_path / "my-site"


def test_a_new_site_has_no_fault(folder: Path) -> None:
    examined = examine(folder)
    assert examined.diagnostics == ()
    assert examined.site is not None
    assert list(examined.site.claims) == ["wall-repairs-expected"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="not empty"):
        scaffolding.new_site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_article_is_copied_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    article = tmp_path / "report.txt"
    article.write_bytes("A headline\r\n\r\nThe words “as they were”.\r\n".encode())
    record = scaffolding.new_source(folder, "report", article, "A headline")
    assert (folder / "seeds/report.txt").read_bytes() == article.read_bytes()
    examined = examine(folder)
    assert [fault.rule for fault in examined.diagnostics] == ["source-incomplete", "unused-record"]
    assert examined.site is not None
    assert "report" in examined.site.sources
    missing = scaffolding.missing_of_source(record.read_text("utf-8"))
    assert missing == ("container-title", "author", "issued", "accessed", "URL", "descriptor")


def test_another_article_of_the_same_name_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "example.txt"
    other.write_text("other words", "utf-8")
    with pytest.raises(UsageError, match="another file"):
        scaffolding.new_source(folder, "second", other, "Title")
    assert not (folder / "content/sources/second.yaml").exists()


def test_records_that_are_there_are_never_overwritten(folder: Path) -> None:
    before = (folder / "content/sources/example.yaml").read_bytes()
    with pytest.raises(UsageError, match="there already"):
        scaffolding.new_source(folder, "example", folder / "seeds/example.txt", "Title")
    with pytest.raises(UsageError, match="there already"):
        scaffolding.new_topic(folder, "harbour", "Harbour")
    assert (folder / "content/sources/example.yaml").read_bytes() == before


def test_a_claim_is_added_at_the_end_and_comments_stay(folder: Path) -> None:
    """R-106, R-526: an editor's comment is never lost by a tool that writes to the file."""
    path = folder / "content/claims/harbour.yaml"
    before = "# mine\n" + path.read_text("utf-8") + "# the end"
    path.write_text(before, "utf-8")
    scaffolding.new_claim(
        folder,
        "damage",
        claim="The office said the damage was about 40 metres: “of the wall”.",
        kind="figure",
        topic="harbour",
        source="example",
        quote=scaffolding.DAMAGE,
    )
    assert path.read_text("utf-8").startswith(before + "\n\n- id: damage\n")
    assert examine(folder).diagnostics == ()
    assert [p.name for p in path.parent.iterdir()] == ["harbour.yaml"]


def test_an_entity_is_made(folder: Path) -> None:
    scaffolding.new_entity(folder, "harbour-office", "Harbour office", "organization")
    assert [fault.rule for fault in examine(folder).diagnostics] == ["unused-record"]


@pytest.mark.parametrize("name", ["Harbour", "a b", "a--b", "../x", "x" * 81, "", "a\n"])
def test_what_is_no_id_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be an id"):
        scaffolding.new_topic(folder, name, "Title")
