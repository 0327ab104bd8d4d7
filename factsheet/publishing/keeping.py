"""Files of the published site that stay as they are: linked into the new one, not written again.

A file stands when the manifest lists it with the hash that it is to have, and when it lies there as
this tool writes it: a plain file of one name (R-401), 0644. Its bytes are compared with the
manifest before the build, when the folder is searched for other people's files; its seal, taken
before that, tells whether it has changed since.
"""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from factsheet.addresses import MANIFEST
from factsheet.publishing.manifests import ANY, Known, is_same_file, known, looked_through
from factsheet.seals import Seal, seal

CANNOT_LINK = {
    errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
}  # fmt: skip
"""What a system answers that cannot give a file a second name, or may not."""


class Old(Struct, frozen=True):
    """A published folder, with sha256 by path as its manifest has it."""

    folder: Path
    files: Mapping[str, str]
    seals: Mapping[str, Seal] = field(default_factory=dict)
    """By path, from before the files were compared with the manifest."""


NOTHING_OLD = Old(Path(), {})


def look(folder: Path, ours: Known, untouched: bool) -> tuple[dict[str, Seal], list[str]]:
    """Return the seal of all that lies in the folder, and what of it is not as we wrote it.

    Of a folder that is known to be untouched no file is read.
    """
    if not folder.exists():
        return {}, []
    sure = known(dict.fromkeys(ours.files, ANY)) if untouched and ours.files else ours
    found = tuple(looked_through(folder, sure))
    strange = [path for path, _, is_ours in found if not is_ours]
    return {path: seal for path, seal, _ in found}, strange


def stands(path: str, sha256: str, old: Old) -> bool:
    """Return whether the old folder holds the file with this hash, just as it would be written."""
    if old.files.get(path) != sha256:
        return False
    found = seal(f"{old.folder}/{path}")
    return found == old.seals.get(path) and is_written_so(found, stat.S_IFREG)


def is_same(manifest: bytes, files: Mapping[str, str], old: Old) -> bool:
    """Return whether the old site is to the byte the one of these files, all of which stand."""
    if not stands(MANIFEST, old.files.get(MANIFEST, ""), old):
        return False
    folders = ("", *known(files).folders)
    same = (old.folder / MANIFEST).read_bytes() == manifest
    return same and all(is_written_so(seal(old.folder / one), stat.S_IFDIR) for one in folders)


def take_over(path: str, sha256: str, old: Old, folder: Path) -> bytes | None:
    """Give an old file that stands a second name in a new folder; None: it has one.

    Where the system cannot link, its bytes come back, to be written. OSError (ESTALE) when they
    are not those of the hash: somebody changed the file since it was compared.
    """
    file, new = f"{old.folder}/{path}", f"{folder}/{path}"
    if _linked(file, new):
        body, same = None, is_same_file(seal(new), old.seals, path)
    else:
        body = Path(file).read_bytes()
        same = hashlib.sha256(body).hexdigest() == sha256
    if not same:
        raise OSError(errno.ESTALE, "it was changed meanwhile", new)
    return body


def _linked(file: str, new: str) -> bool:
    try:
        os.link(file, new)
    except OSError as fault:
        if fault.errno in CANNOT_LINK:
            return False
        raise OSError(fault.errno, fault.strerror, new) from fault
    return True


def is_written_so(found: Seal, kind: int) -> bool:
    """Return whether a plain file of one name, or a folder, lies there with the mode we give it."""
    if not found:
        return False
    wanted = kind | (0o644 if kind == stat.S_IFREG else 0o755)
    mode = found[0] if sys.platform != "win32" else wanted
    return mode == wanted and (kind == stat.S_IFDIR or found[1] == 1)
