"""Passages marked in an article's words: any set of overlapping ones gives well-formed HTML.

Only the article's own characters come out, escaped, with `<mark>` around passages. Where two
passages overlap in part, the one that begins later is cut at the end of the other: its first
fragment has the id, the others name it in `data-of`.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from factsheet.markup import escaped
from factsheet.model import Span


class Passage(Struct, frozen=True):
    """A cited passage: the id it has on its page, its number there, and where it stands."""

    anchor: str
    number: int
    """From 1, in reading order; joins the passage with the claim beside it (`data-n`)."""
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


class Fragment(Struct, frozen=True):
    """A piece of a passage that no other piece cuts."""

    start: int
    end: int
    passage: Passage

    @property
    def opening(self) -> str:
        """The tag that begins it; only the fragment at the passage's start carries the id."""
        key = "id" if self.start == self.passage.start else "data-of"
        return f'<mark {key}="{self.passage.anchor}" data-n="{self.passage.number}">'


def marked(text: str, within: Span, passages: Sequence[Passage]) -> Markup:
    """Return the HTML of text[within] with the passages marked as far as they lie in it."""
    at, last = within
    if not passages:
        return Markup(escaped(text[at:last]))
    html: list[str] = []
    around: list[int] = []  # ends of the marks that are open
    for fragment in nested(_clipped(passages, within)):
        while around and around[-1] <= fragment.start:
            html += (escaped(text[at : around[-1]]), "</mark>")
            at = around.pop()
        html += (escaped(text[at : fragment.start]), fragment.opening)
        at = fragment.start
        around.append(fragment.end)
    while around:
        html += (escaped(text[at : around[-1]]), "</mark>")
        at = around.pop()
    html.append(escaped(text[at:last]))
    return Markup("".join(html))


def nested(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return the fragments, cut so that each lies in another or beside it, outer ones first."""
    given = list(fragments)
    if len(given) < 2:
        return given
    waiting = [_ordered(fragment) for fragment in given]
    heapq.heapify(waiting)
    placed: list[Fragment] = []
    around: list[int] = []  # ends of the fragments that are open
    while waiting:
        fragment = heapq.heappop(waiting)[-1]
        while around and around[-1] <= fragment.start:
            around.pop()
        if around and around[-1] < fragment.end:
            rest = Fragment(around[-1], fragment.end, fragment.passage)
            heapq.heappush(waiting, _ordered(rest))
            fragment = Fragment(fragment.start, around[-1], fragment.passage)
        around.append(fragment.end)
        placed.append(fragment)
    return placed


def _clipped(passages: Iterable[Passage], within: Span) -> Iterator[Fragment]:
    for passage in passages:
        for start, end in passage.spans:
            first, last = max(start, within[0]), min(end, within[1])
            if first < last:
                yield Fragment(first, last, passage)


def _ordered(fragment: Fragment) -> tuple[int, int, int, Fragment]:
    """Sort by start, longer ones first; numbers decide between equals."""
    return fragment.start, -fragment.end, fragment.passage.number, fragment
