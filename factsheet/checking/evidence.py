"""A claim's words beside those that it rests on, made ready to be compared."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from factsheet.checking.backgrounds import Background
from factsheet.dates import Edtf, parse
from factsheet.language import language_of
from factsheet.language.tables import Language
from factsheet.model import Citation, Claim
from factsheet.quotes.folding import Folded, fold

MOST_TOLD = 20
"""Numbers, times or names of one sentence that are told as quoted nowhere: whoever writes more of
them mends these first (R-802)."""


class Quoted(Struct, frozen=True, dict=True):
    """Words of an article, and what is needed to read them."""

    text: str
    """The article's own characters."""
    language: Language
    issued: date | None
    """The article's day, where it is known to the day."""

    @cached_property
    def folded(self) -> Folded:
        """The words as they are compared."""
        return fold(self.text)


class Evidence(Struct, frozen=True):
    """A claim's sentence with all that may bear it out: all that the rules of one claim see."""

    claim: Claim
    background: Background
    language: Language
    """Of the sentence."""
    sentence: str
    """Without its Markdown."""
    quoted: tuple[Quoted, ...]
    """One a citation, in their order; context counts."""
    declared: tuple[str, ...] = ()
    """What the editors declared as inferred, in words."""
    dates: tuple[Edtf, ...] = ()
    """What they declared as inferred, as EDTF writes it."""


def evidence(claim: Claim, background: Background) -> Evidence:
    """Return what the rules of one claim see."""
    words, days = [], []
    for entry in claim.record.inferred:
        day = edtf(entry.what)
        if day is None:
            words.append(entry.what)
        else:
            days.append(day)
    said = tuple(map(quoted, claim.cites))
    return Evidence(
        claim, background, background.language, claim.plain, said, tuple(words), tuple(days)
    )


def quoted(citation: Citation) -> Quoted:
    record = citation.source.record
    return Quoted(citation.passage.quote, language_of(record.language), day_of(record.issued))


def edtf(text: str) -> Edtf | None:
    """Return the date that a text is, or None for any other text; `1950` alone is a number."""
    try:
        return parse(text.strip()) if "-" in text or "/" in text else None
    except ValueError:
        return None


def day_of(when: Edtf | None) -> date | None:
    """Return the one day that a date means, or None where it is more or not certain."""
    if when is None or when.approximate or when.uncertain or when.first != when.last:
        return None
    return when.first


def beside(found: Evidence) -> tuple[str, ...]:
    """Return the notes that show the article's words, each once."""
    return tuple(dict.fromkeys(f"quoted: “{one.text}”" for one in found.quoted))


def entry(what: str) -> str:
    """Return the entry of `inferred` for these words, ready to paste; the reason is to be added."""
    return f"- {{what: {json.dumps(what, ensure_ascii=False)}, because: …}}"


def places(words: str, folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in a text, both folded, in code points of the text itself."""
    needle = fold(words).text.strip()
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        yield folded.original(at, at + len(needle))
        at = folded.text.find(needle, at + 1)
