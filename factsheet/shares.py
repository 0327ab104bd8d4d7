"""How much of an article is quoted, and how much of it is published around the quotations."""

from collections.abc import Iterable, Iterator, Sequence

from factsheet.model import Citation, Source, Span
from factsheet.sentences import around


def share_quoted(source: Source, citations: Iterable[Citation]) -> float:
    """Return the part of the article's code points that stands in quotations, from 0 to 1.

    What is quoted twice counts once; lines that are not the article's do not count at all.
    """
    return share(source, quoted(citations))


def share_shown(source: Source, citations: Iterable[Citation]) -> float:
    """Return the part of the article's code points that the site publishes, from 0 to 1."""
    return share(source, shown(source, citations))


def share(source: Source, spans: Iterable[Span]) -> float:
    """Return the part of the article that the spans cover, from 0 to 1 with four places."""
    article = len(source.text) - covered(source.excluded)
    return round(covered(spans) / article, 4) if article else 0.0


def shown(source: Source, citations: Iterable[Citation]) -> tuple[Span, ...]:
    """Return the spans of the article that are published, sorted, none touching another.

    Those are the passages with the sentences that they stand in, all of the article, or nothing,
    as the source's `display` says.
    """
    match source.record.display:
        case "none":
            return ()
        case "full":
            wanted: Iterable[Span] = [(0, len(source.text))]
        case "excerpts":
            wanted = around(sorted(quoted(citations)), source.sentences)
    return tuple(outside(joined(wanted, source.text), source.excluded))


def quoted(citations: Iterable[Citation]) -> Iterator[Span]:
    """Yield where the quotations stand, in no order; they may overlap."""
    return (span for citation in citations for span in citation.passage.spans)


def covered(spans: Iterable[Span]) -> int:
    """Return how many code points lie in at least one of the spans."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield the spans in order, those joined that overlap or have only white space between."""
    current: Span | None = None
    for start, end in sorted(spans):
        if current is None:
            current = start, end
        elif start <= current[1] or not text[current[1] : start].strip():
            current = current[0], max(current[1], end)
        else:
            yield current
            current = start, end
    if current is not None:
        yield current


def outside(spans: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of the spans outside the holes (sorted, not overlapping)."""
    for start, end in spans:
        at = start
        for first, last in holes:
            if at < first < end:
                yield at, first
            if first < end and last > at:
                at = last
        if at < end:
            yield at, end
