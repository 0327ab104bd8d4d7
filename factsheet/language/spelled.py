"""Numbers in words: `one hundred and two`, `half a million`, `dozens`, `two-thirds`."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsheet.language.amounts import Numeral, scaled, with_unit
from factsheet.language.phrases import DASHES, Token, word_at
from factsheet.language.tables import NumberWords

LONGEST = 16
"""Words of one number."""


def in_words(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """Return the number that begins at this word, or None."""
    if tokens[index].word not in first_words(words):
        return None
    return (
        _half(tokens, index, words)
        or _uncounted(tokens, index, words)
        or _fraction(tokens, index, words)
        or _added_up(tokens, index, words)
        or _ordinal(tokens, index, words)
    )


@lru_cache(maxsize=64)
def first_words(words: NumberWords) -> frozenset[str]:
    """Return all words that a number may begin with."""
    counted = frozenset((*words.cardinals, *words.plurals, *words.ordinals))
    return counted | words.halves | words.several | words.articles | words.alone


def _half(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """`half a million`, `half a dozen`, `half of the`, `medio millón`."""
    if tokens[index].word not in words.halves:
        return None
    scale_at = index + 1 + (word_at(tokens, index + 1) in words.articles)
    scale = words.scales.get(word_at(tokens, scale_at))
    if scale:
        half = Numeral(index, scale_at + 1, Decimal(scale) / 2, scale=Decimal(scale))
        return with_unit(half, tokens, words)
    if word_at(tokens, index + 1) in words.of:
        return Numeral(index, index + 1, Decimal("0.5"))
    return None


def _uncounted(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """`dozens`, `tens of thousands`, `several hundred`."""
    word, following = tokens[index].word, word_at(tokens, index + 1)
    if word in words.several and following in words.scales:
        size = Decimal(words.scales[following])
        return Numeral(index, index + 2, None, "indefinite", magnitude=size)
    if word not in words.plurals:
        return None
    size, end = Decimal(words.plurals[word]), index + 1
    if following in words.of and word_at(tokens, index + 2) in words.plurals:
        size, end = size * words.plurals[word_at(tokens, index + 2)], index + 3
    elif word == "tens" or (index and tokens[index - 1].word in words.articles):
        return None
    return Numeral(index, end, None, "indefinite", magnitude=size)


def _fraction(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """`two-thirds`, `a third of`."""
    token = tokens[index]
    dash = word_at(tokens, index + 1) in DASHES
    parts = words.fractions.get(word_at(tokens, index + 1 + dash))
    if not parts:
        return None
    count, end = words.cardinals.get(token.word, 0), index + 2 + dash
    if not count and token.word in words.articles and word_at(tokens, end) in words.of:
        count = 1
    if not 0 < count < parts or (count == 1 and not dash and word_at(tokens, end) not in words.of):
        return None
    return Numeral(index, end, Decimal(count) / Decimal(parts))


class _Sum(Struct, frozen=True):
    """A number while its words are added up: `two hundred thousand`, then `six hundred`."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    """Below the last thousand, million …"""
    scale: Decimal = Decimal(1)


def _added_up(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    first, following = tokens[index].word, word_at(tokens, index + 1)
    at_article = first in words.articles and following in words.scales
    if not at_article and first not in words.cardinals and first not in words.alone:
        return None
    if first in words.ones and _is_pronoun(tokens, index, words):
        return None
    end, added = index + at_article, _Sum(current=Decimal(int(at_article)))
    while end < min(len(tokens), index + LONGEST):
        more = _step(tokens, end, added, words)
        if more is None:
            break
        end, added = end + 1, more
    read = Numeral(index, end, added.total + added.current, scale=added.scale)
    whole = scaled(read, tokens, words)
    alone = whole.end == index + 1 and first in words.ones
    return with_unit(replace(whole, as_word=alone), tokens, words)


def _step(tokens: Sequence[Token], index: int, added: _Sum, words: NumberWords) -> _Sum | None:
    """Return the sum after one more word, or None when the number has ended."""
    word = tokens[index].word
    if word in DASHES and tokens[index].glued and _adds(tokens, index + 1, added.current, words):
        return added
    if word == words.joiner and _joins(tokens, index, added, words):
        return added
    if _adds(tokens, index, added.current, words):
        return replace(added, current=added.current + words.cardinals[word])
    scale = Decimal(words.scales.get(word, 0))
    if not scale or not (added.current or added.total or word in words.alone):
        return None
    return _multiplied(added, scale)


def _adds(tokens: Sequence[Token], index: int, current: Decimal, words: NumberWords) -> bool:
    """Return whether the word at the index can be added to what was read so far."""
    value = words.cardinals.get(word_at(tokens, index))
    if value is None or (value == 0 and current):
        return False
    if value < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % (100 if value < 100 else 1000) == 0


def _joins(tokens: Sequence[Token], index: int, added: _Sum, words: NumberWords) -> bool:
    """Return whether `and` stands inside one number, not between two."""
    current, total = added.current, added.total
    if not _adds(tokens, index + 1, current, words) or not current + total:
        return False
    if words.joins_tens:
        return current % 100 >= 30
    after = words.scales.get(word_at(tokens, index + 2), 0)
    return current % 100 == 0 and (bool(current) or total >= 1000) and after < 100


def _multiplied(added: _Sum, scale: Decimal) -> _Sum:
    if scale < 1000:
        return _Sum(added.total, (added.current or 1) * scale, scale)
    if added.total and added.total < scale:
        return _Sum((added.total + added.current) * scale, scale=scale)
    return _Sum(added.total + (added.current or 1) * scale, scale=scale)


def _is_pronoun(tokens: Sequence[Token], index: int, words: NumberWords) -> bool:
    """Return whether `one` is a pronoun here: no word for a thing follows it."""
    before = tokens[index - 1].word if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and words.and_a_half.at(tokens, index + 1):
        return False
    if after is None or before in words.before_pronoun_one or after.word in words.after_pronoun_one:
        return True
    return after.kind == "mark" and not (after.glued and after.text in DASHES)


def _ordinal(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """`the third`, not `Second Amendment`, `30 seconds`, `at first`."""
    value = words.ordinals.get(tokens[index].text)
    if value is None or word_at(tokens, index - 1) not in words.before_ordinals:
        return None
    return Numeral(index, index + 1, Decimal(value), "ordinal")
