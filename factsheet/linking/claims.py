"""A claim is linked when each of its quotations was found and each of its references is known."""

from collections.abc import Iterator, Mapping, Sequence
from operator import is_

from factsheet.diagnostics import Diagnostic
from factsheet.linking.misses import explain_miss
from factsheet.linking.passages import Looked
from factsheet.linking.references import Register
from factsheet.model import Citation, CitationRecord, Claim, ClaimRecord, Entity, Source
from factsheet.quotes import Miss


def link_claim(
    record: ClaimRecord,
    sources: Mapping[str, Source],
    register: Register,
    looks: Iterator[int],
    looked: Sequence[Looked],
    before: Claim | None = None,
    names_stand: bool = False,
) -> tuple[Claim | None, tuple[Diagnostic, ...]]:
    """Return the claim with its passages, or None and everything that keeps it from being one.

    `looked` tells of each quotation where it stands; it may be empty where the words stand as
    `before`. One of `looks` is taken for each quotation whose nearest passage is looked for. The
    claim as it was `before` is returned where all that it holds would be the same objects again;
    where the `names_stand` all its names lead where they led.
    """
    words_stand = before is not None and has_same_words(before, record, sources)
    if before is not None and words_stand and names_stand:
        return before, ()
    wrong = dangling(record, register)
    if before is not None and words_stand and not wrong and has_same_names(before, register):
        return before, ()
    cites: list[Citation] = []
    same = [citation.passage for citation in before.cites] if before and words_stand else None
    for number, (cited, found) in enumerate(zip(record.cites, same or looked, strict=True), 1):
        citation, faults = link_citation(cited, number, sources, register, looks, found)
        wrong.extend(faults)
        if citation is not None:
            cites.append(citation)
    if wrong or len(cites) < len(record.cites):
        return None, tuple(wrong)
    said_by = register.entities.get(record.said_by)
    return Claim(record, tuple(cites), said_by, register.entities_of(record.about)), ()


def has_same_words(claim: Claim, record: ClaimRecord, sources: Mapping[str, Source]) -> bool:
    """Return whether record and sources are the same objects: the words stand where they stood."""
    return claim.record is record and all(
        citation.source is sources.get(citation.record.source) for citation in claim.cites
    )


def has_same_names(claim: Claim, register: Register) -> bool:
    """Return whether each entity that the claim names is the very one that it holds."""
    return (
        claim.said_by is register.entities.get(claim.record.said_by)
        and same(claim.about, register.entities_of(claim.record.about))
        and all(
            same(citation.via, via_of(citation.record, citation.source, register))
            and not dangling_via(citation.record, register)
            for citation in claim.cites
        )
    )


def same(before: tuple[Entity, ...], now: tuple[Entity, ...]) -> bool:
    return len(before) == len(now) and all(map(is_, before, now))


def dangling(record: ClaimRecord, register: Register) -> list[Diagnostic]:
    """Return a fault for each id that the claim names and nothing has."""
    place = record.place
    wrong = register.unknown("topic", record.topics, place, "topics")
    wrong += register.missing("entity", record.said_by, place, "said-by")
    wrong += register.unknown("entity", record.about, place, "about")
    for position, figure in enumerate(record.figures):
        wrong += register.missing(
            "entity", figure.counted_by, place, "figures", position, "counted-by"
        )
    for relation in record.relations:
        wrong += register.missing("claim", relation.claim, relation.place, relation.link)
    return wrong


def link_citation(
    record: CitationRecord,
    number: int,
    sources: Mapping[str, Source],
    register: Register,
    looks: Iterator[int],
    found: Looked,
) -> tuple[Citation | None, tuple[Diagnostic, ...]]:
    """Return the citation with its passage, or None and why there is none.

    A source that is known but could not be linked has been reported itself; its citations stay
    unproved and are not reported a second time.
    """
    wrong = [
        *register.missing("source", record.source, record.place, "source"),
        *dangling_via(record, register),
    ]
    source = sources.get(record.source)
    if source is None or found is None:
        return None, tuple(wrong)
    if isinstance(found, Miss):
        return None, (*wrong, explain_miss(found, record, source, sources, looks))
    if wrong:
        return None, tuple(wrong)
    return Citation(record, number, source, found, via_of(record, source, register)), ()


def dangling_via(record: CitationRecord, register: Register) -> list[Diagnostic]:
    return register.unknown("entity", record.via, record.place, "via")


def via_of(record: CitationRecord, source: Source, register: Register) -> tuple[Entity, ...]:
    """Return who said the words and who reported them: as the source says, unless they do."""
    return register.entities_of(record.via or source.record.via)
