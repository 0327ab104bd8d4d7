"""Finding the editors' files and opening them once each, plain files only.

No symlink, FIFO, socket, device or hard-linked file is opened (R-401): strangers send records by
pull request, and what a link leads to would be published.
"""

import os
import stat
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from factsheet.diagnostics import Diagnostic, Place
from factsheet.seals import Seal, seal_of

Kind = Literal["site", "source", "claims", "topic", "entity", "wording"]
Unread = tuple[str, str]

FOLDERS: dict[str, Kind] = {
    "sources": "source", "claims": "claims", "topics": "topic", "entities": "entity",
}  # fmt: skip
SINGLE: dict[str, Kind] = {"site.yaml": "site", "wording.yaml": "wording"}
NAMES_KEPT = 1 << 15
"""Names of which it is remembered what they stand for: a preview finds the same ones again."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class RecordFile(Struct, frozen=True):
    """A file of the editors, not yet opened."""

    kind: Kind
    path: str
    """Relative to the site's folder, with forward slashes."""

    @property
    def stem(self) -> str:
        """The id that the file's name gives."""
        return self.path.rpartition("/")[2].removesuffix(".yaml")


class Found(Struct, frozen=True):
    """What lies below content/ and seeds/."""

    records: tuple[RecordFile, ...]
    """Sorted by path."""
    seeds: frozenset[str]
    """Names of the plain files in seeds/, as the disk spells them (R-403)."""
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Unread]
    seals: Mapping[str, Seal]
    """Of the plain files, by their paths in the site's folder."""


class _Listing(Struct, frozen=True):
    """What lies below a folder and is not a folder itself, each sorted by path."""

    plain: Mapping[str, Seal]
    odd: Sequence[str]
    """What is not a plain file, and folders that cannot be looked into."""


def find(folder: Path) -> Found:
    """Return the files of the site in this folder; nothing is opened."""
    content, seeds = _walk(folder, "content"), _walk(folder, "seeds")
    records = {path: record for path in content.plain if (record := _record(path))}
    others = sorted((*content.odd, *(content.plain.keys() - records.keys())))
    unread = {lost for path in others for lost in _lost(path)}
    unread |= {("article", path.removeprefix("seeds").strip("/") or "*") for path in seeds.odd}
    start = len("seeds/")
    return Found(
        records=tuple(records.values()),
        seeds=frozenset([path[start:] for path in seeds.plain]),
        diagnostics=tuple(
            _misplaced(path) if path in content.plain else _not_plain(path)
            for path in (*others, *seeds.odd)
        ),
        unread=frozenset(unread),
        seals={**content.plain, **seeds.plain},
    )


def open_once(folder: Path, file: str, limit: int) -> bytes | Diagnostic:
    """Return the bytes of a plain file, or the fault that keeps it from being read."""
    try:
        descriptor = os.open(os.path.join(folder, file), _FLAGS)
    except OSError as error:
        return _cannot_open(file, error, folder)
    status = os.fstat(descriptor)
    if not _is_plain(seal_of(status)):
        os.close(descriptor)
        return _not_plain(file)
    with open(descriptor, "rb", buffering=0) as opened:
        try:
            body = opened.readall() if status.st_size <= limit else None
        except OSError as error:
            return _cannot_open(file, error, folder)
    if body is None or len(body) > limit:
        message = f"the file is larger than {limit:,} bytes"
        return Diagnostic("too-large", message, Place(file), mend="divide it into several files")
    return body


def _walk(folder: Path, top: str) -> _Listing:
    """Return all that is below a folder; editors' own traces are passed over."""
    try:
        if not stat.S_ISDIR(os.lstat(folder / top).st_mode):
            return _Listing({}, (top,))
    except OSError:
        return _Listing({}, ())
    plain: list[tuple[str, Seal]] = []
    odd: list[str] = []
    waiting = [top]
    while waiting:
        parent = waiting.pop()
        try:
            folders, found = _listed(folder / parent)
        except OSError:  # it vanished, or it is somebody else's
            odd.append(parent)
            continue
        waiting += [f"{parent}/{name}" for name in folders]
        plain += [(f"{parent}/{name}", sealed) for name, sealed in found if _is_plain(sealed)]
        odd += [f"{parent}/{name}" for name, sealed in found if not _is_plain(sealed)]
    return _Listing(dict(sorted(plain)), sorted(odd))


def _listed(folder: Path) -> tuple[Set[str], list[tuple[str, Seal]]]:
    """Return the names of the folders in a folder, and the names and seals of all else."""
    entries = [entry for entry in os.scandir(folder) if not _is_trace(entry.name)]
    folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    others = [entry for entry in entries if entry.name not in folders]
    return folders, [(entry.name, seal_of(os.lstat(entry.path))) for entry in others]


def _is_plain(sealed: Seal) -> bool:
    return stat.S_ISREG(sealed[0]) and sealed[1] == 1


@lru_cache(NAMES_KEPT)
def _is_trace(name: str) -> bool:
    """Tell whether an editor or a desktop left the file: hidden, backup or swap."""
    own = name.startswith((".", "#")) or name.endswith(("~", ".swp", ".bak"))
    return own or name in ("Thumbs.db", "desktop.ini")


@lru_cache(NAMES_KEPT)
def _record(path: str) -> RecordFile | None:
    parts = path.split("/")
    if len(parts) == 2 and parts[1] in SINGLE:
        return RecordFile(SINGLE[parts[1]], path)
    named = len(parts) == 3 and parts[1] in FOLDERS and parts[2].endswith(".yaml")
    return RecordFile(FOLDERS[parts[1]], path) if named and path.isprintable() else None


def _lost(path: str) -> tuple[Unread, ...]:
    """Return what cannot be known because this path is not read."""
    parts = path.split("/")
    kinds = (FOLDERS[parts[1]],) if parts[1:] and parts[1] in FOLDERS else tuple(FOLDERS.values())
    if len(parts) == 2 and parts[1] not in FOLDERS:
        return ()
    name = "*" if len(parts) != 3 or kinds == ("claims",) else parts[2].rpartition(".")[0]
    return tuple(("claim" if kind == "claims" else kind, name) for kind in kinds)


def _misplaced(path: str) -> Diagnostic:
    return Diagnostic(
        "misplaced-file",
        "no record can stand in a file of this name or place",
        Place(_shown(path)),
        mend=_right_place(path),
    )


def _shown(path: str) -> str:
    """Return a path on one line, whatever its name holds."""
    return path if path.isprintable() else repr(path)[1:-1]


def _right_place(path: str) -> str:
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    if ending.lower() in ("yml", "yaml") and ending != "yaml":
        return f"rename it to {stem}.yaml"
    wanted = "sources/, claims/, topics/ or entities/"
    return f"move it into content/{wanted} with a name that ends in .yaml, or out of content/"


def _not_plain(file: str) -> Diagnostic:
    return Diagnostic(
        "not-a-plain-file",
        "this is a link, or no file at all; only plain files with one name are read",
        Place(_shown(file)),
        mend="put a copy of the file itself here",
    )


def _cannot_open(file: str, error: OSError, folder: Path) -> Diagnostic:
    if (folder / file).is_symlink():
        return _not_plain(file)
    reason = (error.strerror or "it cannot be opened").lower()
    return Diagnostic("unreadable-file", f"the file cannot be read: {reason}", Place(file))
