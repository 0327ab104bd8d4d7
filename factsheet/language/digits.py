"""Numbers in digits: `788,000`, `12th`, `1.5bn`."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from factsheet.language.amounts import Numeral, scaled, with_unit
from factsheet.language.phrases import DASHES, Token, tokens
from factsheet.language.tables import NumberWords

LONGEST = 30
"""Characters of a run of digits that is still read as a number."""

_SPACES = "\xa0\u2009\u202f"
_BREAKS_NAME = frozenset("/:#@_[.'’^=\\")
"""Straight before digits they make a name, a date, a time or a version of them."""


def literal(text: str, words: NumberWords) -> Decimal | None:
    """Return the value of digits with separators; None when they are not grouped as numbers are."""
    if text.isascii() and text.isdigit():
        return Decimal(text) if len(text) <= LONGEST else None
    even = text.translate(dict.fromkeys(map(ord, _SPACES), words.thousands[:1] or ","))
    used = {char for char in even if not char.isdigit()}
    if len(text) > LONGEST or len(used) > 2:
        return None
    whole, mark, tail = _split_decimals(even, words)
    groups = whole.split(min(set(whole) - set("0123456789"), default=","))
    grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    digits = "".join(groups)
    if not digits.isdigit() or (mark and not tail.isdigit()) or (len(groups) > 1 and not grouped):
        return None
    return Decimal(f"{digits}.{tail}" if mark else digits)


def in_digits(
    tokens: Sequence[Token], index: int, words: NumberWords, unit: str = ""
) -> Numeral | None:
    """Return the number at this token, or None when it is part of a name, a time or a list."""
    value = literal(tokens[index].text, words)
    if value is None or (not unit and _is_name(tokens, index, words)):
        return None
    if index + 1 == len(tokens):
        return Numeral(index, index + 1, value, unit=unit)
    after, tied = tokens[index + 1].word, tokens[index + 1].glued
    if not tied and after not in _going_on(words):
        return Numeral(index, index + 1, value, unit=unit)
    if tied and after in words.ordinal_endings:
        return Numeral(index, index + 2, value, "ordinal")
    if after in words.clock or _list_number(tokens, index) or (tied and after in ("/", ":")):
        return None
    plain = Numeral(index, index + 1, value, unit=unit)
    if tied and tokens[index + 1].kind == "word":
        return _with_letters(plain, tokens, words)
    return with_unit(scaled(plain, tokens, words), tokens, words)


@lru_cache(maxsize=64)
def _going_on(words: NumberWords) -> frozenset[str]:
    """Return the words after digits that make more of them, or something else."""
    phrases = (*words.and_a_half.by_first, *words.percent.by_first)
    signs = (token.word for sign in words.currencies for token in tokens(sign)[:1])
    return words.clock.union(words.scales, words.of, phrases, signs, ("u.s.", "us"))


def _with_letters(plain: Numeral, tokens: Sequence[Token], words: NumberWords) -> Numeral | None:
    """Return a number with the letters tied to it, `5bn`, `5USD`; None when they make a name."""
    letters = tokens[plain.end]
    scale = words.short_scales.get(letters.word)
    if scale is None and (plain.unit or letters.text == "M"):
        scale = words.money_scales.get(letters.word)
    if scale and plain.value is not None:
        value = plain.value * scale
        short = Numeral(plain.start, plain.end + 1, value, unit=plain.unit, scale=Decimal(scale))
        return with_unit(short, tokens, words)
    read = with_unit(plain, tokens, words)
    return read if read.end > plain.end else None


def _is_name(tokens: Sequence[Token], index: int, words: NumberWords) -> bool:
    """Return whether what stands straight before the digits makes them part of a name."""
    if index == 0 or not tokens[index].glued:
        return False
    before = tokens[index - 1]
    if before.kind != "mark" or before.text in _BREAKS_NAME:
        return True
    if before.text not in DASHES or not before.glued or index < 2:
        return False
    named = tokens[index - 2]
    return named.kind == "word" and before.text == "-" and named.word not in words.prefixes


def _list_number(tokens: Sequence[Token], index: int) -> bool:
    """Return whether this is the number of an item: `1. Deporting`."""
    if not tokens[index].opens_line or index + 2 >= len(tokens):
        return False
    mark, following = tokens[index + 1], tokens[index + 2]
    return mark.glued and mark.text in (".", ")") and not (following.glued or following.opens_line)


def _split_decimals(text: str, words: NumberWords) -> tuple[str, str, str]:
    last = max((text.rfind(mark), mark) for mark in words.decimals or " ")
    at, mark = last
    is_group = mark in words.thousands and len(text) - at - 1 == 3
    if at < 0 or is_group:
        return text, "", ""
    return text[:at], mark, text[at + 1 :]
