"""What every contender's output must show, and what is missing from one."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.nouns import Claim, Corpus, source_id

MOST = 20
"""Differences told of one output."""
MARK = re.compile(r'<mark id="?([^" >]+)"?[^>]*>(.*?)</mark>', re.DOTALL)
BLOCKQUOTE = re.compile(r"<blockquote\b[^>]*>(.*?)</blockquote>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Expected:
    """The pages, by path, and what stands on them."""

    quotations: dict[str, tuple[str, ...]]
    """Topic and claim pages: the text of every blockquote; more may stand there, as those of a
    related claim."""
    sentences: dict[str, str]
    """Claim pages: the claim."""
    marks: dict[str, dict[str, str]]
    """Source pages: the passage by the id of its mark."""

    @property
    def pages(self) -> frozenset[str]:
        return frozenset({*self.quotations, *self.marks, "index.html", "sources.html"})


def expected(corpus: Corpus) -> Expected:
    """Return what the pages of this corpus must show."""
    marks: dict[str, dict[str, str]] = {
        f"sources/{source_id(n)}.html": {} for n in range(corpus.sources)
    }
    for claim in corpus.claims:
        for number, cite in enumerate(claim.cites, start=1):
            marks[f"sources/{source_id(cite.source)}.html"][f"{claim.id}-{number}"] = cite.quote
    quotations = {page_of(claim): _quotes(claim) for claim in corpus.claims}
    for topic in corpus.topics:
        held = (corpus.claims[n] for _, positions in topic.sections for n in positions)
        quotations[f"topics/{topic.id}.html"] = tuple(q for one in held for q in _quotes(one))
    return Expected(quotations, {page_of(c): f"{c.text}." for c in corpus.claims}, marks)


def page_of(claim: Claim) -> str:
    """Return the path of a claim's page."""
    return f"claims/{claim.id}.html"


def differences(out: Path, wanted: Expected) -> list[str]:
    """Return what is missing, too much or different in an output, MOST of it at most."""
    found = _pages(out)
    told = [f"{path} is missing" for path in sorted(wanted.pages - found)]
    told += [f"{path} is not expected" for path in sorted(found - wanted.pages)]
    for path in sorted(wanted.pages & found):
        told += _on_page(path, (out / path).read_text(encoding="utf-8"), wanted)
        if len(told) >= MOST:
            break
    return told[:MOST]


def _pages(out: Path) -> frozenset[str]:
    """Return the paths of the pages of the kinds that are compared."""
    patterns = ("topics/*", "claims/*", "sources/*", "index.html", "sources.html")
    return frozenset(
        page.relative_to(out).as_posix() for pattern in patterns for page in out.glob(pattern)
    )


def _on_page(path: str, text: str, wanted: Expected) -> Iterator[str]:
    if path in wanted.quotations:
        missing = Counter(wanted.quotations[path])
        missing.subtract(map(_plain, BLOCKQUOTE.findall(text)))
        if count := sum(number for number in missing.values() if number > 0):
            yield f"{path}: {count} of {len(wanted.quotations[path])} quotations are not there"
    if path in wanted.sentences and wanted.sentences[path] not in _plain(text):
        yield f"{path}: the claim is not there"
    if path in wanted.marks:
        marked = {anchor: _plain(words) for anchor, words in MARK.findall(text)}
        wrong = marked.items() ^ wanted.marks[path].items()
        yield from (f"{path}: {anchor} does not mark its passage" for anchor in dict(wrong))


def _quotes(claim: Claim) -> tuple[str, ...]:
    return tuple(cite.quote for cite in claim.cites)


def _plain(fragment: str) -> str:
    """Return the text of a piece of HTML, white space run together."""
    return " ".join(html.unescape(TAG.sub("", fragment)).split())
