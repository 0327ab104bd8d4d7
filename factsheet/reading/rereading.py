"""Reading what an editor works on: files that are as they were are not read again.

Whether they are is told by what the disk says of them, and else by their bytes. What comes of it is
what reading from nothing comes to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import time_ns
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from factsheet import reading
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic
from factsheet.jobs import shares, spread, together
from factsheet.model import Article, Records
from factsheet.reading.articles import unopened
from factsheet.reading.contents import Contents
from factsheet.reading.files import Found, RecordFile
from factsheet.seals import Seal, is_settled

T = TypeVar("T")
Said = tuple[Records | None, tuple[Diagnostic, ...]]
"""What the files say all together, and what is wrong in them."""


class Kept(Struct, Generic[T], frozen=True):
    """What a file said when it was read."""

    value: T
    seal: Seal
    """From before it was opened."""
    settled: bool
    """True: it had long been as it was, so that it is surely the same while it has this seal."""


class Files(Struct, frozen=True):
    """What was read."""

    records: Mapping[str, Kept[Contents]] = field(default_factory=dict)
    """By path in the site's folder."""
    articles: Mapping[str, Kept[Article]] = field(default_factory=dict)
    """By file name in `seeds/`."""


Fingerprint = tuple[str, str]
"""An article's file name in `seeds/`, and its sha256."""


def records_to_keep(files: Files) -> Iterator[Kept[Contents]]:
    """Yield what another run may know of the records: that of the files without faults."""
    return (kept for kept in files.records.values() if not kept.value.diagnostics)


def articles_to_keep(files: Files) -> Iterator[Kept[Fingerprint]]:
    """Yield what another run may know of the articles: not their texts."""
    for kept in files.articles.values():
        yield Kept((kept.value.file, kept.value.sha256), kept.seal, kept.settled)


def kept_files(
    folder: Path, records: Iterable[Kept[Contents]], articles: Iterable[Kept[Fingerprint]]
) -> Files:
    """Return what another run read in this folder; articles are opened when they are needed."""
    unread = (Kept(unopened(folder, *kept.value), kept.seal, kept.settled) for kept in articles)
    return Files(
        {kept.value.file: kept for kept in records}, {kept.value.file: kept for kept in unread}
    )


def reread(folder: Path, clock: Clock, jobs: int, before: Files) -> tuple[Files, Said]:
    """Return what the files say, each by itself and all together.

    Raises UsageError where no site is.
    """
    with clock.step("read"):
        now, found = time_ns(), reading.look(folder)
        kept = those_that_hold(before.records, found.seals)
        old = [file.path for file in found.records if file.path not in kept]
        known = {path: before.records[path].value for path in old if path in before.records}
    to_read = [file for file in found.records if file.path not in kept]
    made = spread(partial(read_files, folder, known), shares(to_read, jobs), jobs)
    read = together(clock.each("read", made, len(to_read), len))
    with clock.step("read"):
        for file, contents in zip(to_read, read, strict=True):
            value = as_before(contents, known.get(file.path)) if contents else known[file.path]
            kept[file.path] = read_at(now, value, found.seals[file.path])
        records = {file.path: kept[file.path] for file in found.records}
        return assemble(folder, found, records, before.articles, now)


def read_files(
    folder: Path, known: Mapping[str, Contents], files: Sequence[RecordFile]
) -> list[Contents | None]:
    """Return what the files say; None, where one has the bytes of what is known."""
    return [read_file(folder, file, known.get(file.path)) for file in files]


def read_file(folder: Path, file: RecordFile, known: Contents | None) -> Contents | None:
    contents = reading.read_file(folder, file, known)
    return None if contents is known else contents


def as_before(contents: Contents, known: Contents | None) -> Contents:
    """Return what a file says, with the very objects that are known for what it says as before."""
    claims = {claim.id: claim for claim in known.claims} if known else {}
    same = (claims[one.id] if claims.get(one.id) == one else one for one in contents.claims)
    return replace(contents, claims=tuple(same))


def assemble(
    folder: Path,
    found: Found,
    records: Mapping[str, Kept[Contents]],
    before: Mapping[str, Kept[Article]],
    now: int,
) -> tuple[Files, Said]:
    """Return what all files say together, the articles read that may have changed."""
    seals = {name: found.seals[f"seeds/{name}"] for name in found.seeds}
    kept = those_that_hold(before, seals)
    known = {name: one.value for name, one in kept.items()}
    whole, faults = reading.assemble(folder, found, values(records), known)
    if whole is None:
        return Files(records, before), (None, faults)
    for name in whole.articles.keys() - kept.keys():
        article = whole.articles[name]
        same = name in before and before[name].value == article
        kept[name] = read_at(now, before[name].value if same else article, seals[name])
    kept = {name: kept[name] for name in whole.articles}
    articles = dict(zip(kept, values(kept), strict=True))
    return Files(records, kept), (replace(whole, articles=articles), faults)


def those_that_hold(before: Mapping[str, Kept[T]], seals: Mapping[str, Seal]) -> dict[str, Kept[T]]:
    """Return what is kept of the files that are surely as they were, by their seals now."""
    return {
        name: one for name, one in before.items() if one.settled and one.seal == seals.get(name)
    }


def read_at(now: int, value: T, seal: Seal) -> Kept[T]:
    """Return what a file said that was read after this time (ns since 1970)."""
    return Kept(value, seal, is_settled(seal, now))


def values(kept: Mapping[str, Kept[T]]) -> list[T]:
    return [one.value for one in kept.values()]
