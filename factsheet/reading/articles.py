"""Articles: the bytes in seeds/ with their sha256 and the text they hold, nothing translated."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factsheet.diagnostics import Diagnostic
from factsheet.model import Article
from factsheet.reading.characters import decode
from factsheet.reading.files import open_once

MAX_ARTICLE = 10_000_000
"""Bytes of one archived article."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The articles that sources name."""

    articles: dict[str, Article]
    """By file name in `seeds/`; those that are missing or no text are not among them."""
    diagnostics: tuple[Diagnostic, ...]
    digests: dict[str, str]
    """sha256 by path in the site's folder."""
    unread: frozenset[tuple[str, str]]


def read_articles(folder: Path, names: Iterable[str], present: frozenset[str]) -> Archive:
    """Return the articles of these names, each read once, in the order of their names.

    A name that is not present in this very spelling is left out: linking reports it.
    """
    read = {name: _read(folder, name) for name in sorted(set(names) & present)}
    articles = {name: article for name, (article, _) in read.items() if article}
    return Archive(
        articles={name: article for name, article in articles.items() if name not in _bad(read)},
        diagnostics=tuple(fault for _, faults in read.values() for fault in faults),
        digests={f"seeds/{name}": article.sha256 for name, article in articles.items()},
        unread=frozenset(("article", name) for name in _bad(read)),
    )


_Read = tuple[Article | None, tuple[Diagnostic, ...]]


def _bad(read: dict[str, _Read]) -> frozenset[str]:
    return frozenset(name for name, (_, faults) in read.items() if faults)


def _read(folder: Path, name: str) -> _Read:
    body = open_once(folder, f"seeds/{name}", MAX_ARTICLE)
    if isinstance(body, Diagnostic):
        return None, (body,)
    text, faults = decode(body, f"seeds/{name}")
    return Article(name, sha256(body).hexdigest(), text), faults
