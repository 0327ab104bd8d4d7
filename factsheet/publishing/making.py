"""Files and folders made new, never opened where something is, each under a path of its own."""

import os
import stat
import sys
from pathlib import Path

NO_STEPS = frozenset(("", ".", ".."))
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def claim(path: str, taken: dict[str, str]) -> None:
    """Take a path for one output; `taken` has those before it, folders with a slash at the end.

    ValueError when it is no plain relative path, when it is taken, or when it differs from a
    taken one only in case: on many disks these are one file.
    """
    steps = path.split("/")
    if not path.isprintable() or "\\" in path or not NO_STEPS.isdisjoint(steps):
        raise ValueError(f"no output may have the path {path!r}")
    if path.casefold() in taken:
        raise ValueError(f"two outputs have the path {path!r}")
    folder = path[: -len(steps[-1])]
    if taken.get(folder[:-1].casefold()) != folder:  # then all above it are taken too
        for depth in range(1, len(steps)):
            name = "/".join(steps[:depth]) + "/"
            if taken.setdefault(name[:-1].casefold(), name) != name:
                raise ValueError(f"the path {path!r} clashes with another output's")
    taken[path.casefold()] = path


def make_folder(folder: Path) -> None:
    """Make a folder, 0755 whatever the umask, unless a process beside this one just did."""
    try:
        folder.mkdir()
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise
    else:
        folder.chmod(0o755)


def write_file(path: str, body: bytes) -> None:
    """Write a file that is not there yet, 0644 whatever the umask; OSErrors name the file."""
    try:
        handle = os.open(path, NEW, 0o644)
        try:
            if sys.platform != "win32":
                os.fchmod(handle, 0o644)
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, path) from fault
