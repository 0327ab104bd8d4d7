"""What a quotation leaves of its sentence, and whether the rest may change its meaning."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, get_args

from msgspec import Struct

from factsheet.language.phrases import Token, tokens
from factsheet.language.signs import may_deny, may_hedge
from factsheet.language.tables import HedgeKind, Language
from factsheet.sentences import Span

CutKind = Literal["denied", "qualified", "omitted", "unfinished"]

NEAR = 2
"""Words that may stand between `denied` and the quotation."""
_TURNS: frozenset[HedgeKind] = frozenset({"contrast", "condition"})
_CONDITIONS: frozenset[HedgeKind] = frozenset({"condition"})
_ALL_BUT_TURNS: frozenset[HedgeKind | None] = frozenset({*get_args(HedgeKind), None}) - _TURNS
_ALL_BUT_CONDITIONS = _ALL_BUT_TURNS | _TURNS - _CONDITIONS
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_BETWEEN_TOKENS = re.compile(r"[ ;:]|,(?!\d)")
"""What stands inside no token."""
_OPENS_CLAUSE = frozenset(",;:—–-(")


class CutShort(Struct, frozen=True):
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
    kind: CutKind = "unfinished"
    words = ""
    if _may_turn(sentence, spans, language):
        kind, words = next(_faults(tokens(sentence), spans, language), (kind, words))
    if kind == "unfinished" and not _is_followed(sentence, end):
        return None
    return CutShort(kind, words, sentence[:start].strip(), sentence[end:].strip())


def _may_turn(sentence: str, spans: Sequence[Span], language: Language) -> bool:
    """Return False when nothing around the quotation can bear on it: certain, and cheap."""
    before, after = sentence[: spans[0][0]], sentence[spans[-1][1] :]
    return (
        may_deny(before, language)
        or may_hedge(before, language, _ALL_BUT_CONDITIONS)
        or may_hedge(after, language, _ALL_BUT_TURNS)
        or len(spans) > 1
    )


def _is_followed(sentence: str, end: int) -> bool:
    """Return whether a word or a number begins after the quotation."""
    if not _LETTER_OR_DIGIT.search(sentence, end):
        return False
    if _BETWEEN_TOKENS.match(sentence, end):
        return True
    return any(token.kind != "mark" for token in tokens(sentence) if token.start >= end)


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
