"""What claims and articles tell the checks of the whole site: worked out once, kept as plain text.

What a claim tells depends on its record alone, so that it holds as long as the record says the
same, in this run or in a later one of the same tool.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from factsheet.checking.fields import linked_pages
from factsheet.checking.keys import measures
from factsheet.checking.vocabulary import NO_WORDS, Vocabulary, vocabulary
from factsheet.checking.vouching import NOTHING as NO_NAMES
from factsheet.checking.vouching import Known, known_names
from factsheet.language.phrases import openings
from factsheet.model import Claim, Site
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


class SiteFacts(Struct, frozen=True):
    """What each claim tells, and what all names and all articles do together."""

    claims: Mapping[str, ClaimFacts] = field(default_factory=dict)
    """By id, in the order of the site."""
    known: Known = NO_NAMES
    """What the names of entities and outlets vouch for."""
    vocabulary: Vocabulary = NO_WORDS


NOTHING = SiteFacts()


def site_facts(site: Site, known: SiteFacts = NOTHING) -> SiteFacts:
    """Return what the checks need of each claim, of the names and of the articles.

    What is `known` from earlier is taken over where it still holds.
    """
    claims = {id: facts(claim, known.claims.get(id)) for id, claim in site.claims.items()}
    words = vocabulary(site.sources.values(), known.vocabulary)
    return SiteFacts(claims, known_names(site, known.known), words)


def facts(claim: Claim, known: ClaimFacts | None = None) -> ClaimFacts:
    """Return what a claim tells of itself; what is known of it, if it says the same as then."""
    record = claim.record
    if known is not None and known.of and known.of == record.digest:
        return known
    opening = {word for word in openings(shown(claim)) if word[0].isupper()}
    texts = (record.claim, record.note, *(citation.note for citation in record.cites))
    links = dict.fromkeys(page for text in texts for page, _ in linked_pages(text))
    return ClaimFacts(
        record.digest,
        " ".join(sorted(small_words((record.claim,)))),
        " ".join(sorted(set(map(bare, opening)))),
        tuple(links),
        tuple(dict.fromkeys(" ".join(key) for one in record.figures for key in measures(one))),
    )


def shown(claim: Claim) -> str:
    """Return the claim's sentence with every word as readers see it, with or without Markdown."""
    return claim.plain if _WORDS_JOINED.search(claim.record.claim) else claim.record.claim


def common_words(found: SiteFacts) -> frozenset[str]:
    """Return the words that articles or claims write in small letters, as names are compared.

    Only such as may open a sentence of a claim: others are not asked for, and every new claim
    would bring some.
    """
    opening = words(one.opening for one in found.claims.values())
    small = words(one.small for one in found.claims.values())
    return frozenset(opening & small | opening & found.vocabulary.small)


def words(lists: Iterable[str]) -> set[str]:
    """Return the words of lists, each once."""
    return set(" ".join(lists).split())
