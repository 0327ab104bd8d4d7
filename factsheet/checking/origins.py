"""Whom a claim goes back to: several articles may have it from one origin."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic
from factsheet.hedges import hedges
from factsheet.language.tables import Language
from factsheet.model import Citation, Claim, Entity
from factsheet.origins import articles, origins, supporting
from factsheet.quotes.folding import fold

ARTICLES = re.compile(r"(?:the|an?|el|los|las?) ")
"""Before a name; a sentence may leave it out."""
DEFINITE = ("the", "el", "la")
HEAD = re.compile(r"^.*?(?=,| (?:of|in|at|for|de|del|en|para) |$)")
"""The part of a name or a role that its main word ends, in English: `Chamber` of Commerce."""
REPORTS = {
    "en": ("report", "reports", "article", "articles", "outlet", "account", "accounts", "release"),
    "es": ("informe", "informes", "artículo", "artículos", "reportaje", "nota", "comunicado"),
}
"""Words for what an article rests on or is, by language: `in the undated report`."""
ATTRIBUTING = ("attribution", "allegation")


def origin_named(found: Evidence) -> Iterator[Diagnostic]:
    """A sentence whose only support is one origin says whose account it is."""
    if not found.language.hedges.kinds.by_first:
        return
    claim = found.claim
    origin = sole_origin(claim)
    if origin and not is_attributed(claim, found.language):
        yield Diagnostic(
            "one-origin",
            f"all that supports this sentence goes back to {origin}, and it does not say so",
            claim.record.place.at("claim"),
            severity="warning",
            notes=tuple(f"quoted: “{c.passage.quote}”" for c in supporting(claim)),
            mend="say in the sentence whose account it is (“according to …”, “… reported”),"
            " or cite an article that has it from somebody else",
        )


def origins_apart(found: Evidence) -> Iterator[Diagnostic]:
    """Articles that go back to one origin are one witness, and a note says so."""
    claim = found.claim
    if claim.record.note or articles(claim) < 2:
        return
    if origin := sole_origin(claim):
        yield Diagnostic(
            "repeated-origin",
            f"{articles(claim)} articles are cited, and all have it from {origin}",
            claim.record.place.at("cites"),
            severity="warning",
            notes=tuple(map(told_by, supporting(claim))),
            mend="it is one origin: say so in a `note`, or cite one that is independent",
        )


def sole_origin(claim: Claim) -> str:
    """Return the name of the one that all support goes back to; empty for several, or none."""
    names = tuple(origins(claim).values())
    supported = any(citation.record.relation == "supports" for citation in claim.cites)
    return names[0] if supported and len(names) == 1 else ""


def told_by(citation: Citation) -> str:
    chain = ", ".join(entity.name for entity in citation.via)
    return f"{citation.source.id}: {chain}" if chain else citation.source.id


def is_attributed(claim: Claim, language: Language) -> bool:
    """Return whether the sentence has any word of whose account it is: a name or `… said`."""
    sentence, cites = claim.record.claim, supporting(claim)
    outlets = dict.fromkeys(citation.source.record.container_title for citation in cites)
    entities = {entity.id: entity for citation in cites for entity in citation.via}
    if claim.said_by:
        entities[claim.said_by.id] = claim.said_by
    return (
        says_any(sentence, (*outlets, *REPORTS.get(language.tag.partition("-")[0], ())))
        or any(is_named(entity, sentence) for entity in entities.values())
        or any(hedge.kind in ATTRIBUTING for hedge in hedges(sentence, language))
    )


def is_named(entity: Entity, sentence: str) -> bool:
    """Return whether the sentence names the entity, or calls it by what it is: `the chamber`."""
    last = entity.name.split()[-1:] if entity.type == "person" else []
    if says_any(sentence, (entity.name, *entity.also, *last)):
        return True
    words = compared(sentence)
    heads = {head for called in (entity.name, entity.role) for head in main_word(called)}
    return any(stands_in(f"{the} {head}", words) for head in heads for the in DEFINITE)


def main_word(called: str) -> list[str]:
    """Return the word for what somebody is, from a name or a role; nothing from nothing."""
    head = HEAD.match(compared(called))
    return head[0].split()[-1:] if head else []


def says_any(sentence: str, names: Iterable[str]) -> bool:
    """Return whether a name stands in the sentence: whole words, in capitals or small letters."""
    words = compared(sentence)
    return any(stands_in(without_article(compared(name)), words) for name in names)


def stands_in(name: str, sentence: str) -> bool:
    """Return whether the sentence has the name with no letter or digit right beside it."""
    at = sentence.find(name) if name else -1
    while at >= 0:
        beside = sentence[at - 1 : at] + sentence[at + len(name) : at + len(name) + 1]
        if not any(map(str.isalnum, beside)):
            return True
        at = sentence.find(name, at + 1)
    return False


@lru_cache(maxsize=1_024)
def compared(text: str) -> str:
    """Return the text as it is compared; names are compared with sentence after sentence."""
    return fold(text).text.strip().casefold()


def without_article(name: str) -> str:
    article = ARTICLES.match(name)
    return name[article.end() :] if article else name
