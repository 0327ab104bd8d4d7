"""Words of doubt, of time to come and of others' account that a claim has lost on the way."""

from collections.abc import Iterator, Sequence

from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic
from factsheet.hedges import Hedge, Lost, lost
from factsheet.language.signs import may_hedge
from factsheet.language.tables import HedgeKind, Language

MISSED = {
    "approximation": "that it is not exact",
    "likelihood": "that it is not certain",
    "expectation": "that it is expected",
    "future": "that it is still to come",
    "commitment": "that it is planned or promised",
    "allegation": "that it is alleged",
    "request": "that it is asked for",
    "attribution": "that somebody says so",
    "negation": "that it is not so",
    "condition": "that it depends on something",
}
"""What a sentence no longer says without a hedge of each kind."""

NOT_DUE: frozenset[HedgeKind | None] = frozenset({"attribution", None})
"""Whose account it is, is the matter of `one-origin`."""


def hedges_kept(found: Evidence) -> Iterator[Diagnostic]:
    """A claim is no surer than the words it rests on, and a plan in them is a plan in it."""
    by_quotation: dict[tuple[int, bool], list[Lost]] = {}
    for missing in hedges_lost(found):
        by_quotation.setdefault((missing.quotation, missing.as_fact), []).append(missing)
    for (number, as_fact), lost_there in by_quotation.items():
        yield surer(found, number, as_fact, [missing.hedge for missing in lost_there])


def hedges_lost(found: Evidence) -> Iterator[Lost]:
    """Yield the hedges of the supporting quotations that the sentence has no word for."""
    for language in languages(found):
        if not any(may_hedge(one.text, language, NOT_DUE) for one in found.quoted):
            continue
        for missing in lost(found.sentence, texts(found), found.language, quoted_in=language):
            number = missing.quotation
            if number < len(found.quoted) and is_due(found, missing, language):
                yield missing


def texts(found: Evidence) -> tuple[str, ...]:
    return (*(one.text for one in found.quoted), *found.declared)


def languages(found: Evidence) -> tuple[Language, ...]:
    """Return the languages of the quotations, each once."""
    return tuple({one.language.tag: one.language for one in found.quoted}.values())


def is_due(found: Evidence, missing: Lost, language: Language) -> bool:
    """Return whether the hedge is one that the sentence should have kept."""
    return (
        missing.hedge.kind not in NOT_DUE
        and found.quoted[missing.quotation].language.tag == language.tag
        and found.claim.cites[missing.quotation].record.relation == "supports"
    )


def surer(found: Evidence, number: int, as_fact: bool, missed: Sequence[Hedge]) -> Diagnostic:
    """Return the warning for the hedges of one quotation, with its words."""
    words = "”, “".join(dict.fromkeys(hedge.words for hedge in missed))
    say = f"say {MISSED[missed[0].kind]}"
    place = found.claim.record.place.at("claim")
    notes = (f"quoted: “{found.quoted[number].text}”",)
    if as_fact:
        message = f"the article says “{words}”, and the claim tells it as done"
        mend = f"{say}, or cite words that say it was done"
        return Diagnostic("plan-as-fact", message, place, "warning", notes, mend)
    message = f"the article says “{words}”, and the claim has no word for it"
    return Diagnostic("hedge-lost", message, place, "warning", notes, say)
