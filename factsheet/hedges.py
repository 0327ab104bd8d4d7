"""Words by which a text says that something is not so, not yet so, or only said to be so; and
whether a claim has lost them.

Bounds and estimates beside a number (`more than 788,000`) are the matter of `numbers`. A contrast
inside a quotation is never missed, since a claim may well tell one half; a quotation that stops
before one is told by `cutting`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from msgspec import Struct

from factsheet.language.numerals import numeral_at
from factsheet.language.phrases import Token, tokens, word_at
from factsheet.language.signs import may_hedge
from factsheet.language.tables import HedgeKind, HedgeWords, Language
from factsheet.sentences import Span

REACH = 8
"""Words of weight after a hedge among which those that it bears on are looked for."""
SHARED = 2
"""How many of them a claim must say, if it does not say the first; one more after a negation and
before an infinitive, where the first is what counts (`a plan to stop smuggling`)."""
LONGEST_STEM = 7
_Hit = tuple[int, int, HedgeKind]
"""Token indexes, half-open, and the kind of a hedge."""
_ENDS_CLAUSE = frozenset(",;:.!?()—–")
_BEFORE_SENTENCES = frozenset('.!?:"“')


class Hedge(Struct, frozen=True):
    """Words that hedge, and how."""

    span: Span
    """Code points, half-open."""
    words: str
    kind: HedgeKind


class Lost(Struct, frozen=True):
    """A hedge of a quotation that has no counterpart in the claim."""

    hedge: Hedge
    quotation: int
    """Position of the quotation, from 0."""
    as_fact: bool
    """Whether the claim tells as past what the quotation says of a time to come."""


ANSWERS: Mapping[HedgeKind, frozenset[HedgeKind]] = MappingProxyType(
    {
        "approximation": frozenset({"approximation", "likelihood", "negation"}),
        "likelihood": frozenset({"likelihood", "expectation", "allegation", "condition"}),
        "expectation": frozenset(
            {"expectation", "likelihood", "commitment", "request", "condition", "future"}
        ),
        "future": frozenset(
            {"future", "expectation", "likelihood", "commitment", "request", "condition"}
        ),
        "commitment": frozenset({"commitment", "expectation", "future", "likelihood"}),
        "allegation": frozenset({"allegation", "attribution", "likelihood"}),
        "request": frozenset({"request", "expectation", "likelihood", "commitment", "future"}),
        "attribution": frozenset({"attribution", "allegation", "request"}),
        "negation": frozenset({"negation", "likelihood"}),
        "condition": frozenset({"condition", "likelihood"}),
    }
)
"""What a claim may say instead: any word of one of these kinds keeps the hedge."""

_AHEAD: frozenset[HedgeKind] = frozenset(
    {"likelihood", "expectation", "future", "commitment", "request"}
)


def hedges(text: str, language: Language) -> tuple[Hedge, ...]:
    """Return the hedges of a text in order, not overlapping. Linear time.

    Names are passed by: a capital inside a sentence, as in `May` or `Will Smith`, hedges nothing.
    """
    if not may_hedge(text, language):
        return ()
    read = tokens(text)
    return tuple(_hedge(read, *found) for found in _found(read, language))


def lost(
    claim: str, quotations: Iterable[str], language: Language, quoted_in: Language | None = None
) -> tuple[Lost, ...]:
    """Return the hedges near the claim's fact that the claim has no word for, in order.

    Near means: the claim says the first word of weight that the hedge bears on, or two of those
    that follow in its clause. A mere `will` is missed only by a claim that tells of the past: `the
    court sits on Monday` keeps it. Attributions are among them; where the record says who said
    it, the caller leaves them out.
    """
    other = quoted_in or language
    quotations = tuple(quotations)
    if not any(may_hedge(words, other) for words in quotations):
        return ()
    said = _said(tokens(claim), language)
    read = [tokens(words) for words in quotations]
    missed = [[hit for hit in _found(one, other) if not _is_answered(hit[2], said)] for one in read]
    if not any(missed):
        return ()
    stems = frozenset(_stems(tokens(claim), language.hedges))
    quoted = [_quoted(one, other) for one in read]
    return tuple(
        Lost(hedge, number, as_fact=hedge.kind in _AHEAD and said.past)
        for number, words in enumerate(quoted)
        for hedge, fact in _near(words.read, missed[number], stems, other)
        if not any(_states(fact, hedge.kind, one) for one in quoted if one is not words)
    )


class _Quoted(Struct, frozen=True):
    """A quotation made ready: its tokens, kinds of hedges and stems."""

    read: tuple[Token, ...]
    kinds: frozenset[HedgeKind]
    stems: frozenset[str]


def _quoted(read: tuple[Token, ...], language: Language) -> _Quoted:
    kinds = frozenset(kind for _, _, kind in _found(read, language))
    return _Quoted(read, kinds, frozenset(_stems(read, language.hedges)))


class _Said(Struct, frozen=True):
    """What a claim says: kinds of hedges, and whether it tells of the past."""

    kinds: frozenset[HedgeKind]
    past: bool


def _said(read: Sequence[Token], language: Language) -> _Said:
    kinds = frozenset(kind for _, _, kind in _found(read, language))
    return _Said(kinds, _is_past(read, language.hedges))


def _found(read: Sequence[Token], language: Language) -> Iterator[_Hit]:
    for start, end, kind in language.hedges.kinds.found(read):
        if kind is not None and not _is_name(read, start, language):
            yield start, end, kind


def _is_name(read: Sequence[Token], index: int, language: Language) -> bool:
    token = read[index]
    if not token.text[0].isupper():
        return False
    opens = index == 0 or token.opens_line or read[index - 1].text in _BEFORE_SENTENCES
    return not opens or token.word in language.times.months


def _near(
    read: Sequence[Token], missed: Iterable[_Hit], said: frozenset[str], language: Language
) -> Iterator[tuple[Hedge, frozenset[str]]]:
    """Yield those of the hedges that bear on what the claim says, with the stems shared."""
    for start, end, kind in missed:
        if kind == "approximation" and _beside_number(read, start, end, language):
            continue
        hedge = _hedge(read, start, end, kind)
        end = _asked_for(read, end, language.hedges) if kind == "request" else end
        governed = tuple(islice(_clause(read, end, language.hedges), REACH))
        shared = said.intersection(governed)
        verbal = kind == "negation" or word_at(read, end) in language.hedges.infinitive
        if len(shared) >= SHARED + verbal or (governed and governed[0] in shared):
            yield hedge, shared


def _is_answered(kind: HedgeKind, said: _Said) -> bool:
    """Return whether a claim keeps hedges of this kind, or need not."""
    if kind == "future" and not said.past:
        return True
    return kind not in ANSWERS or bool(ANSWERS[kind] & said.kinds)


def _asked_for(read: Sequence[Token], index: int, words: HedgeWords) -> int:
    """Return the index after `to` in `asked Mr Gil and others to travel`, or the same index."""
    within = range(index, min(len(read), index + 4 * REACH))
    return next((at + 1 for at in within if read[at].word in words.infinitive), index)


def _hedge(read: Sequence[Token], start: int, end: int, kind: HedgeKind) -> Hedge:
    words = " ".join(token.text for token in read[start:end])
    return Hedge((read[start].start, read[end - 1].end), words, kind)


def _states(fact: frozenset[str], kind: HedgeKind, quotation: _Quoted) -> bool:
    """Return whether another quotation says the same without any such hedge."""
    return fact <= quotation.stems and not ANSWERS[kind] & quotation.kinds


def _beside_number(read: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Return whether the hedge belongs to a number, whose bound `numbers` compares."""
    return any(
        index < len(read) and numeral_at(read, index, language.numbers) for index in (start, end)
    )


def _clause(read: Sequence[Token], index: int, words: HedgeWords) -> Iterator[str]:
    """Yield the stems of the words of weight up to the end of the clause."""
    for token in read[index : index + 4 * REACH]:
        if token.text in _ENDS_CLAUSE or token.word in words.clauses:
            return
        stem = _stem(token, words)
        if stem:
            yield stem


def _stems(read: Iterable[Token], words: HedgeWords) -> Iterator[str]:
    return (stem for token in read if (stem := _stem(token, words)))


def _stem(token: Token, words: HedgeWords) -> str:
    """Return what is left of a word when it is compared; empty for words without weight."""
    word = token.word.removesuffix("'s")
    if token.kind == "digits":
        return word
    if token.kind == "mark" or len(word) < 3 or word in words.empty:
        return ""
    word = words.stems.get(word, word)
    for ending in words.endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)][:LONGEST_STEM]
    return word[:LONGEST_STEM]


def _is_past(read: Iterable[Token], words: HedgeWords) -> bool:
    return any(
        token.word in words.past or token.word.endswith(words.past_endings)
        for token in read
        if token.kind == "word"
    )
