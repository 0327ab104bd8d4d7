import pytest

from factsheet.diagnostics import Place
from factsheet.reading.characters import FORBIDDEN, MAX_FAULTS, decode, forbidden_in, shown


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x07\x1b\x7f\x85\x9f",
        *"\u200b\u2028\u2029\u2060\ufeff\u061c\u200e\u202e\u2066\u2069",
        *"\ud800\udfff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff\U000e0041",
        "\r",
    ],
)
def test_what_nobody_sees_is_forbidden(character: str) -> None:
    """R-108: raw, at any place of a text."""
    assert FORBIDDEN.search(f"a{character}b")


@pytest.mark.parametrize(
    "text", ["a\tb", "a\nb", "a\r\nb", "क्\u200dष", "می\u200cخواهم", "\xad😀 –"]
)
def test_what_languages_need_is_allowed(text: str) -> None:
    """R-108: the two joiners, tab and line ends."""
    assert not FORBIDDEN.search(text)


def test_a_character_is_shown_by_its_code_point() -> None:
    assert (shown("\u200b"), shown("\x07"), shown("\U0010ffff")) == ("U+200B", "U+0007", "U+10FFFF")


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"abc\n\xc3\xa9\xe9x", 2, 2),
        (b"\xef\xbb\xbfab\x80", 1, 3),
        (b"a\r\nb\xf0\x9f", 2, 2),
    ],
)
def test_bytes_that_are_not_utf8_are_told_with_their_place(
    body: bytes, line: int, column: int
) -> None:
    """R-107"""
    text, (fault,) = decode(body, "seeds/a.txt")
    assert text == ""
    assert (fault.rule, fault.place) == (
        "not-utf-8",
        Place("seeds/a.txt", line=line, column=column),
    )


def test_utf8_is_decoded_and_nothing_translated() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\r", "f") == ("\ufeffa\r\nb\r", ())


def test_each_forbidden_character_is_told_up_to_a_limit() -> None:
    first, second = forbidden_in("ab\u200b\nc\x07", "f")
    assert (first.place.line, first.place.column) == (1, 3)
    assert (second.place.line, second.place.column) == (2, 2)
    assert len(forbidden_in("\x07" * 1000, "f")) == MAX_FAULTS


def test_nothing_that_is_forbidden_is_printable() -> None:
    """R-108: a text of printable characters is not searched for forbidden ones."""
    printable = (chr(code) for code in range(0x110000) if chr(code).isprintable())
    assert not [char for char in printable if FORBIDDEN.match(char)]
