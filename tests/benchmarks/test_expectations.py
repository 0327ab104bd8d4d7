"""What is missing from an output is told, whoever made it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import records
from benchmarks.corpus import generate
from benchmarks.expectations import MOST, Expected, differences, expected, page_of
from benchmarks.nouns import Corpus
from factsheet.building import build

Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return generate(24)


@pytest.fixture(scope="module")
def wanted(corpus: Corpus) -> Expected:
    return expected(corpus)


@pytest.fixture
def out(corpus: Corpus, tmp_path: Path) -> Path:
    """Return an output that is as it must be."""
    records.write(corpus, tmp_path / "in")
    assert build(tmp_path / "in", tmp_path / "out").published is not None
    return tmp_path / "out"


def test_this_tool_makes_what_is_expected(out: Path, wanted: Expected) -> None:
    assert differences(out, wanted) == []


def test_a_missing_page_is_noticed(out: Path, wanted: Expected, corpus: Corpus) -> None:
    page = page_of(corpus.claims[3])
    (out / page).unlink()
    assert differences(out, wanted) == [f"{page} is missing"]


def test_a_page_too_many_is_noticed(out: Path, wanted: Expected) -> None:
    (out / "topics" / "another.html").write_text("<p>", encoding="utf-8")
    assert differences(out, wanted) == ["topics/another.html is not expected"]


def test_a_missing_mark_is_noticed(out: Path, wanted: Expected) -> None:
    path, marks = next(iter(wanted.marks.items()))
    anchor = next(iter(marks))
    change(out / path, f'<mark id="{anchor}"', "<mark")
    assert differences(out, wanted) == [f"{path}: {anchor} does not mark its passage"]


def test_a_mark_around_other_words_is_noticed(out: Path, wanted: Expected) -> None:
    path, marks = next(iter(wanted.marks.items()))
    anchor, words = next(iter(marks.items()))
    change(out / path, words, words[:-9])
    assert differences(out, wanted) == [f"{path}: {anchor} does not mark its passage"]


def test_a_missing_quotation_is_noticed(out: Path, wanted: Expected, corpus: Corpus) -> None:
    page = page_of(corpus.claims[0])
    change(out / page, "<blockquote>", "<div>")
    assert len(differences(out, wanted)) == 1
    assert f"{page}: 1 of " in differences(out, wanted)[0]


def test_another_claim_is_noticed(out: Path, wanted: Expected, corpus: Corpus) -> None:
    claim = next(one for one in corpus.claims if not one.set_off)
    page = page_of(claim)
    change(out / page, f"{claim.text}.", "Nothing.")
    assert f"{page}: the claim is not there" in differences(out, wanted)


def test_an_empty_output_is_told_in_few_lines(tmp_path: Path, wanted: Expected) -> None:
    assert len(differences(tmp_path, wanted)) == MOST


def change(page: Path, was: str, now: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert was in text
    page.write_text(text.replace(was, now), encoding="utf-8", newline="")
