"""Files of the published site that stay as they are: linked into the new one, not written again.

A file stands when the manifest lists it with the hash that it is to have, and when it lies there as
this tool writes it: a plain file of one name (R-401), 0644. Its bytes are compared with the
manifest before the build, when the folder is searched for other people's files, and once more when
it is taken over.
"""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factsheet.addresses import MANIFEST
from factsheet.publishing.manifests import digest, known

CANNOT_LINK = {
    errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
}  # fmt: skip
"""What a system answers that cannot give a file a second name, or may not."""


@dataclass(frozen=True, slots=True)
class Old:
    """A published folder, and sha256 by path as its manifest has it."""

    folder: Path
    files: Mapping[str, str]


NOTHING_OLD = Old(Path(), {})


def stands(path: str, sha256: str, old: Old) -> bool:
    """Return whether the old folder holds the file with this hash, just as it would be written."""
    return old.files.get(path) == sha256 and _is_written_so(f"{old.folder}/{path}", stat.S_IFREG)


def is_same(manifest: bytes, files: Mapping[str, str], old: Old) -> bool:
    """Return whether the old site is to the byte the one of these files, all of which stand."""
    if not stands(MANIFEST, old.files.get(MANIFEST, ""), old):
        return False
    folders = ("", *known(files).folders)
    same = (old.folder / MANIFEST).read_bytes() == manifest
    return same and all(_is_written_so(f"{old.folder}/{one}", stat.S_IFDIR) for one in folders)


def take_over(path: str, sha256: str, old: Old, folder: Path) -> bytes | None:
    """Give an old file that stands a second name in a new folder; None: it has one.

    Where the system cannot link, its bytes come back, to be written. OSError (ESTALE) when they
    are not those of the hash: somebody changed the file since it was compared.
    """
    new = folder / path
    body = None if _linked(old.folder / path, new) else (old.folder / path).read_bytes()
    found = digest(new) if body is None else hashlib.sha256(body).hexdigest()
    if found != sha256:
        raise OSError(errno.ESTALE, "it was changed meanwhile", str(new))
    return body


def _linked(file: Path, new: Path) -> bool:
    try:
        os.link(file, new)
    except OSError as fault:
        if fault.errno in CANNOT_LINK:
            return False
        raise OSError(fault.errno, fault.strerror, str(new)) from fault
    return True


def _is_written_so(path: str, kind: int) -> bool:
    """Return whether a plain file of one name, or a folder, lies there with the mode we give it."""
    with suppress(FileNotFoundError, NotADirectoryError):
        status = os.lstat(path)
        wanted = kind | (0o644 if kind == stat.S_IFREG else 0o755)
        mode = status.st_mode if sys.platform != "win32" else wanted
        return mode == wanted and (kind == stat.S_IFDIR or status.st_nlink == 1)
    return False
