"""What the disk says of files without opening them: who changed one has changed its seal."""

import os
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR

Seal = tuple[int, ...]
"""Of a file: mode, number of names, device, file number, bytes, and the nanoseconds of its last
change and of the last change to what the disk knows of it. Of a folder: its mode. Of nothing: ()"""

JUST_NOW = 2_000_000_000
"""Nanoseconds: no file system that a site lies on counts in coarser steps."""


def seal(path: str | Path) -> Seal:
    """Return the seal of a file or folder; links are not followed."""
    try:
        return seal_of(os.lstat(path))
    except OSError:
        return ()


_of_file: Callable[[os.stat_result], Seal] = attrgetter(
    "st_mode", "st_nlink", "st_dev", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns"
)


def seal_of(status: os.stat_result) -> Seal:
    """Return the seal that a file's status comes to."""
    return (status.st_mode,) if S_ISDIR(status.st_mode) else _of_file(status)


def size_of(seal: Seal) -> int:
    """Return the bytes of a file."""
    return seal[4]


def is_settled(seal: Seal, at: int) -> bool:
    """Return whether a file that was opened at this time (ns since 1970) had long been as it was.

    One that had just been changed may have been changed again in the same moment, with the same
    seal: that of a folder, or of nothing, is always good.
    """
    return len(seal) < 2 or max(seal[-2:]) < at - JUST_NOW


def seals(folder: str, below: str = "") -> list[tuple[str, Seal]]:
    """Return path (from the folder, forward slashes) and seal of all that lies in it, by name.

    A folder that is not there or may not be looked into holds nothing.
    """
    found: list[tuple[str, Seal]] = []
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return found
    for name in names:
        path = f"{folder}/{name}"
        try:
            status = os.lstat(path)
        except OSError:
            continue
        if S_ISDIR(status.st_mode):
            found.append((below + name, (status.st_mode,)))
            found += seals(path, f"{below}{name}/")
        else:
            found.append((below + name, _of_file(status)))
    return found
