"""A folder written anew: outputs, their manifest, and a list of what was begun.

What is ours in a folder that a killed build left? Every path is written to the list `.plan` in it
before the file is made, and files are only ever made new, never opened. So what `.plan` names was
made by this tool, whatever its bytes came to. When all is written the list is removed, and the
manifest tells what is ours, with hashes.
"""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsheet.addresses import MANIFEST
from factsheet.model import Output
from factsheet.publishing.keeping import NOTHING_OLD, Old, is_same, stands, take_over
from factsheet.publishing.manifests import ANY, Known, encode, known, published
from factsheet.saving import flush
from factsheet.seals import size_of

PLAN = ".plan"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
LISTING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Placed:
    """An output that was put: its bytes lie in the new folder, or stand in the old one."""

    path: str
    sha256: str
    size: int
    stands: bool
    """True: the old site has the very same file, and none was written."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What was written, without the manifest."""

    files: Mapping[str, str]
    """sha256 by path."""
    bytes: int
    same: bool = False
    """True: the old site is the same to the byte, and no folder was made."""


def write(work: "Work", folder: Path, inputs: Mapping[str, str], old: Old = NOTHING_OLD) -> Staged:
    """Write the outputs and their manifest into a new folder and return what was written.

    What stands in the old folder is linked; when all of it does, nothing is written at all. Files
    are 0644 and folders 0755 whatever the umask. OSErrors name the file.
    ValueError for a path that no file of a site may have, or that two outputs share: a bug.
    """
    stage = Stage(folder, old)
    try:
        return stage.finished(tuple(work(stage)), inputs)
    finally:
        stage.close()


class Stage:
    """The new folder while it is written, by this process and by those that it forked.

    It is made when the first file is put that does not stand in the old one.
    """

    def __init__(self, folder: Path, old: Old) -> None:
        if os.path.lexists(folder):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
        self.folder = folder
        self.old = old
        self._made: set[str] = set()
        self._taken = {MANIFEST: MANIFEST, PLAN: PLAN}
        self._plan: int | None = None

    def put(self, output: Output) -> Placed:
        """Write the output, unless it stands in the old site."""
        claim(output.path, self._taken)
        sha256 = hashlib.sha256(output.body).hexdigest()
        standing = stands(output.path, sha256, self.old)
        if not standing:
            self._begin(output.path)
            self._write(output)
        return Placed(output.path, sha256, len(output.body), standing)

    def keep(self, path: str) -> Placed | None:
        """Let the file stay that stands at this path in the old site; None where none does."""
        sha256 = self.old.files.get(path, "")
        if not sha256 or not stands(path, sha256, self.old):
            return None
        claim(path, self._taken)
        return Placed(path, sha256, size_of(self.old.seals[path]), stands=True)

    def finished(self, placed: Iterable[Placed], inputs: Mapping[str, str]) -> Staged:
        """Link what stands, write the manifest over all that was put, and take the list away."""
        every = tuple(placed)
        for one in every:
            if one.path.casefold() not in self._taken:
                claim(one.path, self._taken)
        files = {one.path: one.sha256 for one in every}
        if len(files) < len(every):
            raise ValueError("two processes put the same output")
        size, manifest = sum(one.size for one in every), encode(inputs, files)
        standing = [one for one in every if one.stands]
        if len(standing) == len(every) and is_same(manifest, files, self.old):
            return Staged(files, size, same=True)
        for one in standing:
            self._begin(one.path)
            body = take_over(one.path, one.sha256, self.old, self.folder)
            if body is not None:
                write_file(f"{self.folder}/{one.path}", body)
        self._begin(MANIFEST)
        write_file(f"{self.folder}/{MANIFEST}", manifest)
        self.close()
        (self.folder / PLAN).unlink()
        flush(self.folder)
        return Staged(files, size)

    def close(self) -> None:
        if self._plan is not None:
            os.close(self._plan)
            self._plan = None

    def _begin(self, path: str) -> None:
        """Make the folders of a file, after its path stands in the list."""
        if self._plan is None:
            make_folder(self.folder)
            self._plan = os.open(self.folder / PLAN, LISTING, 0o644)
        try:
            os.write(self._plan, path.encode() + b"\n")
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, str(self.folder / path)) from fault
        self._make_parents(path)

    def _make_parents(self, path: str) -> None:
        parent = path.rpartition("/")[0]
        if parent and parent not in self._made:
            self._make_parents(parent)
            make_folder(self.folder / parent)
            self._made.add(parent)

    def _write(self, output: Output) -> None:
        """Write the file anew, also where a process ended in the midst of writing it."""
        path = f"{self.folder}/{output.path}"
        try:
            write_file(path, output.body)
        except FileExistsError:
            begun = (self.folder / PLAN).read_bytes().split(b"\n")
            if begun.count(output.path.encode()) < 2:  # once by us just now
                raise
            os.unlink(path)
            write_file(path, output.body)


Work = Callable[[Stage], Iterable[Placed]]
"""Makes outputs and puts each, in whatever process, and tells what was put."""


def putting(outputs: Iterable[Output]) -> Work:
    """Return the work of putting outputs that are at hand."""
    return lambda stage: map(stage.put, outputs)


def claim(path: str, taken: dict[str, str]) -> None:
    """Take a path for one output; `taken` has those before it, folders with a slash at the end.

    ValueError when it is no plain relative path, when it is taken, or when it differs from a
    taken one only in case: on many disks these are one file.
    """
    steps = path.split("/")
    if not path.isprintable() or "\\" in path or any(step in ("", ".", "..") for step in steps):
        raise ValueError(f"no output may have the path {path!r}")
    folders = ["/".join(steps[:depth]) + "/" for depth in range(1, len(steps))]
    if path.casefold() in taken:
        raise ValueError(f"two outputs have the path {path!r}")
    for name in (*folders, path):
        if taken.setdefault(name.rstrip("/").casefold(), name) != name:
            raise ValueError(f"the path {path!r} clashes with another output's")


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


def left_by_build(folder: Path) -> Known:
    """Return what is ours in a left-over folder: by its list, else by its manifest."""
    plan = folder / PLAN
    if plan.is_symlink() or not plan.is_file():
        return published(folder)
    lines = plan.read_bytes().decode("utf-8", "replace").split("\n")[:-1]
    return known(dict.fromkeys(lines, ANY), PLAN)
