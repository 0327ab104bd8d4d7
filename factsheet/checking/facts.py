"""What claims and articles tell the checks of the whole site: worked out once, kept as plain text.

What a claim tells depends on its record alone, so that it holds as long as the record says the
same, in this run or in a later one of the same tool.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from factsheet.checking.fields import linked_pages
from factsheet.checking.keys import measures
from factsheet.checking.vocabulary import NO_WORDS, Vocabulary, vocabulary
from factsheet.checking.vouching import NOTHING as NO_NAMES
from factsheet.checking.vouching import Known, known_names
from factsheet.dates import Edtf
from factsheet.language.phrases import openings
from factsheet.model import Claim, ClaimRecord, Site
from factsheet.names import bare, small_words

_WORDS_JOINED = re.compile(r"[&\\*_`\[\]()<>](?:(?<=[&\\])|(?<=[^\W_].)[*_`\[\]()<>]*[^\W_])")
"""Where Markdown may make one word of several pieces, or something else of a piece. It begins with
the sign, before what must stand to its left, so that a text without signs is passed at once."""


class ClaimFacts(Struct, frozen=True):
    """What a claim tells of itself."""

    of: str
    """Digest of what its record says; empty: not known."""
    small: str = ""
    """The words that its sentence has in small letters, as names are compared, one space between
    two: many are read faster than a list."""
    opening: str = ""
    """The words with a capital that may open a sentence of it, as readers see it; like `small`."""
    links: tuple[str, ...] = ()
    """The pages of the site to which its texts lead, each once."""
    measures: tuple[str, ...] = ()
    """What its figures measure, each once: the same for figures that may be compared."""
    names: tuple[str, ...] = ()
    """Ids of the entities that it names; some may be given twice."""
    newest: date | None = None
    """The newest day on which it was reviewed or corrected."""


class SiteFacts(Struct, frozen=True):
    """What each claim tells, and what all names and all articles do together."""

    claims: Mapping[str, ClaimFacts] = field(default_factory=dict)
    """By id, in the order of the site."""
    known: Known = NO_NAMES
    """What the names of entities and outlets vouch for."""
    vocabulary: Vocabulary = NO_WORDS
    common: frozenset[str] = frozenset()
    """Words that articles or claims write in small letters, as names are compared: those of them
    that may open a sentence of a claim, since every new claim brings others."""


NOTHING = SiteFacts()
NO_WORD = ClaimFacts("")


def site_facts(site: Site, known: SiteFacts = NOTHING) -> SiteFacts:
    """Return what the checks need of each claim, of the names and of the articles.

    What is `known` from earlier is taken over where it still holds.
    """
    old = known.claims
    claims = {
        id: told if (told := old.get(id)) and told.of == claim.record.digest != "" else facts(claim)
        for id, claim in site.claims.items()
    }
    words = vocabulary(site.sources.values(), known.vocabulary)
    return SiteFacts(
        claims, known_names(site, known.known), words, common_words(claims, words, known)
    )


def facts(claim: Claim) -> ClaimFacts:
    """Return what a claim tells of itself."""
    record = claim.record
    opening = {word for word in openings(shown(claim)) if word[0].isupper()}
    texts = (record.claim, record.note, *(citation.note for citation in record.cites))
    links = dict.fromkeys(page for text in texts for page, _ in linked_pages(text))
    return ClaimFacts(
        record.digest,
        " ".join(sorted(small_words((record.claim,)))),
        " ".join(sorted(set(map(bare, opening)))),
        tuple(links),
        tuple(dict.fromkeys(" ".join(key) for one in record.figures for key in measures(one))),
        tuple(entities_named(record)),
        newest(days(record)),
    )


def entities_named(record: ClaimRecord) -> Iterator[str]:
    """Yield the ids of the entities that a claim names itself, not by its sources."""
    if record.said_by:
        yield record.said_by
    yield from record.about
    yield from (figure.counted_by for figure in record.figures if figure.counted_by)
    for citation in record.cites:
        yield from citation.via


def days(record: ClaimRecord) -> Iterator[Edtf | None]:
    """Yield when a claim was reviewed and corrected."""
    yield record.reviewed.on if record.reviewed else None
    yield from (correction.date for correction in record.corrections)


def newest(days: Iterable[Edtf | None]) -> date | None:
    """Return the newest of the days on which these times begin; None, where none is known."""
    return max((day.first for day in days if day and day.first), default=None)


def shown(claim: Claim) -> str:
    """Return the claim's sentence with every word as readers see it, with or without Markdown."""
    return claim.plain if _WORDS_JOINED.search(claim.record.claim) else claim.record.claim


def common_words(
    claims: Mapping[str, ClaimFacts], of_articles: Vocabulary, known: SiteFacts
) -> frozenset[str]:
    """Return the words that articles or claims write in small letters, and that open a sentence.

    A word that no claim has that lacked it before, or lacks that had it, is as it is `known`.
    """
    known = known if known.vocabulary is of_articles else NOTHING
    asked = words_changed(known.claims, claims)
    opening = asked & words(one.opening for one in claims.values()) if asked else set()
    small = opening & of_articles.small
    if len(small) < len(opening):
        small |= opening & words(one.small for one in claims.values())
    return known.common - asked | small


def words_changed(old: Mapping[str, ClaimFacts], new: Mapping[str, ClaimFacts]) -> set[str]:
    """Return every word that a claim has in one of the two, and not in the other."""
    changed = [id for id, one in new.items() if old.get(id) is not one]
    pairs = [(old.get(id, NO_WORD), new.get(id, NO_WORD)) for id in (*changed, *old.keys() - new)]
    return {
        word
        for before, now in pairs
        for then, today in ((before.opening, now.opening), (before.small, now.small))
        for word in set(then.split()) ^ set(today.split())
    }


def words(lists: Iterable[str]) -> set[str]:
    """Return the words of lists, each once."""
    return set(" ".join(lists).split())
