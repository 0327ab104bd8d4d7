"""Reading: the editors' files and the articles, each value with its place.

All faults of all files come back in one run. What has faults is left out and noted as unread.

`read` is `look`, `read_file` for each file that was found, and `assemble`. They stand apart so that
files can be read in several processes, and so that what has not changed need not be read again.
"""

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Article, Records, SiteRecord
from factsheet.reading.articles import Archive, read_articles
from factsheet.reading.characters import decode
from factsheet.reading.contents import Contents, contents
from factsheet.reading.files import Found, RecordFile, find, open_once
from factsheet.reading.releases import read_release
from factsheet.reading.strict import MAX_BYTES

__all__ = ["Contents", "Found", "RecordFile", "assemble", "look", "read", "read_file"]


def read(folder: Path) -> tuple[Records | None, tuple[Diagnostic, ...]]:
    """Return what the files of a site say, and every fault in them, sorted by file.

    The records are None where content/site.yaml cannot be used. Raises UsageError where there is
    no such file at all.
    """
    found = look(folder)
    return assemble(folder, found, [read_file(folder, file) for file in found.records])


def look(folder: Path) -> Found:
    """Return which files there are; nothing is opened. Raises UsageError where no site is."""
    if not os.path.lexists(folder / "content/site.yaml"):
        raise UsageError(
            f"there is no site here: {folder} has no content/site.yaml; "
            "`factsheet new site NAME` makes one"
        )
    return find(folder)


def read_file(folder: Path, file: RecordFile, before: Contents | None = None) -> Contents:
    """Return what one file says, with its faults: nothing but this file has a say in it.

    That is what it said `before` where its bytes are the same.
    """
    body = open_once(folder, file.path, MAX_BYTES)
    if isinstance(body, Diagnostic):
        return contents(file, "", (body,))
    digest = sha256(body).hexdigest()
    if before is not None and before.sha256 == digest:
        return before
    text, faults = decode(body, file.path)
    return replace(contents(file, text, faults), sha256=digest)


def assemble(
    folder: Path,
    found: Found,
    files: Sequence[Contents],
    known: Mapping[str, Article] | None = None,
) -> tuple[Records | None, tuple[Diagnostic, ...]]:
    """Return what `read` returns, of these files in the order of `found`.

    The articles that the sources name are read here, but for those that are `known` by their file
    names in `seeds/`, and what readers were last given.
    """
    sources = chain.from_iterable([file.sources for file in files])
    names = [source.text for source in sources]
    archive = read_articles(folder, names, found.seeds, known or {})
    released, release_faults = read_release(folder)
    faults = [*found.diagnostics, *archive.diagnostics, *release_faults]
    faults += chain.from_iterable([file.diagnostics for file in files])
    sites = [file.site for file in files if file.site]
    records = _records(sites[0], files, found, archive) if sites else None
    records = replace(records, released=released) if records else None
    return records, tuple(sorted(faults, key=lambda fault: fault.place.file))


def _records(
    site: SiteRecord, files: Sequence[Contents], found: Found, archive: Archive
) -> Records:
    unread = found.unread | archive.unread
    return Records(
        site=site,
        sources=tuple(chain.from_iterable([file.sources for file in files])),
        claims=tuple(chain.from_iterable([file.claims for file in files])),
        topics=tuple(chain.from_iterable([file.topics for file in files])),
        entities=tuple(chain.from_iterable([file.entities for file in files])),
        wording=tuple(chain.from_iterable([file.wording for file in files])),
        articles=archive.articles,
        unread=unread.union(*(file.unread for file in files)),
        digests={f.file: f.sha256 for f in files if f.sha256} | archive.digests,
    )
