"""A claim is linked when each of its quotations was found and each of its references is known."""

from collections.abc import Iterator, Mapping

from factsheet.diagnostics import Diagnostic
from factsheet.linking.misses import explain_miss
from factsheet.linking.references import Register
from factsheet.model import Citation, CitationRecord, Claim, ClaimRecord, Passage, Source
from factsheet.quotes import Found, Prepared, find

Articles = Mapping[str, Prepared]


def link_claim(
    record: ClaimRecord,
    sources: Mapping[str, Source],
    articles: Articles,
    register: Register,
    looks: Iterator[int],
) -> tuple[Claim | None, tuple[Diagnostic, ...]]:
    """Return the claim with its passages, or None and everything that keeps it from being one.

    One of `looks` is taken for each quotation whose nearest passage is looked for.
    """
    wrong = list(dangling(record, register))
    cites: list[Citation] = []
    for number, citation_record in enumerate(record.cites, 1):
        citation, faults = link_citation(
            citation_record, number, sources, articles, register, looks
        )
        wrong.extend(faults)
        if citation is not None:
            cites.append(citation)
    if wrong or len(cites) < len(record.cites):
        return None, tuple(wrong)
    said_by = register.entities.get(record.said_by)
    about = tuple(register.entities[id] for id in record.about if id in register.entities)
    return Claim(record, tuple(cites), said_by, about), ()


def dangling(record: ClaimRecord, register: Register) -> Iterator[Diagnostic]:
    """Yield a fault for each id that the claim names and nothing has."""
    place = record.place
    yield from register.unknown("topic", record.topics, place.at("topics"))
    yield from register.missing("entity", record.said_by, place.at("said-by"))
    yield from register.unknown("entity", record.about, place.at("about"))
    for position, figure in enumerate(record.figures):
        counted_by = place.at("figures", position, "counted-by")
        yield from register.missing("entity", figure.counted_by, counted_by)
    for relation in record.relations:
        yield from register.missing("claim", relation.claim, relation.place.at(relation.link))


def link_citation(
    record: CitationRecord,
    number: int,
    sources: Mapping[str, Source],
    articles: Articles,
    register: Register,
    looks: Iterator[int],
) -> tuple[Citation | None, tuple[Diagnostic, ...]]:
    """Return the citation with its passage, or None and why there is none.

    A source that is known but could not be linked has been reported itself; its citations stay
    unproved and are not reported a second time.
    """
    wrong = [
        *register.missing("source", record.source, record.place.at("source")),
        *register.unknown("entity", record.via, record.place.at("via")),
    ]
    source = sources.get(record.source)
    if source is None:
        return None, tuple(wrong)
    found = find(record.quote, articles[source.id], record.occurrence)
    if not isinstance(found, Found):
        return None, (*wrong, explain_miss(found, record, source, articles, looks))
    if wrong:
        return None, tuple(wrong)
    passage = Passage(found.spans, tuple(source.text[begin:end] for begin, end in found.spans))
    chain = record.via or source.record.via
    via = tuple(register.entities[id] for id in chain if id in register.entities)
    return Citation(record, number, source, passage, via), ()
