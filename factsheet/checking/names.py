"""Names in the editors' sentences that nothing vouches for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factsheet.checking.evidence import MOST_TOLD, Evidence, beside, entry, evidence
from factsheet.checking.held import held
from factsheet.checking.quotation_marks import MARKED
from factsheet.diagnostics import Diagnostic
from factsheet.language import language_of
from factsheet.language.phrases import tokens
from factsheet.language.tables import Language
from factsheet.model import Site
from factsheet.names import Name, bare, names, small_words, stems

LONGEST_ACRONYM = 6
ARTICLES = (("the",), ("el",), ("la",), ("los",), ("las",))
"""A sentence may leave them out of a name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What vouches for a name."""

    sequences: frozenset[tuple[str, ...]]
    """Names of entities and outlets, word by word as names are compared."""
    words: frozenset[str]
    """Words that may stand in any name: of roles, of quotations."""
    stems: frozenset[str]
    """Of words that may take an ending: `Mexico` for `Mexican`."""
    initials: tuple[str, ...]
    """Of the capitalised words of each text: they vouch for `ICE`."""


def names_vouched_for(site: Site) -> Iterator[Diagnostic]:
    """A name in a claim stands in one of its quotations, or is that of an entity or an outlet."""
    language = language_of(site.record.language)
    if not language.hedges.kinds.by_first:
        return
    everywhere = known_names(site, language)
    common = common_words(site)
    for claim in held(site):
        found = evidence(claim, site)
        wrong = strange(found, everywhere, common, language)
        yield from (unknown(words, found) for words in islice(wrong, MOST_TOLD))


def strange(
    found: Evidence, everywhere: Known, common: frozenset[str], language: Language
) -> Iterator[str]:
    """Yield the names of a claim's sentence for which neither the site nor a quotation vouches."""
    sentence = MARKED.sub(lambda marked: "," * len(marked[0]), found.sentence)
    known = None
    for name in names(sentence, language):
        words = without_opening(name, common)
        if words and not all_known(words, everywhere, language):
            known = known or with_quotations(everywhere, found)
            if not all_known(words, known, language):
                yield found.sentence[slice(*name.span)]


def known_names(site: Site, language: Language) -> Known:
    """Return what the records of the site vouch for."""
    called = [name for e in site.entities.values() for name in (e.name, *e.also)]
    called += [source.record.container_title for source in site.sources.values()]
    runs = [run.words for name in called for run in names(name, language)]
    whole = [tuple(bare(token.text) for token in tokens(name)) for name in called]
    bare_of_article = [words[1:] for words in whole if words[:1] in ARTICLES and words[1:]]
    sequences = frozenset((*runs, *whole, *bare_of_article))
    roles = frozenset(word for e in site.entities.values() for word in words_of(e.role))
    alone = frozenset(words[0] for words in sequences if len(words) == 1) | roles
    return Known(sequences, roles, all_stems(alone, language), tuple(map(initials_of, called)))


def with_quotations(known: Known, found: Evidence) -> Known:
    """Return what the quotations of a claim vouch for beside all that."""
    texts = (*(one.text for one in found.quoted), *found.declared)
    words = frozenset(word for text in texts for word in words_of(text))
    return Known(
        known.sequences,
        known.words | words,
        known.stems | all_stems(words, found.language),
        (*known.initials, *map(initials_of, texts)),
    )


def all_known(words: Sequence[str], known: Known, language: Language) -> bool:
    """Return whether the words of a name can be laid end to end from what is known."""
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        longest = next((end for end in ends if tuple(words[at:end]) in known.sequences), at)
        if longest == at and not is_known(words[at], known, language):
            return False
        at = max(longest, at + 1)
    return True


def is_known(word: str, known: Known, language: Language) -> bool:
    if word in known.words or not known.stems.isdisjoint(stems(word, language)):
        return True
    return 1 < len(word) <= LONGEST_ACRONYM and any(word in text for text in known.initials)


def without_opening(name: Name, common: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name without a first that is there for the sentence's sake."""
    if name.opens and (len(name.words) == 1 or name.words[0] in common):
        return name.words[1:]
    return name.words


def common_words(site: Site) -> frozenset[str]:
    """Return the words that articles and claims write in small letters."""
    texts = [source.text for source in site.sources.values()]
    texts += [claim.record.claim for claim in site.claims.values()]
    return small_words(texts)


def words_of(text: str) -> Iterator[str]:
    return (bare(token.text) for token in tokens(text) if token.kind == "word")


def all_stems(words: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset(stem for word in words for stem in stems(word, language))


def initials_of(text: str) -> str:
    """Return the first letters of the capitalised words of a text, in small letters."""
    capitals = (token.text[0] for token in tokens(text) if token.text[0].isupper())
    return "".join(capitals).casefold()


def unknown(name: str, found: Evidence) -> Diagnostic:
    return Diagnostic(
        "name-not-quoted",
        f"no quotation says “{name}”, and no entity is called so",
        found.claim.record.place.at("claim").saying(name),
        severity="warning",
        notes=beside(found),
        mend="write the name as the article does, or add an entity for it; if it is worked out,"
        f" add to `inferred:`  {entry(name)}",
    )
