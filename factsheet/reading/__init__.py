"""Reading: the editors' files and the articles, each value with its place.

All faults of all files come back in one run. What has faults is left out and noted as unread.
"""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Records, SiteRecord
from factsheet.reading.articles import Archive, read_articles
from factsheet.reading.characters import decode
from factsheet.reading.contents import Contents, contents
from factsheet.reading.files import Found, RecordFile, find, open_once
from factsheet.reading.releases import read_release
from factsheet.reading.strict import MAX_BYTES

__all__ = ["read"]


def read(folder: Path) -> tuple[Records | None, tuple[Diagnostic, ...]]:
    """Return what the files of a site say, and every fault in them, sorted by file.

    The records are None where content/site.yaml cannot be used. Raises UsageError where there is
    no such file at all.
    """
    if not os.path.lexists(folder / "content/site.yaml"):
        raise UsageError(
            f"there is no site here: {folder} has no content/site.yaml; "
            "`factsheet new site NAME` makes one"
        )
    found = find(folder)
    files = [_read_file(folder, file) for file in found.records]
    names = (source.text for file in files for source in file.sources)
    archive = read_articles(folder, names, found.seeds)
    released, release_faults = read_release(folder)
    faults = [*found.diagnostics, *archive.diagnostics, *release_faults]
    faults += [fault for file in files for fault in file.diagnostics]
    sites = [file.site for file in files if file.site]
    records = _records(sites[0], files, found, archive) if sites else None
    records = replace(records, released=released) if records else None
    return records, tuple(sorted(faults, key=lambda fault: fault.place.file))


def _read_file(folder: Path, file: RecordFile) -> Contents:
    body = open_once(folder, file.path, MAX_BYTES)
    if isinstance(body, Diagnostic):
        return contents(file, "", (body,))
    text, faults = decode(body, file.path)
    return replace(contents(file, text, faults), sha256=sha256(body).hexdigest())


def _records(site: SiteRecord, files: list[Contents], found: Found, archive: Archive) -> Records:
    unread = found.unread | archive.unread
    return Records(
        site=site,
        sources=tuple(r for file in files for r in file.sources),
        claims=tuple(r for file in files for r in file.claims),
        topics=tuple(r for file in files for r in file.topics),
        entities=tuple(r for file in files for r in file.entities),
        wording=tuple(r for file in files for r in file.wording),
        articles=archive.articles,
        unread=unread.union(*(file.unread for file in files)),
        digests={f.file: f.sha256 for f in files if f.sha256} | archive.digests,
    )
