"""Articles: the bytes in seeds/ with their sha256 and the text they hold, nothing translated.

A text that was read is laid aside until it is asked for. One of which an earlier run is known is
read when it is asked for, and that it is still the same is proved then.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.laying import Layer
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
    layer = Layer()
    read = [
        (name, *((known[name], ()) if name in known else read_article(folder, name, layer)))
        for name in wanted
    ]
    bad = frozenset(name for name, _, faults in read if faults)
    return Archive(
        articles={name: article for name, article, _ in read if article and name not in bad},
        diagnostics=tuple(fault for _, _, faults in read for fault in faults),
        digests={f"seeds/{name}": article.sha256 for name, article, _ in read if article},
        unread=frozenset(("article", name) for name in bad),
    )


def read_article(
    folder: Path, name: str, layer: Layer
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Return the article of this name in `seeds/` and its faults; None where it cannot be read.

    Its text is laid on the layer; where that cannot be, it is read again when it is asked for.
    """
    body = open_once(folder, f"seeds/{name}", MAX_ARTICLE)
    if isinstance(body, Diagnostic):
        return None, (body,)
    _, faults = decode(body, f"seeds/{name}")
    article = unopened(folder, name, sha256(body).hexdigest())
    with suppress(OSError):
        article = replace(article, words=layer.lay(body).decode)
    return article, faults


def unopened(folder: Path, name: str, digest: str) -> Article:
    """Return an article that is read when its text is asked for."""
    return Article(name, digest, partial(text_of, folder, name, digest))


def text_of(folder: Path, name: str, digest: str) -> str:
    """Return an article's text; UsageError where its bytes are no longer those of the sha256."""
    body = open_once(folder, f"seeds/{name}", MAX_ARTICLE)
    if isinstance(body, Diagnostic) or sha256(body).hexdigest() != digest:
        raise UsageError(
            f"seeds/{name} was changed while this ran: run it again, "
            "with --fresh if it is told again"
        )
    return body.decode("utf-8")
