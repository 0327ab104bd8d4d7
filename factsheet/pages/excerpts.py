"""What a source's page shows of the article: its words by paragraph, and gaps with their length."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from factsheet.model import Source, Span
from factsheet.pages.marks import Passage, marked
from factsheet.pages.values import Link, SicNote
from factsheet.shares import outside

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_END = re.compile(r"\n")


class Resting(Struct, frozen=True):
    """A claim that rests on a passage."""

    anchor: str
    number: int
    claim: Link
    kind: str
    relation: str


class Excerpt(Struct, frozen=True):
    """A paragraph of the article, or what is shown of it, with the claims that rest on it."""

    shown: ClassVar[bool] = True
    words: Markup
    """The article's own characters, passages marked."""
    resting: tuple[Resting, ...]
    sic: tuple[SicNote, ...]


class Gap(Struct, frozen=True):
    """A place where words of the archived file are not shown."""

    shown: ClassVar[bool] = False
    words: int
    foreign: bool
    """True: the words are in the file but not the article's."""


class Cited(Struct, frozen=True):
    """A passage with the claim that rests on it."""

    passage: Passage
    resting: Resting


def rows(
    source: Source, shown: Sequence[Span], cited: Sequence[Cited]
) -> tuple[Excerpt | Gap, ...]:
    """Return the paragraphs of the shown spans and the gaps between them, in reading order.

    Spans and passages are given in reading order too; time is linear in all three.
    """
    found: list[Excerpt | Gap] = []
    breaks = breaks_of(source.text)
    open_: list[Cited] = []
    following = 0
    at = 0
    for span in shown:
        found += _gap(source, (at, span[0]))
        for part in paragraphs(source.text, span, breaks):
            while following < len(cited) and cited[following].passage.start < part[1]:
                open_.append(cited[following])
                following += 1
            if open_:
                open_ = [one for one in open_ if one.passage.end > part[0]]
            found.append(_excerpt(source, part, open_))
        at = span[1]
    found += _gap(source, (at, len(source.text)))
    return tuple(found)


def breaks_of(text: str) -> re.Pattern[str]:
    """Return what parts the paragraphs of the text: blank lines, or line ends where none is."""
    return _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END


def paragraphs(text: str, within: Span, breaks: re.Pattern[str]) -> Iterator[Span]:
    """Yield the paragraphs of text[within], trimmed."""
    start = within[0]
    for gap in breaks.finditer(text, *within):
        end, following = gap.span()
        if part := _trimmed(text, start, end):
            yield part
        start = following
    if part := _trimmed(text, start, within[1]):
        yield part


def _excerpt(source: Source, span: Span, cited: Sequence[Cited]) -> Excerpt:
    """Return text[span] with the passages that end after its start and begin before its end."""
    start, end = span
    sic = sic_notes(source, source.text[start:end]) if source.record.sic else ()
    if not cited:
        return Excerpt(marked(source.text, span, ()), (), sic)
    return Excerpt(
        words=marked(source.text, span, [one.passage for one in cited]),
        resting=tuple([one.resting for one in cited if start <= one.passage.start < end]),
        sic=sic,
    )


def sic_notes(source: Source, words: str) -> tuple[SicNote, ...]:
    """Return the editors' notes on what stands wrong in these words of the article."""
    return tuple(
        SicNote(sic.words, sic.read, sic.because) for sic in source.record.sic if sic.words in words
    )


def _gap(source: Source, span: Span) -> Iterator[Gap]:
    """Tell of words left out; of the file's own furniture only where all else is shown."""
    hidden = sum(len(source.text[a:b].split()) for a, b in outside([span], source.excluded))
    if hidden:
        yield Gap(hidden, foreign=False)
    elif source.record.display == "full" and source.text[slice(*span)].strip():
        yield Gap(len(source.text[slice(*span)].split()), foreign=True)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends; None when nothing else is in it."""
    words = text[start:end]
    if len(words.strip()) < len(words):
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
    return (start, end) if start < end else None
