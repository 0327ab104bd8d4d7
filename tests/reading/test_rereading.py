"""Reading again what another run has read; test_incremental.py tells that the outcome is one."""

import os
import pickle
import time
from pathlib import Path

import msgspec
import pytest

from factsheet import reading
from factsheet.clock import Clock
from factsheet.diagnostics import UsageError
from factsheet.model import Records
from factsheet.reading import articles, rereading
from factsheet.reading.contents import Contents
from factsheet.reading.files import open_once
from factsheet.reading.rereading import (
    Files,
    Fingerprint,
    Kept,
    articles_to_keep,
    kept_files,
    read_at,
    records_to_keep,
    reread,
    those_that_hold,
)
from factsheet.seals import JUST_NOW, seal
from tests.casefiles import laid_over_base

CLAIMS = "content/claims/harbour.yaml"
SOURCE = "content/sources/example-2024.yaml"
ARTICLE = "seeds/example-2024.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a site of which every file is old."""
    monkeypatch.setattr(rereading, "time_ns", lambda: time.time_ns() + 10 * JUST_NOW)
    return laid_over_base([], tmp_path / "records")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where the paths of the files that are opened will stand."""
    found: list[str] = []

    def noting(folder: Path, file: str, limit: int) -> object:
        found.append(file)
        return open_once(folder, file, limit)

    monkeypatch.setattr(reading, "open_once", noting)
    monkeypatch.setattr(articles, "open_once", noting)
    return found


def read(folder: Path, before: Files) -> tuple[Files, Records]:
    files, (records, faults) = reread(folder, Clock(), 1, before)
    assert records is not None
    assert faults == ()
    return files, records


def through_json(folder: Path, files: Files) -> Files:
    """Return it as another run has it."""
    records, known = (
        b"".join(msgspec.json.encode(one) + b"\n" for one in each)
        for each in (records_to_keep(files), articles_to_keep(files))
    )
    return kept_files(
        folder,
        msgspec.json.Decoder(Kept[Contents]).decode_lines(records),
        msgspec.json.Decoder(Kept[Fingerprint]).decode_lines(known),
    )


def test_a_file_that_had_just_been_changed_when_it_was_read_is_read_again(tmp_path: Path) -> None:
    """R-522: it may have been changed once more in that moment, with the same seal."""
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    found, changed = seal(file), file.stat().st_ctime_ns
    assert not those_that_hold({"a": read_at(changed + JUST_NOW, "one", found)}, {"a": found})
    kept = {"a": read_at(changed + JUST_NOW + 1, "one", found)}
    assert those_that_hold(kept, {"a": found}) == kept
    assert not those_that_hold(kept, {"b": found})
    file.write_text("two, and longer", encoding="utf-8")
    assert not those_that_hold(kept, {"a": seal(file)})


def test_what_is_kept_comes_back_as_it_was(folder: Path) -> None:
    files, records = read(folder, Files())
    again = through_json(folder, files)
    assert again == files
    found, same = read(folder, again)
    assert (found, same) == (files, records)
    assert {name: article.text for name, article in same.articles.items()} == {
        name: article.text for name, article in records.articles.items()
    }


def test_a_file_that_is_as_it_was_is_not_opened(folder: Path, opened: list[str]) -> None:
    files, _ = read(folder, Files())
    assert {CLAIMS, ARTICLE} < set(opened)
    for before in (files, through_json(folder, files)):
        opened.clear()
        read(folder, before)
        assert opened == []
    (folder / CLAIMS).touch()
    read(folder, through_json(folder, files))
    assert opened == [CLAIMS]


def test_the_same_bytes_say_the_same_whenever_they_were_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a checkout every file is new, and none is another one."""
    files, _ = read(folder, Files())
    before = through_json(folder, files)
    for path in (CLAIMS, ARTICLE):
        (folder / path).touch()
    monkeypatch.setattr(reading, "contents", None)
    found, _ = read(folder, before)
    assert found.records[CLAIMS].value is before.records[CLAIMS].value
    assert found.records[CLAIMS].seal != before.records[CLAIMS].seal
    (article,) = found.articles.values()
    assert article.value is before.articles[article.value.file].value


def test_other_bytes_of_the_same_size_are_read(folder: Path) -> None:
    files, _ = read(folder, Files())
    file = folder / CLAIMS
    body = file.read_bytes()
    file.write_bytes(body.replace(b"would open again", b"will open again."))
    _, records = read(folder, through_json(folder, files))
    assert "will open again." in records.claims[0].claim


def test_an_article_of_other_bytes_is_another_one(folder: Path) -> None:
    files, _ = read(folder, Files())
    file = folder / ARTICLE
    file.write_bytes(file.read_bytes().replace(b"Two skippers", b"Six skippers"))
    for before in (files, through_json(folder, files)):
        _, records = read(folder, before)
        (article,) = records.articles.values()
        assert article == read(folder, Files())[1].articles[article.file]
        assert "Six skippers" in article.text


def test_what_was_kept_of_another_site_is_of_no_use(folder: Path, tmp_path: Path) -> None:
    """Its files are others, even where they have the same names and the same age."""
    other = laid_over_base([], tmp_path / "other")
    file = other / CLAIMS
    file.write_bytes(file.read_bytes().replace(b"would open again", b"will open again."))
    for path in folder.rglob("*.*"):
        os.utime(path, ns=(1, 1))
        os.utime(other / path.relative_to(folder), ns=(1, 1))
    files, _ = read(other, Files())
    _, records = read(folder, through_json(folder, files))
    assert records == read(folder, Files())[1]


def test_what_had_faults_is_not_kept(folder: Path) -> None:
    (folder / CLAIMS).write_text("- id: [\n", encoding="utf-8")
    files, _ = reread(folder, Clock(), 1, Files())
    assert files.records[CLAIMS].value.diagnostics
    assert CLAIMS not in through_json(folder, files).records


def test_an_article_is_opened_when_its_text_is_asked_for(folder: Path, opened: list[str]) -> None:
    files, records = read(folder, Files())
    _, again = read(folder, through_json(folder, files))
    opened.clear()
    (article,) = again.articles.values()
    assert opened == []
    assert article.text == records.articles[article.file].text
    assert article.text
    assert opened == [ARTICLE]


def test_an_article_that_is_sent_takes_its_text_along(folder: Path, opened: list[str]) -> None:
    files, _ = read(folder, Files())
    (kept,) = through_json(folder, files).articles.values()
    sent = pickle.loads(pickle.dumps(kept.value))
    opened.clear()
    assert sent.text == (folder / ARTICLE).read_bytes().decode()
    assert opened == []


@pytest.mark.parametrize("change", ["other words", "no file", "a link"])
def test_an_article_that_is_no_longer_the_same_ends_the_run(folder: Path, change: str) -> None:
    """R-522: the seal was looked at a moment before."""
    files, _ = read(folder, Files())
    (kept,) = through_json(folder, files).articles.values()
    file = folder / ARTICLE
    body = file.read_bytes()
    file.unlink()
    if change == "other words":
        file.write_bytes(body.replace(b"Two skippers", b"Six skippers"))
    elif change == "a link":
        (folder / "elsewhere.txt").write_bytes(body)
        file.symlink_to(folder / "elsewhere.txt")
    with pytest.raises(UsageError, match="was changed while this ran: run it again"):
        _ = kept.value.text
