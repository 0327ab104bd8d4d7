import os
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from factsheet.diagnostics import UsageError
from factsheet.laying import Layer
from factsheet.model import Article
from factsheet.reading.articles import read_article, read_articles

BODY = "\ufeffOne\r\ntwo \u200b\n".encode()


def seeds(folder: Path, **bodies: bytes) -> Path:
    (folder / "seeds").mkdir()
    for name, body in bodies.items():
        (folder / "seeds" / name).write_bytes(body)
    return folder


def test_an_article_is_its_bytes_and_nothing_is_translated(tmp_path: Path) -> None:
    """R-455"""
    folder = seeds(tmp_path, a=BODY)
    archive = read_articles(folder, ["a", "a"], frozenset({"a"}))
    digest = sha256(BODY).hexdigest()
    assert archive.articles == {"a": Article("a", digest, "\ufeffOne\r\ntwo \u200b\n")}
    assert archive.digests == {"seeds/a": digest}
    assert (archive.diagnostics, archive.unread) == ((), frozenset())


def test_the_text_is_that_of_the_bytes_that_were_read(tmp_path: Path) -> None:
    folder = seeds(tmp_path, a=BODY)
    article = read_articles(folder, ["a"], frozenset({"a"})).articles["a"]
    (folder / "seeds/a").write_bytes(b"changed meanwhile")
    assert article.text == BODY.decode()


def test_a_text_that_cannot_be_laid_aside_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk for temporary files is full, or there is none."""
    folder = seeds(tmp_path, a=BODY)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    article = read_articles(folder, ["a"], frozenset({"a"})).articles["a"]
    assert article.text == BODY.decode()
    (folder / "seeds/b").write_bytes(BODY)
    other = read_articles(folder, ["b"], frozenset({"b"})).articles["b"]
    (folder / "seeds/b").write_bytes(b"changed meanwhile")
    with pytest.raises(UsageError, match="seeds/b was changed while this ran"):
        print(other.text)


def test_only_articles_that_sources_name_are_read(tmp_path: Path) -> None:
    folder = seeds(tmp_path, a=b"a", b=b"\xff")
    assert set(read_articles(folder, ["a"], frozenset({"a", "b"})).articles) == {"a"}


def test_a_missing_article_is_left_to_linking(tmp_path: Path) -> None:
    """R-403: also one whose name differs in case, on every disk"""
    folder = seeds(tmp_path, a=b"a")
    archive = read_articles(folder, ["A", "c"], frozenset({"a"}))
    assert (archive.articles, archive.diagnostics, archive.digests) == ({}, (), {})


def test_bytes_that_are_not_utf8_are_told_with_their_place(tmp_path: Path) -> None:
    """R-107"""
    folder = seeds(tmp_path, a=b"one\ntw\xe9")
    archive = read_articles(folder, ["a"], frozenset({"a"}))
    (fault,) = archive.diagnostics
    assert (fault.rule, fault.place.file) == ("not-utf-8", "seeds/a")
    assert (fault.place.line, fault.place.column) == (2, 3)
    assert archive.articles == {}
    assert archive.unread == {("article", "a")}


def test_an_article_that_became_a_link_is_not_read(tmp_path: Path) -> None:
    """R-401"""
    folder = seeds(tmp_path)
    os.symlink(__file__, folder / "seeds/a")
    archive = read_articles(folder, ["a"], frozenset({"a"}))
    assert [f.rule for f in archive.diagnostics] == ["not-a-plain-file"]
    assert archive.articles == {}
    assert archive.unread == {("article", "a")}


def test_a_known_article_is_not_read_again(tmp_path: Path) -> None:
    folder = seeds(tmp_path, a=b"changed", b=b"b")
    known = {"a": Article("a", "digest of a", "a"), "c": Article("c", "digest of c", "c")}
    archive = read_articles(folder, ["a", "b", "c"], frozenset({"a", "b"}), known)
    assert archive.articles["a"] is known["a"]
    assert archive.articles == {"a": known["a"], "b": read_article(folder, "b", Layer())[0]}
    assert archive.digests == {"seeds/a": "digest of a", "seeds/b": sha256(b"b").hexdigest()}
