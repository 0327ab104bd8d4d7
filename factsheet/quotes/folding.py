"""What a quotation and its article may differ in, and nothing else.

Folding turns curly quotation marks straight, every dash into a hyphen, every run of white space
into one space, and drops soft hyphens. Digits, signs, superscripts, fractions, primes and letters
stay as they are, in their case.
"""

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from factsheet.sentences import Span, sentences

SINGLE_QUOTES = "\u2018\u2019\u201a\u201b"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015"
"""Hyphen to horizontal bar. The minus sign U+2212 is a sign of a number and stays."""
SPACES = (
    "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
SOFT_HYPHEN = "\xad"

_ONE_TO_ONE = {
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(SPACES, " "),
}
_ASCII = {char: plain for char, plain in _ONE_TO_ONE.items() if char.isascii()}
_RUN = re.compile("  +")
_SOFT_RUN = re.compile(f"{SOFT_HYPHEN}[ {SOFT_HYPHEN}]*| [ {SOFT_HYPHEN}]+")
"""Where folding changes the length: what follows such a run is shifted. Soft hyphens are rare, and
what looks for them too takes three times as long."""


class Folded(Struct, frozen=True):
    """A text as it is compared, with the way back to the offsets of the original."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Folded offsets at which the shift changes, ascending, the first 0."""
    shifts: tuple[int, ...] = (0,)
    """What to add to a folded offset from there on."""
    origins: tuple[int, ...] = (0,)
    """Where those offsets stand in the original."""

    def original(self, start: int, end: int) -> Span:
        """Return where a folded half-open range stands in the original, in code points.

        From the start of its first character to the end of its last; soft hyphens beside it stay
        outside, and a space at the end takes the whole run that it stands for.
        """
        first = self._offset(start)
        if end <= start:
            return first, first
        if self.text[end - 1] == " ":
            return first, self._offset(end)
        return first, self._offset(end - 1) + 1

    def position(self, offset: int) -> int:
        """Return where an offset of the original stands in the folded text."""
        segment = bisect_right(self.origins, offset) - 1
        folded = offset - self.shifts[segment]
        last = segment + 1 == len(self.starts)
        return folded if last else min(folded, self.starts[segment + 1])

    def _offset(self, folded: int) -> int:
        return folded + self.shifts[bisect_right(self.starts, folded) - 1]


def fold(text: str) -> Folded:
    """Return the text as it is compared. Folding a folded text changes nothing; linear time."""
    even = _even(text)
    pieces: list[str] = []
    starts, shifts, origins = [0], [0], [0]
    done = length = 0
    for run in (_SOFT_RUN if SOFT_HYPHEN in even else _RUN).finditer(even):
        space = " " if " " in run[0] else ""
        pieces += (even[done : run.start()], space)
        length += run.start() - done + len(space)
        done = run.end()
        starts.append(length)
        shifts.append(done - length)
        origins.append(done)
    if not pieces:
        return Folded(even)
    pieces.append(even[done:])
    return Folded("".join(pieces), tuple(starts), tuple(shifts), tuple(origins))


def _even(text: str) -> str:
    """Replace one for one, a search for each character: `str.translate` takes ten times as long."""
    for char, plain in (_ASCII if text.isascii() else _ONE_TO_ONE).items():
        if char in text:
            text = text.replace(char, plain)
    return text


class Prepared(Struct, frozen=True, dict=True):
    """An article made ready to be searched many times: folded once, and only when needed."""

    text: str
    excluded: tuple[Span, ...] = ()
    """Where the file is not the article's words; sorted, not overlapping."""

    @cached_property
    def folded(self) -> Folded:
        """The article as it is compared."""
        return fold(self.text)

    @cached_property
    def small(self) -> str:
        """The article as it is compared, in small letters, at the same offsets."""
        return small(self.folded.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The article's sentences, in code points."""
        return sentences(self.text)

    @cached_property
    def _excluded_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.excluded)

    def excludes(self, span: Span) -> bool:
        """Return whether the span touches words that are not the article's."""
        before = bisect_right(self._excluded_starts, span[1] - 1)
        return before > 0 and self.excluded[before - 1][1] > span[0]


def prepare(text: str, excluded: tuple[Span, ...] = ()) -> Prepared:
    """Return the article ready to be searched; spans in code points, in any order."""
    return Prepared(text, _merged(excluded))


def small(text: str) -> str:
    """Return the text in small letters, one for one: the few that become two stay as they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := char.lower()) == 1 else char for char in text)


def line_of(text: str, offset: int) -> int:
    r"""Return the line of an offset in code points: from 1, counting \n."""
    return text.count("\n", 0, offset) + 1


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
