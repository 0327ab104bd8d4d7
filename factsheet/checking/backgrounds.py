"""What the checks of one claim need of the rest of the site."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from factsheet.checking.facts import SiteFacts, common_words, site_facts
from factsheet.digests import digest
from factsheet.language import language_of
from factsheet.language.phrases import tokens
from factsheet.language.tables import Language
from factsheet.model import Site, WordingRecord
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


class Background(Struct, frozen=True):
    """What claim rules may know beside the claim, its citations and their sources.

    It holds little that a single claim can change, so that after most edits it equals the one
    before, and what was found of the other claims holds still.
    """

    tag: str
    """BCP 47 tag of the language of the editors' sentences."""
    known: Known
    """What the records of the site vouch for."""
    common: frozenset[str]
    """Words that may open a claim's sentence, and that a text writes in small letters."""
    wording: tuple[WordingRecord, ...]

    @property
    def language(self) -> Language:
        return language_of(self.tag)

    @property
    def digest(self) -> str:
        """Return a digest of it all: the same for sets that hold the same."""
        known = self.known
        words = (sorted(known.words), sorted(known.stems), sorted(self.common))
        return digest(self.tag, sorted(known.sequences), *words, known.initials, self.wording)


def background(site: Site, found: SiteFacts | None = None) -> Background:
    """Return what the checks of any of the site's claims need of the rest of it."""
    common = common_words(found or site_facts(site))
    return Background(site.record.language, known_names(site), common, site.wording)


def known_names(site: Site) -> Known:
    """Return what the records of the site vouch for."""
    entities, sources = site.entities.values(), site.sources.values()
    called = [name for e in entities for name in (e.name, *e.also)]
    called += [source.record.container_title for source in sources]
    return vouched_for(tuple(called), tuple(e.role for e in entities), site.record.language)


@lru_cache(maxsize=1)
def vouched_for(called: tuple[str, ...], roles: tuple[str, ...], tag: str) -> Known:
    """Return what these names and roles vouch for; of the last ones it is known already."""
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
    return Known(sequences, of_roles, all_stems(alone, language), tuple(initials))


def all_stems(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word, language))


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text as names are compared."""
    return (bare(token.text) for token in tokens(text) if token.kind == "word")


def initials_of(text: str) -> str:
    """Return the first letters of the capitalised words of a text, in small letters."""
    capitals = (token.text[0] for token in tokens(text) if token.text[0].isupper())
    return "".join(capitals).casefold()
