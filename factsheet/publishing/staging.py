"""A folder written anew: outputs, their manifest, and a list of what was begun.

What is ours in a folder that a killed build left? Every path is written to the list `.plan` in it
before the file is made, and files are only ever made new, never opened. So what `.plan` names was
made by this tool, whatever its bytes came to. When all is written the list is removed, and the
manifest tells what is ours, with hashes.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsheet.addresses import MANIFEST
from factsheet.model import Output
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


def write(outputs: Iterable[Output], folder: Path, inputs: Mapping[str, str]) -> Staged:
    """Write the outputs and their manifest into a new folder and return what was written.

    Files are 0644 and folders 0755 whatever the umask. OSErrors name the file.
    ValueError for a path that no file of a site may have, or that two outputs share: a bug.
    """
    make_folder(folder)
    plan = os.open(folder / PLAN, NEW | os.O_APPEND, 0o644)
    try:
        staged = _write_all(outputs, folder, plan)
        _begin(MANIFEST, folder, plan)
        write_file(f"{folder}/{MANIFEST}", encode(inputs, staged.files))
    finally:
        os.close(plan)
    (folder / PLAN).unlink()
    flush(folder)
    return staged


def _write_all(outputs: Iterable[Output], folder: Path, plan: int) -> Staged:
    taken = {MANIFEST: MANIFEST, PLAN: PLAN}
    made = {""}
    files: dict[str, str] = {}
    size = 0
    for output in outputs:
        claim(output.path, taken)
        _begin(output.path, folder, plan)
        _make_parents(output.path, folder, made)
        write_file(f"{folder}/{output.path}", output.body)
        files[output.path] = hashlib.sha256(output.body).hexdigest()
        size += len(output.body)
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
