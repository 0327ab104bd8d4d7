"""Words that a claim puts in quotation marks: whether they were quoted, and whose they are."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from factsheet.checking.evidence import Evidence, beside, places
from factsheet.checking.origins import says_any
from factsheet.diagnostics import Diagnostic
from factsheet.model import Citation, Claim
from factsheet.quotes.folding import fold

MARKED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|(?<!\w)\"([^\"]+)\"(?!\w)")
LEFT_OUT = re.compile(r"\[[^\[\]]*\]")
"""`[…]`, or words that the editors put in: what stands around it is looked for part by part."""
AT_EDGES = " .,;:!?…"
"""Punctuation that the editors may have put inside the marks."""


class Marked(Struct, frozen=True):
    """What stands between quotation marks in a claim."""

    claim: Claim
    words: str
    parts: tuple[str, ...]
    """Folded, without the punctuation at their edges; none is empty."""


def marked_words_quoted(found: Evidence) -> Iterator[Diagnostic]:
    """What a claim puts in quotation marks stands so in one of its quotations."""
    for marked in all_marked(found):
        if not any(stands_in(marked, text) for text in quotable(marked.claim)):
            yield Diagnostic(
                "quoted-words",
                "these words stand in quotation marks, and no quotation of this claim has them",
                marked.claim.record.place.at("claim").saying(marked.words),
                notes=beside(found),
                mend="write them as the article does, or take the quotation marks away",
            )


def marked_words_reliable(found: Evidence) -> Iterator[Diagnostic]:
    """Speech of an article whose quotations are not the speaker's is not put in quotation marks."""
    if all(citation.source.record.quotes_reliable for citation in found.claim.cites):
        return
    for marked in all_marked(found):
        cites = [cite for cite in marked.claim.cites if stands_in(marked, cite.passage.quote)]
        if cites and all(is_doubtful(cite, marked) for cite in cites):
            yield Diagnostic(
                "quotes-unreliable",
                "these words may not be the speaker's: in the article they stand in quotation"
                f" marks, and the record of {cites[0].source.id} says `quotes-reliable: false`",
                marked.claim.record.place.at("claim").saying(marked.words),
                notes=beside(found),
                mend="say it in your own words, without quotation marks",
            )


def all_marked(found: Evidence) -> Iterator[Marked]:
    """Yield what the claim puts in quotation marks and does not declare as its own."""
    for marked in MARKED.finditer(found.sentence):
        own = (folded(entry.what) for entry in found.claim.record.inferred)
        words = next(group for group in marked.groups() if group)
        parts = tuple(part for piece in LEFT_OUT.split(words) if (part := folded(piece)))
        if parts and folded(words) not in own:
            yield Marked(found.claim, words, parts)


def folded(words: str) -> str:
    return fold(words).text.strip(AT_EDGES)


def quotable(claim: Claim) -> Iterator[str]:
    """Yield the texts that words in quotation marks may come from: quotations and titles."""
    for citation in claim.cites:
        yield citation.passage.quote
        yield citation.source.record.title
        yield citation.source.record.container_title


def stands_in(marked: Marked, text: str) -> bool:
    """Return whether the parts stand in the text in their order, as whole words.

    The first letter may be a capital on one side alone.
    """
    compared, at = fold(text).text, 0
    for part in marked.parts:
        pattern = rf"(?<!\w)(?i:{re.escape(part[0])}){re.escape(part[1:])}(?!\w)"
        found = re.compile(pattern).search(compared, at)
        if found is None:
            return False
        at = found.end()
    return True


def is_doubtful(citation: Citation, marked: Marked) -> bool:
    """Return whether the article has the words as speech and its speech is not to be relied on.

    A claim about the article's own wording, said by its outlet, may show them.
    """
    source, speaker = citation.source, marked.claim.said_by
    if source.record.quotes_reliable:
        return False
    if speaker and says_any(source.record.container_title, (speaker.name, *speaker.also)):
        return False
    speech = [found.span() for found in MARKED.finditer(source.text)]
    return any(
        start <= first and last <= end
        for first, last in cited_places(citation, marked.parts)
        for start, end in speech
    )


def cited_places(citation: Citation, parts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where the parts stand in the article, within the passage cited."""
    for start, end in citation.passage.spans:
        for part in parts:
            for first, last in places(part, fold(citation.source.text[start:end])):
                yield start + first, start + last
