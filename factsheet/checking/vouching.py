"""What vouches for a name in an editor's sentence."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from factsheet.digests import digest
from factsheet.language import language_of
from factsheet.language.phrases import tokens
from factsheet.language.tables import Language
from factsheet.model import Site
from factsheet.names import bare, names, stems

ARTICLES = (("the",), ("el",), ("la",), ("los",), ("las",))
"""A sentence may leave them out of a name."""


class Known(Struct, frozen=True):
    """What vouches for a name."""

    sequences: frozenset[tuple[str, ...]]
    """Names of entities and outlets, word by word as names are compared."""
    words: frozenset[str]
    """Words that may stand in any name: of roles, of quotations."""
    stems: frozenset[str]
    """Of words that may take an ending: `Mexico` for `Mexican`."""
    initials: tuple[str, ...]
    """Of the capitalised words of each text: they vouch for `ICE`."""
    of: str = ""
    """Digest of the names and roles that it was worked out of; empty: not known."""


NOTHING = Known(frozenset(), frozenset(), frozenset(), ())


def known_names(site: Site, known: Known = NOTHING) -> Known:
    """Return what the records of the site vouch for; what is `known`, if they name the same."""
    entities, sources = site.entities.values(), site.sources.values()
    called = {name for entity in entities for name in (entity.name, *entity.also)}
    called.update(source.record.container_title for source in sources)
    roles, tag = sorted({entity.role for entity in entities}), site.record.language
    of = digest(sorted(called), roles, tag)
    return known if known.of == of else vouched_for(sorted(called), roles, tag, of)


def vouched_for(called: Sequence[str], roles: Sequence[str], tag: str, of: str) -> Known:
    """Return what these names and roles vouch for."""
    language, whole, runs, initials = language_of(tag), [], [], []
    for name in called:
        read = tokens(name)
        whole.append(tuple(bare(token.text) for token in read))
        runs += [run.words for run in names(name, language)]
        initials.append(initials_of(name))
    bare_of_article = [words[1:] for words in whole if words[:1] in ARTICLES and words[1:]]
    sequences = frozenset((*runs, *whole, *bare_of_article))
    of_roles = frozenset(word for role in roles for word in words_of(role))
    alone = frozenset(words[0] for words in sequences if len(words) == 1) | of_roles
    return Known(sequences, of_roles, all_stems(alone, language), tuple(initials), of)


def all_stems(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word, language))


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text as names are compared."""
    return (bare(token.text) for token in tokens(text) if token.kind == "word")


def initials_of(text: str) -> str:
    """Return the first letters of the capitalised words of a text, in small letters."""
    capitals = (token.text[0] for token in tokens(text) if token.text[0].isupper())
    return "".join(capitals).casefold()
