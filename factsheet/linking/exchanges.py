"""Claims that came in place of others: all that rests on the rest stays as it was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from factsheet.model import Citation, Claim, Site

Cites = tuple[tuple[Claim, Citation], ...]


class Exchange(Struct, frozen=True):
    """What became of the claims of a site."""

    gone: tuple[Claim, ...]
    """Those that the site had and has not any more, or has with anything else in them."""
    come: tuple[Claim, ...]
    """Those that it has now and had not, in their order."""

    @property
    def topics(self) -> set[str]:
        """Return the ids of the topics that any of them names."""
        return {topic for claim in (*self.gone, *self.come) for topic in claim.record.topics}


def exchange(before: Mapping[str, Claim], now: Mapping[str, Claim]) -> Exchange:
    """Return the claims that are not the same objects in both."""
    come = tuple([claim for id, claim in now.items() if before.get(id) is not claim])
    ids = (*[claim.id for claim in come], *(before.keys() - now.keys()))
    return Exchange(tuple([before[id] for id in ids if id in before]), come)


def citations_by_source(
    sources: Iterable[str], claims: Exchange, before: Site | None = None
) -> dict[str, Cites]:
    """Return, for each source, what cites it in the order of the article's words.

    What is not exchanged cites it as in the site `before`.
    """
    new: dict[str, list[tuple[Claim, Citation]]] = defaultdict(list)
    for claim in claims.come:
        for citation in claim.cites:
            new[citation.record.source].append((claim, citation))
    gone = {claim.id for claim in claims.gone}
    changed = {citation.record.source for claim in claims.gone for citation in claim.cites}
    index = {id: before.cited_by.get(id, ()) if before else () for id in sorted(sources)}
    for id in index.keys() & (changed | new.keys()):
        kept = [pair for pair in index[id] if pair[0].id not in gone]
        index[id] = tuple(sorted(kept + new[id], key=reading_order))
    return index


def reading_order(pair: tuple[Claim, Citation]) -> tuple[int, int, str, int]:
    """Return where a citation begins, longer ones first, then by claim."""
    claim, citation = pair
    spans = citation.passage.spans
    return spans[0][0], -spans[-1][1], claim.record.id, citation.number
