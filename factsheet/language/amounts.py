"""A number as it was read, and the unit that stands beside it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from factsheet.language.phrases import Token, word_at
from factsheet.language.tables import NumberWords

NumeralKind = Literal["cardinal", "ordinal", "year", "indefinite"]


class Numeral(Struct, frozen=True):
    """A number read at a token."""

    start: int
    """Token index, half-open with `end`; a currency before the digits is included."""
    end: int
    value: Decimal | None
    """None: a number nobody counted, of which `magnitude` is one."""
    kind: NumeralKind = "cardinal"
    unit: str = ""
    """ISO 4217 code or `percent`."""
    magnitude: Decimal | None = None
    scale: Decimal = Decimal(1)
    """The last word that multiplied."""
    as_word: bool = False
    """Whether it is the single word for one, which is often no number."""


def with_unit(numeral: Numeral, tokens: Sequence[Token], words: NumberWords) -> Numeral:
    """Return the number with the unit that follows it: `per cent`, `dollars`, `de pesos`."""
    if numeral.end >= len(tokens):
        return numeral
    percent = words.percent.at(tokens, numeral.end)
    if percent and not numeral.unit:
        return replace(numeral, end=percent[0], unit="percent")
    linked = word_at(tokens, numeral.end) in words.of
    code = currency(tokens, numeral.end + linked, words)
    if code is None or code[0] != (numeral.unit or code[0]) or _begins_amount(tokens, code[1]):
        return numeral
    return replace(numeral, end=code[1], unit=code[0])


def currency(tokens: Sequence[Token], index: int, words: NumberWords) -> tuple[str, int] | None:
    """Return the code and the index after it: `$`, `US$`, `USD`, `dollars`, `US dollars`."""
    if index >= len(tokens):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].glued:
        pair = tokens[index].word + tokens[index + 1].word
        if pair in words.currencies:
            return words.currencies[pair], index + 2
    if tokens[index].word in ("u.s.", "us") and word_at(tokens, index + 1).startswith("dollar"):
        index += 1
    code = words.currencies.get(tokens[index].word)
    return (code, index + 1) if code else None


def scaled(numeral: Numeral, tokens: Sequence[Token], words: NumberWords) -> Numeral:
    """Return the number with what multiplies it: `100 million`, `1 and a half million`."""
    numeral = plus_half(numeral, tokens, words)
    for _ in range(2):
        scale = words.scales.get(word_at(tokens, numeral.end))
        if scale is None:
            break
        value = (numeral.value or Decimal(0)) * scale
        numeral = replace(numeral, end=numeral.end + 1, value=value, scale=Decimal(scale))
    return plus_half(numeral, tokens, words)


def plus_half(numeral: Numeral, tokens: Sequence[Token], words: NumberWords) -> Numeral:
    """Return the number with the half that follows it: `a million and a half`."""
    half = words.and_a_half.at(tokens, numeral.end) if numeral.end < len(tokens) else None
    if half is None or numeral.value is None:
        return numeral
    return replace(numeral, end=half[0], value=numeral.value + numeral.scale / 2)


def _begins_amount(tokens: Sequence[Token], index: int) -> bool:
    """Return whether digits are tied to the currency sign: it is theirs, not ours."""
    return index < len(tokens) and tokens[index].kind == "digits" and tokens[index].glued
