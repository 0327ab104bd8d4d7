"""A folder written anew: outputs, their manifest, and a list of what was begun.

What is ours in a folder that a killed build left? Every path is written to the list `.plan` in it
before the file is made, and files are only ever made new, never opened. So what `.plan` names was
made by this tool, whatever its bytes came to. When all is written the list is removed, and the
manifest tells what is ours, with hashes.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from glob import escape
from pathlib import Path
from platform import node
from stat import S_IFREG
from typing import Protocol

from msgspec import Struct

from factsheet.addresses import MANIFEST
from factsheet.model import Output
from factsheet.publishing.keeping import NOTHING_OLD, Old, is_same, is_written_so, stands, take_over
from factsheet.publishing.making import claim, make_folder, write_file
from factsheet.publishing.manifests import ANY, Known, encode, known, published
from factsheet.saving import flush
from factsheet.seals import size_of

PLAN = ".plan"
LISTING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)


class Placed(Struct, frozen=True):
    """An output that was put: its bytes lie in the new folder, or stand in the old one."""

    path: str
    sha256: str
    size: int
    stands: bool
    """True: the old site has the very same file, and none was written."""


class Staged(Struct, frozen=True):
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
    if os.path.lexists(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    stage = Stage(folder, old)
    try:
        return stage.finished(tuple(work(stage)), inputs)
    finally:
        stage.close()


class Away(Protocol):
    """Where files are put from other processes; it can be sent to them."""

    def opened(self) -> AbstractContextManager[Callable[[Output], Placed]]:
        """Lend what puts the files of one share; at the end of the block they are there."""


class Stage:
    """The new folder while it is written, by this process and by those beside it.

    It is made when the first file is put that does not stand in the old one.
    """

    def __init__(self, folder: Path, old: Old, proof: str = "") -> None:
        self.folder = folder
        self.old = old
        self._proof = proof
        self._made: set[str] = set()
        self._taken = {MANIFEST: MANIFEST, PLAN: PLAN}
        self._plan: int | None = None

    def put(self, output: Output) -> Placed:
        """Write the output, unless it stands in the old site."""
        claim(output.path, self._taken)
        sha256 = hashlib.sha256(output.body).hexdigest()
        standing = stands(output.path, sha256, self.old)
        if not standing:
            self._begin([output.path])
            self._write(output)
        return Placed(output.path, sha256, len(output.body), standing)

    def keep(self, path: str) -> Placed | None:
        """Let the file stay that was found at this path in the old site; None where none was.

        One that was changed since then is found out when it is linked, or else left alone.
        """
        sha256, found = self.old.files.get(path, ""), self.old.seals.get(path, ())
        if not sha256 or not is_written_so(found, S_IFREG):
            return None
        claim(path, self._taken)
        return Placed(path, sha256, size_of(found), stands=True)

    def finished(self, placed: Iterable[Placed], inputs: Mapping[str, str]) -> Staged:
        """Link what stands, write the manifest over all that was put, and take the list away."""
        every = tuple(placed)
        files = self.files(every)
        size, manifest = sum(one.size for one in every), encode(inputs, files)
        standing = [one for one in every if one.stands]
        if len(standing) == len(every) and is_same(manifest, files, self.old):
            return Staged(files, size, same=True)
        self._begin([one.path for one in standing])
        for one in standing:
            body = take_over(one.path, one.sha256, self.old, self.folder)
            if body is not None:
                write_file(f"{self.folder}/{one.path}", body)
        self._begin([MANIFEST])
        write_file(f"{self.folder}/{MANIFEST}", manifest)
        self.close()
        (self.folder / PLAN).unlink()
        flush(self.folder)
        return Staged(files, size)

    def files(self, placed: Iterable[Placed]) -> dict[str, str]:
        """Return sha256 by path of all that was put, by this process and by others."""
        files: dict[str, str] = {}
        for one in placed:
            if one.path in files:
                raise ValueError("two processes put the same output")
            if one.path.casefold() not in self._taken:
                claim(one.path, self._taken)
            files[one.path] = one.sha256
        return files

    @contextmanager
    def away(self) -> Iterator["Away"]:
        """Lend what processes need that may stand on another machine: this, which can be sent.

        They see the folder when they see the file beside it.
        """
        for left in self.folder.parent.glob(f"{escape(self.folder.name)}.{'[0-9a-f]' * 16}"):
            if left.is_file() and not left.stat().st_size:  # of a build that was killed
                left.unlink()
        self._proof = f"{self.folder}.{os.urandom(8).hex()}"
        write_file(self._proof, b"")
        try:
            yield self
        finally:
            Path(self._proof).unlink(missing_ok=True)

    def __reduce__(self) -> tuple[type["Stage"], tuple[Path, Old, str]]:
        return Stage, (self.folder, self.old, self._proof)

    @contextmanager
    def opened(self) -> Iterator[Callable[[Output], Placed]]:
        """Lend what puts the files of one share; OSError where another folder has this path."""
        if not os.path.lexists(self._proof):
            raise OSError(f"the worker on {node()} does not see this folder")
        stage = Stage(self.folder, self.old)
        try:
            yield stage.put
        finally:
            stage.close()

    def close(self) -> None:
        if self._plan is not None:
            os.close(self._plan)
            self._plan = None

    def _begin(self, paths: Sequence[str]) -> None:
        """Make the folders of files, after their paths stand in the list."""
        if self._plan is None:
            make_folder(self.folder)
            self._plan = os.open(self.folder / PLAN, LISTING, 0o644)
        try:
            rest = memoryview("".join(f"{path}\n" for path in paths).encode())
            while rest:
                rest = rest[os.write(self._plan, rest) :]
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, str(self.folder / paths[0])) from fault
        for path in paths:
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
        while True:  # two processes may do so at once, and each take the other's away
            try:
                write_file(path, output.body)
            except FileExistsError:
                begun = (self.folder / PLAN).read_bytes().split(b"\n")
                if begun.count(output.path.encode()) < 2:  # once by us just now
                    raise
                Path(path).unlink(missing_ok=True)
            else:
                return


Work = Callable[[Stage], Iterable[Placed]]
"""Makes outputs and puts each, in whatever process, and tells what was put."""


def putting(outputs: Iterable[Output]) -> Work:
    """Return the work of putting outputs that are at hand."""
    return lambda stage: map(stage.put, outputs)


def left_by_build(folder: Path) -> Known:
    """Return what is ours in a left-over folder: by its list, else by its manifest."""
    plan = folder / PLAN
    if plan.is_symlink() or not plan.is_file():
        return published(folder)
    lines = plan.read_bytes().decode("utf-8", "replace").split("\n")[:-1]
    return known(dict.fromkeys(lines, ANY), PLAN)
