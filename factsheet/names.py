"""Proper names in running text, and whether two words are forms of one.

A name is a run of words with a capital. Words that only names and the beginnings of sentences
have a capital for are told apart by where they stand.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factsheet.language.phrases import DASHES, Token, pieces, tokens
from factsheet.language.tables import Language
from factsheet.sentences import Span, sentences

SHORTEST_STEM = 3
_MONEY = frozenset("$€£¥")
_OPENS = frozenset('"“”„«:(—–')


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words with a capital."""

    span: Span
    """Code points, half-open."""
    words: tuple[str, ...]
    """In small letters, without accents and `'s`: as names are compared."""
    opens: bool
    """Whether its first word would have a capital there in any case."""


def names(text: str, language: Language) -> tuple[Name, ...]:
    """Return the runs of capitalised words in order; times of the calendar are none."""
    read = tokens(text)
    starts = {start for start, _ in sentences(text, language.tag)}
    return tuple(_names(read, starts, language))


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


def _names(read: Sequence[Token], starts: set[int], language: Language) -> Iterator[Name]:
    index = 0
    while index < len(read):
        if not _is_capital(read, index, language):
            index += 1
            continue
        run = [read[at] for at in _run(read, index, language)]
        first, last = run[0], run[-1]
        opens = index == 0 or first.start in starts or read[index - 1].text in _OPENS
        yield Name((first.start, last.end), tuple(bare(token.text) for token in run), opens)
        index = next(at for at in range(index, len(read)) if read[at] is last) + 1


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
