"""Finding the editors' files and opening them once each, plain files only.

No symlink, FIFO, socket, device or hard-linked file is opened (R-401): strangers send records by
pull request, and what a link leads to would be published.
"""

import os
import stat
from collections.abc import Iterator, Mapping
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


class _Entry(Struct, frozen=True):
    path: str
    seal: Seal = ()
    """Nothing for what is not a plain file."""

    @property
    def plain(self) -> bool:
        return self.seal != ()


def find(folder: Path) -> Found:
    """Return the files of the site in this folder; nothing is opened."""
    content, seeds = _walk(folder, "content"), _walk(folder, "seeds")
    records = {e.path: r for e in content if e.plain and (r := _record(e.path))}
    names = frozenset(e.path.removeprefix("seeds/") for e in seeds if e.plain)
    others = [e for e in content if e.path not in records]
    odd = [e for e in seeds if not e.plain]
    unread = {u for e in others for u in _lost(e.path)}
    unread |= {("article", e.path.removeprefix("seeds").strip("/") or "*") for e in odd}
    seals = {e.path: e.seal for e in (*content, *seeds) if e.plain}
    diagnostics = tuple(map(_fault, (*others, *odd)))
    return Found(tuple(records.values()), names, diagnostics, frozenset(unread), seals)


def open_once(folder: Path, file: str, limit: int) -> bytes | Diagnostic:
    """Return the bytes of a plain file, or the fault that keeps it from being read."""
    try:
        descriptor = os.open(os.path.join(folder, file), _FLAGS)
    except OSError as error:
        return _cannot_open(file, error, folder)
    status = os.fstat(descriptor)
    if not _is_plain(status):
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


def _walk(folder: Path, top: str) -> list[_Entry]:
    """Return all that is not a folder, sorted by path; editors' own traces are passed over."""
    try:
        if not stat.S_ISDIR(os.lstat(folder / top).st_mode):
            return [_Entry(top)]
    except OSError:
        return []
    return sorted(_below(folder, top), key=lambda entry: entry.path)


def _below(folder: Path, top: str) -> Iterator[_Entry]:
    waiting = [top]
    while waiting:
        parent = waiting.pop()
        try:
            entries = [e for e in os.scandir(folder / parent) if not _is_trace(e.name)]
            folders = {e.name for e in entries if e.is_dir(follow_symlinks=False)}
            found = [(e.name, os.lstat(e.path)) for e in entries if e.name not in folders]
        except OSError:  # it vanished, or it is somebody else's
            yield _Entry(parent)
            continue
        waiting += [f"{parent}/{name}" for name in folders]
        for name, status in found:
            yield _Entry(f"{parent}/{name}", seal_of(status) if _is_plain(status) else ())


def _is_plain(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and status.st_nlink == 1


def _is_trace(name: str) -> bool:
    """Tell whether an editor or a desktop left the file: hidden, backup or swap."""
    own = name.startswith((".", "#")) or name.endswith(("~", ".swp", ".bak"))
    return own or name in ("Thumbs.db", "desktop.ini")


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


def _fault(entry: _Entry) -> Diagnostic:
    if not entry.plain:
        return _not_plain(entry.path)
    return Diagnostic(
        "misplaced-file",
        "no record can stand in a file of this name or place",
        Place(_shown(entry.path)),
        mend=_right_place(entry.path),
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
