"""Which sentences of an article claims rest on, and which none does."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factsheet.model import Source, Span


class Coverage(Struct, frozen=True):
    """The sentences of one article, headings among them, in reading order.

    Lines that are not the article's words, and such as have no letter or digit, are left out.
    """

    sentences: tuple[Span, ...]
    untouched: tuple[Span, ...]
    """Those that no cited passage touches."""

    @property
    def resting(self) -> int:
        """How many sentences at least one cited passage touches, if only with a word."""
        return len(self.sentences) - len(self.untouched)


def coverage(source: Source, cited: Iterable[Span]) -> Coverage:
    """Return how much of the article the cited spans touch. Linear but for sorting the spans."""
    text = source.text
    own = tuple(
        (begin, end)
        for begin, end in without(source.sentences, source.excluded)
        if text[begin].isalnum() or any(map(str.isalnum, text[begin:end]))
    )
    return Coverage(own, without(own, sorted(cited)))


def without(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans that none of those taken touches; both are sorted by where they begin."""
    if not taken:
        return tuple(spans)
    kept: list[Span] = []
    reached, following = 0, 0
    for begin, end in spans:
        while following < len(taken) and taken[following][0] < end:
            reached = max(reached, taken[following][1])
            following += 1
        if reached <= begin:
            kept.append((begin, end))
    return tuple(kept)
