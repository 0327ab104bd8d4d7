"""Why a quotation is not accepted, told to the editor with the words of the article."""

from collections.abc import Iterator, Mapping
from re import compile as pattern

from factsheet.diagnostics import Diagnostic
from factsheet.model import CitationRecord, Source, Span
from factsheet.quotes import (
    FEWEST_WORDS,
    Found,
    Miss,
    difference,
    differing,
    find,
    line_of,
    nearest,
)
from factsheet.reading.writing import entry

EXCERPT = 60
"""Code points of the article shown around a place where a quotation stands."""

PIECE_BEFORE = pattern(r"[^\s“”\"()\[\]]*$")
PIECE_AFTER = pattern(r"^[^\s“”\"()\[\]]*")


def explain_miss(
    miss: Miss,
    record: CitationRecord,
    source: Source,
    sources: Mapping[str, Source],
    looks: Iterator[int],
) -> Diagnostic:
    """Return the fault of a quotation that was not accepted, with the mend where one is seen.

    The nearest passage is looked for as long as there are `looks`.
    """
    if miss.reason == "not-found":
        return not_found(miss, record, source, sources if next(looks, 0) else {})
    rule, message, mend = REASONS[miss.reason]
    if miss.reason in ("cuts-word", "cuts-number"):
        mend = widened(miss, record, source)
    return Diagnostic(
        rule,
        message.format(source=source.id, part=shortened(miss.part), count=len(miss.spans)),
        record.place.at("occurrence" if miss.reason == "no-such-occurrence" else "quote"),
        notes=tuple(stands_at(span, source) for span in miss.spans),
        mend=mend,
    )


REASONS = {
    "ambiguous": (
        "quote-ambiguous",
        "these words stand more than once in {source}",
        "quote more of the sentence, or say which one with `occurrence: 1`, `2`, …",
    ),
    "excluded": (
        "quote-not-article",
        "these words stand in {source} only in lines that are not the article's",
        "quote the article itself, or take the line out of `not-article` in the source",
    ),
    "cuts-word": ("quote-cut", "the quotation begins or ends inside a word of {source}", ""),
    "cuts-number": ("quote-cut", "the quotation begins or ends inside a number of {source}", ""),
    "out-of-order": (
        "quote-out-of-order",
        "“{part}” does not stand after the part before it in {source}",
        "put the parts in the article's order, or make two citations of them",
    ),
    "too-short": (
        "quote-too-short",
        "a quotation has at least three words, or is a whole sentence",
        "quote more of the sentence, so that a reader can see what it says",
    ),
    "empty-part": (
        "quote-empty-part",
        "there are no words before or after a `[…]`",
        "take out the `[…]` that has no words on both sides",
    ),
    "no-such-occurrence": (
        "quote-no-such-occurrence",
        "these words do not stand so often in {source}",
        "count from 1, in the order of the article",
    ),
}
"""By the reason of a miss: the rule, the message and the mend."""


def not_found(
    miss: Miss, record: CitationRecord, source: Source, sources: Mapping[str, Source]
) -> Diagnostic:
    """Return the fault of words that stand nowhere, with the passage that is nearest to them.

    Without the sources none is looked for.
    """
    place = record.place.at("quote")
    notes = [f"not found: “{shortened(miss.part)}”"] if miss.part != record.quote else []
    mend = "copy the words from the article; a near match never passes"
    if not sources:
        notes.append("the nearest words are shown when the quotations before this one are mended")
    near = nearest(miss.part, source.prepared) if sources else None
    if near is not None:
        told = difference(miss.part, near.words)
        notes.append(f"nearest: seeds/{source.article.file}:{near.line}  “{told}”")
        place = place.saying(differing(miss.part, near.words))
        if worth_quoting(near.words, miss.part):
            mend = entry("quote", one_line(record.quote.replace(miss.part, near.words)))
    for other in elsewhere(record, source.id, sources):
        notes.append(f"these very words stand in {other}")
        mend = entry("source", other)
    message = f"these words are not in {source.id}"
    return Diagnostic("quote-not-found", message, place, notes=tuple(notes), mend=mend)


def worth_quoting(proposed: str, written: str) -> bool:
    """Return whether the nearest words are enough of what was written to be proposed for it."""
    words = len(proposed.split())
    return words >= FEWEST_WORDS and 2 * words >= len(written.split())


def elsewhere(
    record: CitationRecord, source_id: str, sources: Mapping[str, Source]
) -> Iterator[str]:
    """Yield the id of each other source in whose article the quotation does stand."""
    for id, source in sources.items():
        searched = id != source_id and find(record.quote, source.prepared, record.occurrence)
        if isinstance(searched, Found):
            yield id


def stands_at(span: Span, source: Source) -> str:
    """Return a note that shows where the words stand, with some of the words around them."""
    begin, end = span
    line = line_of(source.text, begin)
    before = source.text[max(0, begin - EXCERPT) : begin].rpartition("\n")[2]
    after = source.text[end : end + EXCERPT].partition("\n")[0]
    words = shortened(one_line(source.text[begin:end]))
    return f"here: seeds/{source.article.file}:{line}  …{before}[{words}]{after}…"


def widened(miss: Miss, record: CitationRecord, source: Source) -> str:
    """Return the line to paste: the same quotation with the words at its ends made whole."""
    begin, end = miss.spans[0]
    before = PIECE_BEFORE.search(source.text[:begin])
    after = PIECE_AFTER.search(source.text[end:])
    whole = (before[0] if before else "") + source.text[begin:end]
    whole += (after[0] if after else "").rstrip(".,;:!?")
    return entry("quote", one_line(record.quote.replace(miss.part, whole)))


def one_line(text: str) -> str:
    return " ".join(text.split())


def shortened(text: str, most: int = 80) -> str:
    """Return the text, or its beginning and end where it is long."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
