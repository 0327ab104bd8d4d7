"""Saving a file of the editors so that it is always the old one or the new one, whole."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

NEW_FILE = 0o644
"""Mode of a file that was not there before."""


def replace_file(
    path: Path, body: str | Iterable[bytes], *, flushed: bool = True, mode: int = NEW_FILE
) -> Path:
    """Write the file, a text as UTF-8, beside the old one, put it in its place, return its path.

    The old file's mode is kept; `mode` is that of a new one. An exception leaves the old file as it
    was and nothing beside it. One that is not flushed may be empty after a power cut: good enough
    for what can be made again.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    aside = Path(name)
    try:
        with open(descriptor, "wb") as file:
            file.writelines((body.encode(),) if isinstance(body, str) else body)
            file.flush()
            if flushed:
                os.fsync(file.fileno())
        aside.chmod(path.stat().st_mode & 0o777 if path.exists() else mode)
        aside.replace(path)
    except BaseException:
        aside.unlink()
        raise
    if flushed:
        flush(path.parent)
    return path


def flush(folder: Path) -> None:
    """Ask the disk to keep the folder's entries, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
