"""What a quotation leaves of its sentence, and whether the rest may change its meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factsheet.language.phrases import Token, tokens
from factsheet.language.tables import HedgeKind, Language
from factsheet.sentences import Span

CutKind = Literal["denied", "qualified", "omitted", "unfinished"]

NEAR = 2
"""Words that may stand between `denied` and the quotation."""
_TURNS: frozenset[HedgeKind] = frozenset({"contrast", "condition"})
_CONDITIONS: frozenset[HedgeKind] = frozenset({"condition"})
_OPENS_CLAUSE = frozenset(",;:—–-(")


@dataclass(frozen=True, slots=True)
class CutShort:
    """What stands around a quotation in its sentence."""

    kind: CutKind
    """`denied`: words before it take it back (`no evidence that`); `omitted`: a negation, contrast
    or condition is among the words left out; `qualified`: a contrast follows, or a condition
    stands before or after; `unfinished`: the sentence merely goes on."""
    words: str
    """The word that gives the alarm; empty for `unfinished`."""
    before: str
    after: str
    """The rest of the sentence, to be shown."""


def cut_short(sentence: str, spans: Sequence[Span], language: Language) -> CutShort | None:
    """Return how the rest of a sentence bears on the quotation, or None when nothing is left.

    `spans` are the parts of the quotation in the sentence (or the sentences that it touches), in
    order, in code points; of several faults the gravest is returned.
    """
    start, end = spans[0][0], spans[-1][1]
    read = tokens(sentence)
    kind, words = next(_faults(read, spans, language), ("unfinished", ""))
    rest = any(token.kind != "mark" for token in read if token.start >= end)
    if kind == "unfinished" and not rest:
        return None
    return CutShort(kind, words, sentence[:start].strip(), sentence[end:].strip())


def _faults(
    read: Sequence[Token], spans: Sequence[Span], language: Language
) -> Iterator[tuple[CutKind, str]]:
    before = [token for token in read if token.end <= spans[0][0]]
    after = [token for token in read if token.start >= spans[-1][1]]
    denied = _denied(before, language)
    if denied:
        yield "denied", denied
    for (_, left), (right, _) in pairwise(spans):
        yield from _omitted([t for t in read if left <= t.start and t.end <= right], language)
    yield from _qualified(after, _TURNS, language)
    yield from _qualified(before, _CONDITIONS, language)


def _qualified(
    read: Sequence[Token], kinds: frozenset[HedgeKind], language: Language
) -> Iterator[tuple[CutKind, str]]:
    """Yield what qualifies at the beginning of a clause."""
    for start, end, kind in language.hedges.kinds.found(read):
        opens = start == 0 or read[start - 1].text in _OPENS_CLAUSE
        if kind in kinds and opens:
            yield "qualified", _said(read[start:end])


def _denied(before: Sequence[Token], language: Language) -> str:
    """Return the words straight before the quotation that take it back, or nothing."""
    for start, end, _ in language.hedges.deniers.found(before):
        between = before[end:]
        if len(between) <= NEAR and all(token.kind == "word" for token in between):
            return _said(before[start:end])
    return ""


def _omitted(between: Sequence[Token], language: Language) -> Iterator[tuple[CutKind, str]]:
    for start, end, kind in language.hedges.kinds.found(between):
        if kind == "negation" or kind in _TURNS:
            yield "omitted", _said(between[start:end])


def _said(read: Sequence[Token]) -> str:
    return " ".join(token.text for token in read)
