"""Tokens, and phrases among them."""

from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.phrases import numbered, openings, phrases, tokens, word_at, word_forms


def test_tokens_keep_numbers_initials_and_apostrophes_whole() -> None:
    read = tokens("U.S. officials’ 788,000 – don’t!")
    assert [token.word for token in read] == [
        "u.s.",
        "officials",
        "'",
        "788,000",
        "–",
        "don't",
        "!",
    ]
    assert [token.glued for token in read] == [False, False, True, False, False, False, True]


def test_tokens_know_where_lines_begin() -> None:
    assert [token.opens_line for token in tokens("one two\nthree")] == [True, False, True]


@given(st.text(max_size=300))
def test_tokens_leave_out_white_space_alone(text: str) -> None:
    """R-102: no text makes an exception, and no character is lost."""
    read = tokens(text)
    assert "".join(token.text for token in read) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in read)


@given(st.text(alphabet="aB.’'- 1_é", max_size=60) | st.text(max_size=60))
def test_word_forms_are_the_words_among_the_tokens(text: str) -> None:
    assert word_forms((text,)) == {token.text for token in tokens(text) if token.kind == "word"}


def test_openings_stand_at_the_beginning_and_after_marks_and_line_ends() -> None:
    text = "The bridge. In May\nthe one. It opened: “Now”, he_said 5 Times"
    assert openings(text) == ["The", "In", "the", "It", "Now", "he", "said"]


def test_the_longest_phrase_counts() -> None:
    found = phrases({"less": "no|no less", "more": "no less than"})
    assert list(found.found(tokens("no less than no"))) == [(0, 3, "more"), (3, 4, "less")]


def test_numbered_words_may_share_a_number() -> None:
    assert numbered("mon tue/tues", first=0) == {"mon": 0, "tue": 1, "tues": 1}


def test_outside_the_text_there_is_no_word() -> None:
    assert word_at(tokens("one"), -1) == word_at(tokens("one"), 1) == ""
