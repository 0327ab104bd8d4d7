"""A claim's words beside those that it rests on, made ready to be compared."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factsheet.dates import Edtf, parse
from factsheet.language import language_of
from factsheet.language.tables import Language
from factsheet.model import Citation, Claim, Site
from factsheet.quotes.folding import fold

MOST_TOLD = 20
"""Numbers, times or names of one sentence that are told as quoted nowhere: whoever writes more of
them mends these first (R-802)."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article, and what is needed to read them."""

    text: str
    """The article's own characters."""
    language: Language
    issued: date | None
    """The article's day, where it is known to the day."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim's sentence with all that may bear it out."""

    claim: Claim
    sentence: str
    """Without its Markdown."""
    language: Language
    quoted: tuple[Quoted, ...]
    """One a citation, in their order; context counts."""
    declared: tuple[str, ...]
    """What the editors declared as inferred, in words."""
    dates: tuple[Edtf, ...]
    """What they declared as inferred, as EDTF writes it."""


def evidence(claim: Claim, site: Site) -> Evidence:
    """Return the claim's sentence, its quotations and what was inferred, ready to be compared."""
    inferred = [(entry.what, edtf(entry.what)) for entry in claim.record.inferred]
    return Evidence(
        claim,
        claim.plain,
        language_of(site.record.language),
        tuple(quoted(citation) for citation in claim.cites),
        tuple(what for what, day in inferred if day is None),
        tuple(day for _, day in inferred if day is not None),
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


def places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in the text, folded as quotations are, in code points."""
    needle, folded = fold(words).text.strip(), fold(text)
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        yield folded.original(at, at + len(needle))
        at = folded.text.find(needle, at + 1)
