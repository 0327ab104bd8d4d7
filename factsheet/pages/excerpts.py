"""What a source's page shows of the article: its words by paragraph, and gaps with their length."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from factsheet.model import Source, Span
from factsheet.pages.marks import Passage, marked
from factsheet.pages.values import Link, SicNote
from factsheet.shares import outside

_BLANK_LINES = re.compile(r"\r?\n[^\S\n]*\n\s*")
_LINE_ENDS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Resting:
    """A claim that rests on a passage."""

    anchor: str
    number: int
    claim: Link
    kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph of the article, or what is shown of it, with the claims that rest on it."""

    shown: ClassVar[bool] = True
    words: Markup
    """The article's own characters, passages marked."""
    resting: tuple[Resting, ...]
    sic: tuple[SicNote, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where words of the archived file are not shown."""

    shown: ClassVar[bool] = False
    words: int
    foreign: bool
    """True: the words are in the file but not the article's."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage with the claim that rests on it."""

    passage: Passage
    resting: Resting


def rows(
    source: Source, shown: Sequence[Span], cited: Sequence[Cited]
) -> tuple[Excerpt | Gap, ...]:
    """Return the paragraphs of the shown spans and the gaps between them, in reading order."""
    found: list[Excerpt | Gap] = []
    at = 0
    for span in (*shown, (len(source.text), len(source.text))):
        found += _gap(source, (at, span[0]))
        found += (_excerpt(source, part, cited) for part in paragraphs(source.text, span))
        at = span[1]
    return tuple(found)


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Yield the paragraphs of text[within], trimmed: blank lines part them, or else line ends."""
    breaks = _BLANK_LINES if _BLANK_LINES.search(text) else _LINE_ENDS
    start = within[0]
    for gap in breaks.finditer(text, *within):
        yield from _trimmed(text, (start, gap.start()))
        start = gap.end()
    yield from _trimmed(text, (start, within[1]))


def _excerpt(source: Source, span: Span, cited: Sequence[Cited]) -> Excerpt:
    touching = [c.passage for c in cited if _touches(c.passage, span)]
    resting = tuple(c.resting for c in cited if span[0] <= c.passage.start < span[1])
    return Excerpt(
        words=marked(source.text, span, touching),
        resting=resting,
        sic=sic_notes(source, source.text[slice(*span)]),
    )


def sic_notes(source: Source, words: str) -> tuple[SicNote, ...]:
    """Return the editors' notes on what stands wrong in these words of the article."""
    return tuple(
        SicNote(sic.words, sic.read, sic.because) for sic in source.record.sic if sic.words in words
    )


def _touches(passage: Passage, span: Span) -> bool:
    if passage.start >= span[1] or passage.spans[-1][1] <= span[0]:
        return False
    return any(start < span[1] and span[0] < end for start, end in passage.spans)


def _gap(source: Source, span: Span) -> Iterator[Gap]:
    """Tell of words left out; of the file's own furniture only where all else is shown."""
    hidden = sum(len(source.text[a:b].split()) for a, b in outside([span], source.excluded))
    if hidden:
        yield Gap(hidden, foreign=False)
    elif source.record.display == "full" and source.text[slice(*span)].strip():
        yield Gap(len(source.text[slice(*span)].split()), foreign=True)


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    end = span[1] - (len(words) - len(words.rstrip()))
    if start < end:
        yield start, end
