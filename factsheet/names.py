"""Proper names in running text, and whether two words are forms of one.

A name is a run of words with a capital. Words that only names and the beginnings of sentences
have a capital for are told apart by where they stand.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factsheet.language.phrases import DASHES, Token, pieces, tokens
from factsheet.language.tables import Language
from factsheet.sentences import Span, sentences

SHORTEST_STEM = 3
_MONEY = frozenset("$€£¥")
_OPENS = frozenset('"“”„«:(—–')


class Name(Struct, frozen=True):
    """A run of words with a capital."""

    span: Span
    """Code points, half-open."""
    words: tuple[str, ...]
    """In small letters, without accents and `'s`: as names are compared."""
    opens: bool
    """Whether its first word would have a capital there in any case."""


def names(text: str, language: Language) -> tuple[Name, ...]:
    """Return the runs of capitalised words in order; times of the calendar are none."""
    return tuple(_names(text, tokens(text), language))


@lru_cache(maxsize=1 << 12)
def bare(word: str) -> str:
    """Return the word as names are compared: small letters, no accents, no `'s`."""
    small = word.replace("’", "'").casefold().removesuffix("'s")
    if small.isascii():
        return small.replace(".", "")
    plain = unicodedata.normalize("NFD", small)
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand in small letters somewhere, as names are compared."""
    return frozenset(bare(word) for word in pieces(texts) if word[0].islower())


def stems(word: str, language: Language) -> frozenset[str]:
    """Return what is left of a word as names are compared, without each ending that it may have."""
    word = word.casefold()
    cut = (word.removesuffix(end) for end in language.name_endings if word.endswith(end))
    return frozenset((word, *(stem for stem in cut if len(stem) >= SHORTEST_STEM)))


def are_forms(one: str, other: str, language: Language) -> bool:
    """Return whether two words may be forms of one: `Mexico`, `Mexicans`."""
    return not stems(bare(one), language).isdisjoint(stems(bare(other), language))


def _names(text: str, read: Sequence[Token], language: Language) -> Iterator[Name]:
    done, starts = 0, None
    for index, token in enumerate(read):
        if index < done or not token.text[0].isupper() or not _is_capital(read, index, language):
            continue
        run = tuple(_run(read, index, language))
        opens = index == 0 or read[index - 1].text in _OPENS
        if not (opens or _goes_on(text, read, index)):
            starts = starts or {start for start, _ in sentences(text, language.tag)}
            opens = token.start in starts
        words = tuple(bare(read[at].text) for at in run)
        yield Name((token.start, read[run[-1]].end), words, opens)
        done = run[-1] + 1


def _goes_on(text: str, read: Sequence[Token], index: int) -> bool:
    """Return whether no sentence can begin at a token: a word and a space stand before it."""
    before = read[index - 1]
    is_word = before.kind != "mark" and not before.text.endswith(".")
    return is_word and text[before.end : read[index].start] in ("", " ")


def _run(read: Sequence[Token], index: int, language: Language) -> Iterator[int]:
    """Yield the indexes of the words of the name that begins here; a hyphen joins words too."""
    while index < len(read) and _is_capital(read, index, language):
        yield index
        index += 1
        is_hyphen = index + 1 < len(read) and read[index].text in DASHES and read[index].glued
        index += is_hyphen and read[index + 1].glued


def _is_capital(read: Sequence[Token], index: int, language: Language) -> bool:
    """Return whether a word with a capital is there that is no time and no sign of money."""
    token, word = read[index], read[index].word
    if token.kind != "word" or not token.text[0].isupper() or word == "i":
        return False
    after = read[index + 1] if index + 1 < len(read) else None
    is_money = after is not None and after.glued and after.text in _MONEY
    return not (is_money or word in language.times.weekdays or word in language.times.months)
