"""What a published folder holds, told by its manifest: every file with its sha256.

Nothing is ever deleted because a manifest says so. The real folder is walked, without following
links, and a file found there counts as ours only if the manifest lists it with the hash it has.
A manifest that is corrupt or hostile therefore only makes files count as somebody else's.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from factsheet import GENERATOR
from factsheet.addresses import MANIFEST
from factsheet.seals import Seal, seal_of

SHA256 = re.compile("[0-9a-f]{64}")
ANY = ""
"""Stands for a hash where a file is ours whatever its bytes are."""


class Known(Struct, frozen=True):
    """What the tool wrote into a folder."""

    files: Mapping[str, str]
    """sha256, or ANY, by path with forward slashes."""
    folders: frozenset[str]
    """The folders that hold them, each ending in a slash."""
    last: str
    """The file that tells all this: it is removed after everything else."""
    seals: Mapping[str, Seal] = field(default_factory=dict)
    """By path, of files that are known to be ours without being read again."""


NOTHING = Known({}, frozenset(), MANIFEST)


def encode(inputs: Mapping[str, str], files: Mapping[str, str]) -> bytes:
    """Return the bytes of a manifest; both mappings go from path to sha256."""
    manifest = {
        "generator": GENERATOR,
        "inputs": dict(sorted(inputs.items())),
        "files": dict(sorted(files.items())),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def read(folder: Path) -> dict[str, str] | None:
    """Return sha256 by path as the folder's manifest has it, or None: none there, or not ours."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    return parse(path.read_bytes())


def parse(text: bytes) -> dict[str, str] | None:
    """Return sha256 by path as a manifest has it, or None: it is none, or not ours."""
    try:
        manifest = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        return None
    if not str(manifest.get("generator")).startswith(GENERATOR.split()[0] + " "):
        return None
    files: dict[str, str] = manifest["files"]
    hashes = all(isinstance(value, str) and SHA256.fullmatch(value) for value in files.values())
    return files if hashes else None


def known(files: Mapping[str, str], last: str = MANIFEST) -> Known:
    """Return what these files, and the file that lists them, make ours."""
    listed = {**files, last: ANY}
    folders = {f"{parent}/" for path in listed for parent in _parents(path)}
    return Known(listed, frozenset(folders), last)


def published(folder: Path) -> Known:
    """Return what the folder's own manifest makes ours; nothing when it has none that is ours."""
    files = read(folder)
    return NOTHING if files is None else known(files)


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def strangers(folder: Path, ours: Known, below: str = "") -> Iterator[str]:
    """Yield the path of everything in the folder that is not ours, sorted; folders end in `/`.

    A folder that is not ours is named and not entered. Links, pipes, sockets and devices are
    never ours and are never opened.
    """
    for entry in _entries(folder):
        name = below + entry.name
        if not entry.is_dir(follow_symlinks=False):
            if not _is_ours(entry, name, ours):
                yield name
        elif name + "/" in ours.folders:
            yield from strangers(Path(entry.path), ours, name + "/")
        else:
            yield name + "/"


def remove(folder: Path, ours: Known, below: str = "") -> tuple[str, ...]:
    """Remove what is ours and return what stays; the folder goes too when nothing stays.

    The list of what is ours goes last, so that a removal that was killed can be taken up again.
    """
    if os.path.realpath(folder) != str(folder):
        return (below or "/",)
    left: list[str] = []
    for entry in _entries(folder):
        name = below + entry.name
        if name != ours.last:
            left += _remove_entry(entry, name, ours)
    if not left:
        if not below:
            (folder / ours.last).unlink(missing_ok=True)
        folder.rmdir()
    return tuple(left)


def _remove_entry(entry: os.DirEntry[str], name: str, ours: Known) -> tuple[str, ...]:
    if entry.is_dir(follow_symlinks=False):
        if name + "/" in ours.folders:
            return remove(Path(entry.path), ours, name + "/")
        return (name + "/",)
    if not _is_ours(entry, name, ours):
        return (name,)
    os.unlink(entry.path)
    return ()


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_ours(entry: os.DirEntry[str], name: str, ours: Known) -> bool:
    sha256 = ours.files.get(name)
    if sha256 is None or not entry.is_file(follow_symlinks=False):
        return False
    if sha256 == ANY or ours.seals.get(name) == seal_of(entry.stat(follow_symlinks=False)):
        return True
    return digest(Path(entry.path)) == sha256


def digest(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb", buffering=0) as file:
        return hashlib.sha256(file.read()).hexdigest()


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a real path is the real folder or lies below it."""
    try:
        return os.path.commonpath((path, folder)) == str(folder)
    except ValueError:  # two drives have no path in common
        return False


def shown(path: Path) -> str:
    """Return a path for a message: relative to the current folder when it lies below it."""
    here = Path.cwd()
    absolute = Path(os.path.normpath(here / path))
    near = absolute.relative_to(here) if is_inside(absolute, here) else absolute
    return near.as_posix().encode("utf-8", "backslashreplace").decode()
