"""Quotations: the proof that an article says the words, or the reason why it was not found.

Both sides are folded the same way and then compared exactly; a near match never passes. `[…]`
(or `[...]`) in a quotation marks words left out: the parts must follow in order, and each later
part is taken at its nearest place after the one before.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from msgspec import Struct

from factsheet.quotes.edges import Cut, cut
from factsheet.quotes.folding import SOFT_HYPHEN, Folded, Prepared, fold, line_of, prepare
from factsheet.quotes.nearness import Nearest, difference, differing, nearest
from factsheet.sentences import Span

__all__ = [
    "FEWEST_WORDS", "Folded", "Found", "Miss", "Nearest", "Prepared", "Reason",
    "difference", "differing", "find", "fold", "line_of", "nearest", "prepare",
]  # fmt: skip

Reason = Literal[
    "not-found", "ambiguous", "excluded", "cuts-word", "cuts-number", "out-of-order", "too-short",
    "no-such-occurrence", "empty-part",
]  # fmt: skip

FEWEST_WORDS = 3
"""A quotation of fewer words must be a whole sentence."""
SHOWN = 5
"""How many places a miss shows at most."""
_TELLING = 12
"""How many of a quotation's longest words are looked for by themselves at most."""

_OMISSION = re.compile(r"\[(?:…|\.\.\.)\]")
_WORD = re.compile(r"(?<!\S)[^\w\s]*+\w")
"""The beginning of a word; linear, where nothing but signs stands in a quotation too (R-102)."""
_PLAIN = re.compile(r"[^\W_]+")
"""Letters and digits: folding changes none, and makes none of anything else."""
_INNER = re.compile(r"\w(?:.*\w)?", re.DOTALL)


class Found(Struct, frozen=True):
    """Where a quotation stands."""

    spans: tuple[Span, ...]
    """One a part, in code points of the article, in reading order."""


class Miss(Struct, frozen=True):
    """Why a quotation was not accepted."""

    reason: Reason
    part: str
    """The part of the quotation that is meant, as the editor wrote it."""
    spans: tuple[Span, ...] = ()
    """Where its words stand all the same, in code points; at most five."""


def find(quote: str, article: Prepared, occurrence: int | None = None) -> Found | Miss:
    """Return where the quotation stands in the article, or why it is refused.

    Places overlapping each other are counted, places in what is not the article's words are not.
    `occurrence` says which place is meant, from 1 in reading order. Time is linear in the
    article's length.
    """
    span = _only_place(quote.strip(), article) if occurrence is None else None
    if span and _refused(span, article) is None and not _too_short(quote, (span,), article):
        return Found((span,))
    parts = tuple(part.strip() for part in _OMISSION.split(quote))
    needles = tuple(fold(part).text.strip(" ") for part in parts)
    for part, needle in zip(parts, needles, strict=True):
        if not needle:
            return Miss("empty-part", part or quote.strip())
    chains = _chains(needles, article)
    first = next(chains, None)
    if first is None:
        return _why_not(parts, needles, article)
    if _too_short(quote, first, article):
        return Miss("too-short", parts[0], first[:SHOWN])
    if occurrence is None:
        return _only(parts, first, chains)
    chosen = first if occurrence == 1 else _nth(chains, occurrence - 1)
    if chosen:
        return Found(chosen)
    there = islice(_chains(needles, article), SHOWN)
    return Miss("no-such-occurrence", parts[0], tuple(chain[0] for chain in there))


def _only_place(quote: str, article: Prepared) -> Span | None:
    """Return where the very words stand, if it is plain that they stand nowhere else in any form.

    Then nothing need be folded. Without soft hyphens, wherever the folded words stood each of them
    would stand letter for letter: a word of theirs that is there once tells where.
    """
    text = article.text
    start = text.find(quote) if quote and SOFT_HYPHEN not in text else -1
    if start < 0 or _OMISSION.search(quote):
        return None
    telling = sorted(_PLAIN.findall(quote), key=len, reverse=True)[:_TELLING]
    once = any(text.find(word, text.find(word) + 1) < 0 for word in telling)
    return (start, start + len(quote)) if once else None


def _only(
    parts: tuple[str, ...], first: tuple[Span, ...], others: Iterator[tuple[Span, ...]]
) -> Found | Miss:
    more = tuple(chain[0] for chain in islice(others, SHOWN - 1))
    return Miss("ambiguous", parts[0], (first[0], *more)) if more else Found(first)


def _nth(chains: Iterator[tuple[Span, ...]], number: int) -> tuple[Span, ...] | None:
    return next(islice(chains, number - 1, None), None) if number > 0 else None


