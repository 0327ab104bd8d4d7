"""Quotations that stop before their sentence does."""

import re
from collections.abc import Iterator

from factsheet.checking.evidence import Evidence
from factsheet.cutting import CutShort, cut_short
from factsheet.diagnostics import Diagnostic
from factsheet.language import language_of
from factsheet.model import Citation, Claim, Span
from factsheet.sentences import touched

FAULTS = {
    "denied": "the words before the quotation take it back: “{}”",
    "omitted": "words left out of the quotation turn what it says: “{}”",
    "qualified": "the rest of the sentence qualifies the quotation: “{}”",
    "unfinished": "the quotation stops at half a sentence",
}
"""How to tell each kind of cut."""
MID_CLAUSE = re.compile(r"\w+(?:\W+\w+){2}")
"""Three words, and no stop or comma before them."""


def sentences_finished(found: Evidence) -> Iterator[Diagnostic]:
    """A quotation does not stop before the words that turn it, nor at half a sentence."""
    for citation in found.claim.cites:
        cut = left_over(citation, found.claim)
        if cut is not None:
            yield stops_short(citation, cut)


def left_over(citation: Citation, claim: Claim) -> CutShort | None:
    """Return what the quotation leaves of its sentences and should not, or None.

    What another citation of the claim quotes of the same sentences is not left out.
    """
    source = citation.source
    read = touched(source.text, citation.passage.spans, source.record.language)
    start, end = read[0][0], read[-1][1]
    quoted = {
        span
        for other in claim.cites
        if other.source.id == source.id
        for span in other.passage.spans
        if start <= span[0] and span[1] <= end
    }
    if (start, end) in quoted:
        return None
    sentence = source.text[start:end]
    inside = [(first - start, last - start) for first, last in merged(quoted)]
    cut = cut_short(sentence, inside, language_of(source.record.language))
    if cut and cut.kind == "unfinished" and not MID_CLAUSE.match(cut.after):
        return None
    return cut


def merged(spans: set[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def stops_short(citation: Citation, cut: CutShort) -> Diagnostic:
    turned = cut.words and cut.words in cut.before
    before = (f"before it: “{cut.before}”",) if turned else ()
    after = (f"the rest: “{cut.after}”",) if cut.after else ()
    return Diagnostic(
        "quote-stops-short",
        FAULTS[cut.kind].format(cut.words),
        citation.record.place.at("quote"),
        severity="warning",
        notes=(*before, *after),
        mend="quote the sentence to its end, and see that the claim still says what it says",
    )
