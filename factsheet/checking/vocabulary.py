"""The words that all articles of a site are written in."""

from collections.abc import Iterable

from msgspec import Struct

from factsheet.digests import digest
from factsheet.language import language_of
from factsheet.language.phrases import pieces, word_forms
from factsheet.language.tables import Language
from factsheet.model import Source
from factsheet.names import bare, small_words
from factsheet.spelling import nearly_same

SHORTEST = 6
"""Letters of a name that is compared; shorter ones are often near each other."""


class Vocabulary(Struct, frozen=True):
    """Words as names are compared, of all articles together."""

    of: str = ""
    """Digest of the articles; empty: of none."""
    small: frozenset[str] = frozenset()
    """Those that stand in small letters somewhere."""
    near: tuple[tuple[str, str], ...] = ()
    """Pairs of those that stand nowhere so and are nearly the same, sorted."""


NO_WORDS = Vocabulary()


def vocabulary(sources: Iterable[Source], known: Vocabulary = NO_WORDS) -> Vocabulary:
    """Return the words of the articles; what is `known`, if it is of the same articles.

    Then their texts, which are megabytes, are not looked at.
    """
    articles = tuple(sources)
    of = digest([(one.article.sha256, one.record.language) for one in articles])
    if known.of == of:
        return known
    small, capital = read(articles)
    return Vocabulary(of, small, nearly_same(word for word in capital if len(word) >= SHORTEST))


def read(sources: Iterable[Source]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand in small letters somewhere, and those that stand nowhere so.

    The latter only of articles in languages that are known. Each text is gone over once, and none
    is kept.
    """
    told: list[Source] = []
    foreign: list[Source] = []
    for source in sources:
        (told if table(source) else foreign).append(source)
    written = pieces(source.text for source in told)
    small = small_words(written) | small_words(source.text for source in foreign)
    capital = frozenset(bare(word) for word in word_forms(written) if word[0].isupper())
    return small, capital - small


def table(source: Source) -> Language | None:
    """Return what is known of the language of an article, or None when it is not known."""
    language = language_of(source.record.language)
    return language if language.hedges.kinds.by_first else None
