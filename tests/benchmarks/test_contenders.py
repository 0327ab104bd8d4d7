"""An edit changes one word of one record, in every form of input."""

from pathlib import Path

import pytest

from benchmarks import peer_data, records
from benchmarks.contenders import contenders, edit, edited_claim
from benchmarks.corpus import generate
from benchmarks.nouns import Corpus
from factsheet.examining import examine


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return generate(60)


@pytest.mark.parametrize("form", peer_data.FORMS)
def test_a_peers_record_is_edited(corpus: Corpus, tmp_path: Path, form: str) -> None:
    peer_data.write(corpus, tmp_path, form)
    assert_edited(corpus, tmp_path, f"hugo-{form}")


def test_a_record_of_this_tool_is_edited_and_still_accepted(corpus: Corpus, tmp_path: Path) -> None:
    records.write(corpus, tmp_path)
    assert_edited(corpus, tmp_path, "factsheet")
    assert examine(tmp_path).sound(strict=False)


def assert_edited(corpus: Corpus, folder: Path, name: str) -> None:
    contender, claim = contenders()[name], edited_claim(corpus)
    before = words_of(folder, contender.records)
    told = [edit(folder, contender, claim, turn) for turn in range(3)]
    after = words_of(folder, contender.records)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(set(told)) == 3
    assert changed == [(claim.id.split("-")[-2], told[-1])]
    assert edit(folder, contender, claim, 2) != told[-1], "the word is there already"


def words_of(folder: Path, pattern: str) -> list[str]:
    files = sorted(folder.glob(pattern))
    return [word for file in files for word in file.read_text(encoding="utf-8").split()]
