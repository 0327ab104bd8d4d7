"""The words that all articles of a site are written in."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from factsheet.language import language_of
from factsheet.language.phrases import pieces, word_forms
from factsheet.language.tables import Language
from factsheet.model import Source
from factsheet.names import bare, small_words


class Vocabulary(Struct, frozen=True):
    """Words as names are compared, of all articles together."""

    small: frozenset[str]
    """Those that stand in small letters somewhere."""
    capital: frozenset[str]
    """Those that stand nowhere in small letters; only of articles in languages that are known."""


def vocabulary(sources: Iterable[Source]) -> Vocabulary:
    """Return the words of the articles; of the last articles asked for it is known already."""
    known: list[str] = []
    foreign: list[str] = []
    for source in sources:
        (known if table(source) else foreign).append(source.text)
    return _vocabulary(tuple(known), tuple(foreign))


@lru_cache(maxsize=1)
def _vocabulary(known: tuple[str, ...], foreign: tuple[str, ...]) -> Vocabulary:
    """Go over the texts once, which are megabytes; what is kept is each word once."""
    written = pieces(known)
    small = small_words(written) | small_words(foreign)
    capital = frozenset(bare(word) for word in word_forms(written) if word[0].isupper())
    return Vocabulary(small, capital - small)


def table(source: Source) -> Language | None:
    """Return what is known of the language of an article, or None when it is not known."""
    language = language_of(source.record.language)
    return language if language.hedges.kinds.by_first else None
