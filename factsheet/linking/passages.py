"""Quotations are looked for article by article, so that each article is read once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factsheet.linking.proofs import Proofs
from factsheet.model import CitationRecord, ClaimRecord, Passage, Source
from factsheet.quotes import Found, Miss, Prepared, find, prepare

Looked = Passage | Miss | None
"""Where a quotation stands, or why it was not accepted; None where its source is not there."""


def look_for(
    records: Iterable[ClaimRecord], sources: Mapping[str, Source], proofs: Proofs
) -> dict[str, Sequence[Looked]]:
    """Return by the claim's id what is known of each of its quotations.

    What `proofs` of the same sources do not tell is looked for.
    """
    found: dict[str, Sequence[Looked]] = {}
    wanted: dict[str, list[tuple[CitationRecord, list[Looked], int]]] = defaultdict(list)
    for record in records:
        proved = proofs.passages(record)
        if proved is not None:
            found[record.id] = proved
            continue
        places: list[Looked] = [None] * len(record.cites)
        found[record.id] = places
        for position, cited in enumerate(record.cites):
            wanted[cited.source].append((cited, places, position))
    for id in sources.keys() & wanted.keys():
        article = prepare(sources[id].text, sources[id].excluded)
        for cited, places, position in wanted.pop(id):
            places[position] = find_passage(cited, article)
    return found


def find_passage(record: CitationRecord, article: Prepared) -> Passage | Miss:
    """Return where the quotation stands in the article, or why it was not accepted."""
    found = find(record.quote, article, record.occurrence)
    if not isinstance(found, Found):
        return found
    parts = tuple([article.text[begin:end] for begin, end in found.spans])
    same = parts == (record.quote,)  # most quotations: one text less to keep
    return Passage(found.spans, (record.quote,) if same else parts)
