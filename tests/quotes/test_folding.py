"""Folding, and the way back to the article's own characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.quotes.folding import fold, line_of, prepare, small

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"
QUOTES = {"'": "'‘’‚‛", '"': '"“”„‟'}
texts = st.text(st.sampled_from("ab1 \n\t\xa0\u2009\xad-–'’\"”") | st.characters(), max_size=40)


def slowly_folded(text: str) -> str:
    """The same rule, one character at a time."""
    out = ""
    for char in text.replace("\xad", ""):
        if char.isspace() and char not in "\x1c\x1d\x1e\x1f":
            out += "" if out.endswith(" ") else " "
        elif char in DASHES:
            out += "-"
        else:
            out += next((plain for plain, kinds in QUOTES.items() if char in kinds), char)
    return out


@given(texts)
def test_folds_as_the_rule_says_and_nothing_twice(text: str) -> None:
    """R-451, R-452."""
    folded = fold(text)
    assert folded.text == slowly_folded(text)
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize("char", "−′″‵½²₂⁻×·`´«»…‹›＂＇ʼﬁßİÅK٣五\u200b\u200d\ufeff\u0301_~")
def test_signs_letters_and_digits_stay(char: str) -> None:
    """R-452."""
    assert fold(f"a{char}b").text == f"a{char}b", unicodedata.name(char)


@given(texts, st.data())
def test_a_folded_range_stands_for_the_original_one(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    low, high = folded.original(start, end)
    assert 0 <= low <= high <= len(text)
    assert fold(text[low:high]).text == folded.text[start:end]


@given(texts)
def test_the_way_there_and_back(text: str) -> None:
    folded = fold(text)
    for offset, char in enumerate(text):
        if not char.isspace() and char != "\xad":
            position = folded.position(offset)
            assert folded.original(position, position + 1) == (offset, offset + 1)
    assert folded.position(len(text)) == len(folded.text)


def test_soft_hyphens_beside_a_passage_stay_outside() -> None:
    assert fold("a\xadb\xad c").original(0, 2) == (0, 3)
    assert fold("a  b").original(0, 2) == (0, 3)


def test_small_letters_keep_their_offsets() -> None:
    assert small("ABÇ") == "abç"
    assert small("İA") == "İa"


def test_excluded_spans_are_sorted_and_joined() -> None:
    article = prepare("x" * 40, ((20, 30), (5, 10), (8, 12), (15, 15)))
    assert article.excluded == ((5, 12), (20, 30))
    assert [article.excludes(span) for span in ((0, 5), (0, 6), (11, 12), (12, 20), (29, 40))] == [
        False, True, True, False, True,
    ]  # fmt: skip


def test_lines_are_counted_from_one() -> None:
    assert [line_of("a\nb\r\nc", offset) for offset in (0, 1, 2, 5)] == [1, 1, 2, 3]
