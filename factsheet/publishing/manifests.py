"""What a published folder holds, told by its manifest: every file with its sha256.

Nothing is ever deleted because a manifest says so. The real folder is walked, without following
links, and a file found there counts as ours only if the manifest lists it with the hash it has.
A manifest that is corrupt or hostile therefore only makes files count as somebody else's.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from msgspec import DecodeError, Struct, field, json

from factsheet import GENERATOR
from factsheet.addresses import MANIFEST
from factsheet.seals import Seal, seal_of

HEXADECIMAL = re.compile("[0-9a-f]*")
DIGITS = 64
"""Of a sha256."""
SAME_FILE = slice(2, 6)
"""What of a seal stays when a file gets a second name."""
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
    """By path, of files that are known to be ours, whatever names they have besides, without being
    read again."""


class Manifest(Struct, frozen=True):
    """What a manifest says; one that anybody else wrote is no such thing."""

    generator: str
    files: dict[str, str]
    """sha256 by path."""


MANIFESTS = json.Decoder(Manifest)

NOTHING = Known({}, frozenset(), MANIFEST)


def encode(inputs: Mapping[str, str], files: Mapping[str, str]) -> bytes:
    """Return the bytes of a manifest; both mappings go from path to sha256."""
    manifest = {
        "generator": GENERATOR,
        "inputs": dict(sorted(inputs.items())),
        "files": dict(sorted(files.items())),
    }
    return json.format(json.encode(manifest), indent=2) + b"\n"


def read(folder: Path) -> dict[str, str] | None:
    """Return sha256 by path as the folder's manifest has it, or None: none there, or not ours."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    return parse(path.read_bytes())


def parse(text: bytes) -> dict[str, str] | None:
    """Return sha256 by path as a manifest has it, or None: it is none, or not ours."""
    try:
        manifest = MANIFESTS.decode(text)
    except (DecodeError, RecursionError):
        return None
    if not manifest.generator.startswith(GENERATOR.split()[0] + " "):
        return None
    hashes = manifest.files.values()
    whole = all(len(sha256) == DIGITS for sha256 in hashes)
    return manifest.files if whole and HEXADECIMAL.fullmatch("".join(hashes)) else None


def known(files: Mapping[str, str], last: str = MANIFEST) -> Known:
    """Return what these files, and the file that lists them, make ours."""
    near = {path.rpartition("/")[0] for path in files}
    folders = {f"{folder}/" for path in near for folder in (path, *_parents(path)) if folder}
    return Known({**files, last: ANY}, frozenset(folders), last)


def published(folder: Path) -> Known:
    """Return what the folder's own manifest makes ours; nothing when it has none that is ours."""
    files = read(folder)
    return NOTHING if files is None else known(files)


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def strangers(folder: Path, ours: Known) -> Iterator[str]:
    """Yield the path of everything in the folder that is not ours, sorted; folders end in `/`.

    A folder that is not ours is named and not entered. Links, pipes, sockets and devices are
    never ours and are never opened.
    """
    return (path for path, _, is_ours in looked_through(folder, ours) if not is_ours)


def looked_through(
    folder: str | Path, ours: Known, below: str = ""
) -> Iterator[tuple[str, Seal, bool]]:
    """Yield path, seal and whether it is ours, of all that `strangers` looks at, in its order.

    The seal was taken before the bytes were read.
    """
    for entry in _entries(folder):
        name, seal = below + entry.name, seal_of(entry.stat(follow_symlinks=False))
        if not S_ISDIR(seal[0]):
            yield name, seal, _is_ours(entry.path, name, seal, ours)
        elif f"{name}/" in ours.folders:
            yield name, seal, True
            yield from looked_through(entry.path, ours, f"{name}/")
        else:
            yield f"{name}/", seal, False


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
    seal = seal_of(entry.stat(follow_symlinks=False))
    if S_ISDIR(seal[0]):
        if f"{name}/" in ours.folders:
            return remove(Path(entry.path), ours, f"{name}/")
        return (f"{name}/",)
    if not _is_ours(entry.path, name, seal, ours):
        return (name,)
    os.unlink(entry.path)
    return ()


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_ours(path: str, name: str, seal: Seal, ours: Known) -> bool:
    sha256 = ours.files.get(name)
    if sha256 is None or not S_ISREG(seal[0]):
        return False
    if sha256 == ANY or is_same_file(seal, ours.seals, name):
        return True
    return digest(path) == sha256


def is_same_file(found: Seal, seals: Mapping[str, Seal], path: str) -> bool:
    """Return whether a file is the one that had this path, with the same bytes in it."""
    return found[SAME_FILE] == seals.get(path, ())[SAME_FILE]


def digest(path: str | Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with open(path, "rb", buffering=0) as file:
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
