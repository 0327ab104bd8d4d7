"""A folder written anew: outputs, their manifest, and a list of what was begun.

What is ours in a folder that a killed build left? Every path is written to the list `.plan` in it
before the file is made, and files are only ever made new, never opened. So what `.plan` names was
made by this tool, whatever its bytes came to. When all is written the list is removed, and the
manifest tells what is ours, with hashes.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from factsheet.addresses import MANIFEST
from factsheet.model import Output
from factsheet.publishing.keeping import NOTHING_OLD, Old, is_same, stands, take_over
from factsheet.publishing.manifests import ANY, Known, encode, known, published
from factsheet.saving import flush

PLAN = ".plan"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Staged:
    """What was written, without the manifest."""

    files: Mapping[str, str]
    """sha256 by path."""
    bytes: int
    same: bool = False
    """True: the old site is the same to the byte, and no folder was made."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """An output, or what is left of one that stands in the old site: its bytes lie there."""

    path: str
    sha256: str
    size: int
    body: bytes | None


def write(
    outputs: Iterable[Output], folder: Path, inputs: Mapping[str, str], old: Old = NOTHING_OLD
) -> Staged:
    """Write the outputs and their manifest into a new folder and return what was written.

    What stands in the old folder is linked; when all of it does, nothing is written at all. Files
    are 0644 and folders 0755 whatever the umask. OSErrors name the file.
    ValueError for a path that no file of a site may have, or that two outputs share: a bug.
    """
    every = _hashed(outputs, old)
    standing, first = _before_the_first_new(every)
    files = {one.path: one.sha256 for one in standing}
    if first is None and is_same(encode(inputs, files), files, old):
        return Staged(files, sum(one.size for one in standing), same=True)
    rest = chain(standing, (first,) if first else (), every)
    make_folder(folder)
    plan = os.open(folder / PLAN, NEW | os.O_APPEND, 0o644)
    try:
        staged = _write_all(rest, folder, plan, old)
        _begin(MANIFEST, folder, plan)
        write_file(f"{folder}/{MANIFEST}", encode(inputs, staged.files))
    finally:
        os.close(plan)
    (folder / PLAN).unlink()
    flush(folder)
    return staged


def _hashed(outputs: Iterable[Output], old: Old) -> Iterator[Hashed]:
    taken = {MANIFEST: MANIFEST, PLAN: PLAN}
    for output in outputs:
        claim(output.path, taken)
        sha256 = hashlib.sha256(output.body).hexdigest()
        body = None if stands(output.path, sha256, old) else output.body
        yield Hashed(output.path, sha256, len(output.body), body)


def _before_the_first_new(every: Iterator[Hashed]) -> tuple[list[Hashed], Hashed | None]:
    """Return what stands up to the first that does not, and that one; None when all stand."""
    standing: list[Hashed] = []
    for one in every:
        if one.body is not None:
            return standing, one
        standing.append(one)
    return standing, None


def _write_all(every: Iterable[Hashed], folder: Path, plan: int, old: Old) -> Staged:
    made = {""}
    files: dict[str, str] = {}
    size = 0
    for one in every:
        _begin(one.path, folder, plan)
        _make_parents(one.path, folder, made)
        body = take_over(one.path, one.sha256, old, folder) if one.body is None else one.body
        if body is not None:
            write_file(f"{folder}/{one.path}", body)
        files[one.path] = one.sha256
        size += one.size
    return Staged(files, size)


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


def _begin(path: str, folder: Path, plan: int) -> None:
    try:
        os.write(plan, path.encode() + b"\n")
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(folder / path)) from fault


def _make_parents(path: str, folder: Path, made: set[str]) -> None:
    parent = path.rpartition("/")[0]
    if parent not in made:
        _make_parents(parent, folder, made)
        make_folder(folder / parent)
        made.add(parent)


def make_folder(folder: Path) -> None:
    """Make a folder that is not there yet, 0755 whatever the umask."""
    folder.mkdir()
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