def _chains(needles: tuple[str, ...], article: Prepared) -> Iterator[tuple[Span, ...]]:
    """Yield every place of the first part with the nearest places of the others after it.

    Where the others cannot follow one place, they cannot follow a later one either: the first
    failure ends the search, which keeps it linear.
    """
    for start, span in _places(needles[0], article):
        chain = _chain(needles, start, span, article)
        if chain is None:
            return
        yield chain


def _chain(
    needles: tuple[str, ...], start: int, span: Span, article: Prepared
) -> tuple[Span, ...] | None:
    spans = [span]
    end = start + len(needles[0])
    for needle in needles[1:]:
        place = next(_places(needle, article, end), None)
        if place is None:
            return None
        spans.append(place[1])
        end = place[0] + len(needle)
    return tuple(spans)


def _places(needle: str, article: Prepared, begin: int = 0) -> Iterator[tuple[int, Span]]:
    """Yield the folded offset and the span of every place where the words may be quoted."""
    for start in _occurrences(needle, article.folded.text, begin):
        span = article.folded.original(start, start + len(needle))
        if _refused(span, article) is None:
            yield start, span


def _refused(span: Span, article: Prepared) -> Cut | Literal["excluded"] | None:
    edge = cut(article.text, span[0]) or cut(article.text, span[1])
    return edge or ("excluded" if article.excludes(span) else None)


def _occurrences(needle: str, text: str, begin: int = 0) -> Iterator[int]:
    """Yield every offset of the needle, overlaps too, in time linear in the text's length.

    Two occurrences less than half a needle apart mean that the text repeats itself with that
    period; how far it does is measured once, and all the occurrences in between follow from it.
    """
    start = text.find(needle, begin)
    while start >= 0:
        yield start
        after = text.find(needle, start + 1)
        period = after - start
        if after >= 0 and 2 * period <= len(needle):
            last = start + _repeats(text, start, period) - len(needle)
            steps = range(after, last + 1, period)
            yield from steps
            after = text.find(needle, steps[-1] + 1)
        start = after


def _repeats(text: str, start: int, period: int) -> int:
    """Return how many characters from start repeat with the period, at C speed."""
    length, step = period, max(period, 64)
    while True:
        ahead = text[start + length : start + length + step]
        behind = text[start + length - period : start + length - period + len(ahead)]
        if ahead != behind or not ahead:
            pairs = enumerate(zip(ahead, behind, strict=True))
            return length + next((i for i, (x, y) in pairs if x != y), 0)
        length += len(ahead)
        step *= 2


def _too_short(quote: str, spans: tuple[Span, ...], article: Prepared) -> bool:
    words = sum(1 for _ in islice(_WORD.finditer(_OMISSION.sub(" ", quote)), FEWEST_WORDS))
    if words >= FEWEST_WORDS:
        return False
    return len(spans) > 1 or not _is_sentence(spans[0], article)


def _is_sentence(span: Span, article: Prepared) -> bool:
    """Return whether all the words of one sentence are in the span, and no others."""
    return any(
        _words(article.text, sentence) == _words(article.text, span) != ""
        for sentence in article.sentences
        if sentence[0] <= span[1] and span[0] <= sentence[1]
    )


def _words(text: str, span: Span) -> str:
    match = _INNER.search(text, *span)
    return match[0] if match else ""


def _why_not(parts: tuple[str, ...], needles: tuple[str, ...], article: Prepared) -> Miss:
    for part, needle in zip(parts, needles, strict=True):
        if next(_places(needle, article), None) is None:
            return _why_no_place(part, needle, article)
    return _out_of_order(parts, needles, article)


def _why_no_place(part: str, needle: str, article: Prepared) -> Miss:
    folded = article.folded
    starts = islice(_occurrences(needle, folded.text), SHOWN)
    spans = tuple(folded.original(start, start + len(needle)) for start in starts)
    if not spans:
        return Miss("not-found", part)
    reasons = [_refused(span, article) for span in spans]
    reason = "excluded" if "excluded" in reasons else reasons[0]
    return Miss(reason or "not-found", part, spans)


def _out_of_order(parts: tuple[str, ...], needles: tuple[str, ...], article: Prepared) -> Miss:
    """Name the first part that does not follow the ones before it, and where it stands."""
    end = 0
    for part, needle in zip(parts, needles, strict=True):
        place = next(_places(needle, article, end), None)
        if place is None:
            spans = tuple(span for _, span in islice(_places(needle, article), SHOWN))
            return Miss("out-of-order", part, spans)
        end = place[0] + len(needle)
    raise AssertionError("every part follows the one before: this was no miss")
