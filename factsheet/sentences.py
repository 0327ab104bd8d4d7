"""Where sentences begin and end.

A line end ends a sentence, since articles keep one paragraph a line. Within a line a stop ends
one unless what stands around it says otherwise: an abbreviation, an initial, a number of a list,
or a small letter after it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

Span = tuple[int, int]
"""Offsets in code points, half-open."""


class Abbreviations(Struct, frozen=True):
    """What a language writes with a stop. Small letters; the last stop is left out."""

    titles: frozenset[str]
    """A name follows: never the end of a sentence."""
    before_numbers: frozenset[str]
    """Not the end of a sentence when a digit follows."""
    either: frozenset[str]
    """The end of a sentence only when one of `openings` follows."""
    openings: frozenset[str]
    """Words that begin sentences and hardly ever names."""


LANGUAGES = {
    "en": Abbreviations(
        titles=frozenset(
            "mr mrs ms messrs dr prof rev hon pres gov sen sens rep reps gen col lt maj capt cmdr"
            " sgt adm amb sec supt det insp st mt ft vs fr sr sra srta".split()
        ),
        before_numbers=frozenset(
            "jan feb mar apr jun jul aug sept sep oct nov dec no nos p pp vol ch art sec fig par"
            " approx ca c".split()
        ),
        either=frozenset("inc corp co ltd jr sr etc al bros dept est assn ave blvd rd".split()),
        openings=frozenset(
            "a an the this that these those there it its he she they we i you his her their our"
            " in on at after before since during while when as if for from with without by to of"
            " but and or so yet however although though because what who how why where not no"
            " some many most all both each one two according meanwhile additionally".split()
        ),
    ),
}
"""To add a language, add its table here."""

_STOP = re.compile(
    r"""
      [.!?…](?<![.!?…]{2})[.!?…]*+(?:[\]"'”’»)]|\[\d+\])*+
      (?=\s|$)
      (?=\s*+(?:[\["'“‘«(¿¡—–-]++\s*+)?(\w[\w'’]{0,40}|\S)|)    # what follows
    """,
    re.MULTILINE | re.VERBOSE,
)
"""It begins with a set of characters, since the search for one is fast; of a run of stops only the
first begins a match."""
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LONGEST_WORD = 40


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the spans of the sentences, without the white space around them, in order.

    Headings and captions count as sentences. A language without a table is read as English.
    Linear time.
    """
    known = LANGUAGES.get(language.partition("-")[0].lower(), LANGUAGES["en"])
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        for stop in _STOP.finditer(text, start, end):
            done = stop.end()
            if done == end or _ends(text, start, stop, known):
                _trim(text, start, done, found)
                start = done
        _trim(text, start, end, found)
    return tuple(found)


def around(spans: Sequence[Span], text_sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences that the spans touch, sorted; those with none between them as one."""
    merged: list[tuple[int, int, int, int]] = []
    for start, end in sorted(spans):
        low, high = _first_after(text_sentences, start), _first_from(text_sentences, end)
        if low < high:
            start, end = min(start, text_sentences[low][0]), max(end, text_sentences[high - 1][1])
        if merged and (low <= merged[-1][1] or start < merged[-1][3]):
            before = merged.pop()
            low, high = before[0], max(before[1], high)
            start, end = before[2], max(before[3], end)
        merged.append((low, high, start, end))
    return tuple((start, end) for _, _, start, end in merged)


def touched(text: str, spans: Sequence[Span], language: str = "en") -> tuple[Span, ...]:
    """Return what `around` returns of the text's sentences, having read only the lines between."""
    first, last = min(spans)[0], max(end for _, end in spans)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    lines = text[start:] if end < 0 else text[start:end]
    found = around([(one - start, other - start) for one, other in spans], _kept(lines, language))
    return tuple((one + start, other + start) for one, other in found)


@lru_cache(maxsize=64)
def _kept(lines: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a few lines: many claims may cite a line that is a whole article."""
    return sentences(lines, language)


def _first_after(spans: Sequence[Span], start: int) -> int:
    """Return the position of the first sentence that ends after this place."""
    return bisect_right(spans, start, key=lambda span: span[1])


def _first_from(spans: Sequence[Span], end: int) -> int:
    """Return the position of the first sentence that begins at this place or after it."""
    return bisect_left(spans, end, key=lambda span: span[0])


def _ends(text: str, start: int, stop: re.Match[str], known: Abbreviations) -> bool:
    word = stop[1]
    if word is None:
        return True
    if word[0].islower() or word in ".!?…":
        return False
    mark = stop[0]
    if mark[0] != "." or mark[:2] == "..":
        return True
    return not _abbreviates(text, start, stop.start(), word, known)


def _abbreviates(text: str, start: int, stop: int, following: str, known: Abbreviations) -> bool:
    words = text[max(start, stop - _LONGEST_WORD) : stop].rsplit(None, 1)
    bare = words[-1].lstrip("([{\"'“‘«") if words else ""
    short = bare.lower()
    if bare.isdigit():
        return len(words) == 1 and not text[start:stop].removesuffix(bare).strip()
    if short in known.before_numbers and following[0].isdigit():
        return True
    if short in known.titles or (len(bare) == 1 and bare.isupper() and bare != "I"):
        return True
    either = short in known.either or ("." in bare and _INITIALS.fullmatch(bare))
    return bool(either) and following.lower() not in known.openings


def _trim(text: str, start: int, end: int, found: list[Span]) -> None:
    """Add the span without the white space at its edges to what was found, if any is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
