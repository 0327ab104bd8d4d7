"""Articles: the bytes in seeds/ with their sha256 and the text they hold, nothing translated."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Article
from factsheet.reading.characters import decode
from factsheet.reading.files import open_once

MAX_ARTICLE = 10_000_000
"""Bytes of one archived article."""


class Archive(Struct, frozen=True):
    """The articles that sources name."""

    articles: dict[str, Article]
    """By file name in `seeds/`; those that are missing or no text are not among them."""
    diagnostics: tuple[Diagnostic, ...]
    digests: dict[str, str]
    """sha256 by path in the site's folder."""
    unread: frozenset[tuple[str, str]]


def read_articles(
    folder: Path,
    names: Iterable[str],
    present: frozenset[str],
    known: Mapping[str, Article] = MappingProxyType({}),
) -> Archive:
    """Return the articles of these names, each read once, in the order of their names.

    A name that is not present in this very spelling is left out: linking reports it. An article
    that is `known` is not read again.
    """
    wanted = sorted(set(names) & present)
    read = [
        (name, *((known[name], ()) if name in known else read_article(folder, name)))
        for name in wanted
    ]
    bad = frozenset(name for name, _, faults in read if faults)
    return Archive(
        articles={name: article for name, article, _ in read if article and name not in bad},
        diagnostics=tuple(fault for _, _, faults in read for fault in faults),
        digests={f"seeds/{name}": article.sha256 for name, article, _ in read if article},
        unread=frozenset(("article", name) for name in bad),
    )


def read_article(folder: Path, name: str) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Return the article of this name in `seeds/` and its faults; None where it cannot be read."""
    body = open_once(folder, f"seeds/{name}", MAX_ARTICLE)
    if isinstance(body, Diagnostic):
        return None, (body,)
    text, faults = decode(body, f"seeds/{name}")
    return Article(name, sha256(body).hexdigest(), text), faults


class Unopened(Struct, frozen=True):
    """Reads an article of which only the sha256 is known."""

    folder: Path
    name: str
    sha256: str

    def __call__(self) -> str:
        """Return its text; raise UsageError where its bytes are no longer those that are meant."""
        body = open_once(self.folder, f"seeds/{self.name}", MAX_ARTICLE)
        if isinstance(body, Diagnostic) or sha256(body).hexdigest() != self.sha256:
            raise UsageError(
                f"seeds/{self.name} was changed while this ran: run it again, "
                "with --fresh if it is told again"
            )
        return body.decode("utf-8")


def unopened(folder: Path, name: str, digest: str) -> Article:
    """Return an article that is read when its text is asked for first."""
    return Article(name, digest, Unopened(folder, name, digest))
