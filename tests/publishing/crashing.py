"""A program of its own: publish again and again, and let each system call once be the last.

    python tests/publishing/crashing.py kill|fail exchange|renames FOLDER

For n = 1, 2, 3 … a fork publishes a new site over an old one; at its n-th call of the file system
it is ended (`kill`) or the call fails (`fail`, with each fault of R-503 by turns). `renames` plays
a system that cannot exchange two folders. Prints one JSON object a line for every n: what lies in
the folder afterwards (`old`, `new`, `none` or `mixed`), what the build said, and what lies there
and beside it after one more build without any fault.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType

from factsheet.diagnostics import Diagnostic
from factsheet.model import Output
from factsheet.publishing import publish, putting

WATCHED = {"posix", "_io", "fcntl"}
"""Modules of Python whose functions call the file system."""
PURE = {"fspath", "_path_normpath"}
"""Functions of theirs that do not."""
FAULTS = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EIO)
OLD = {"index.html": b"old", "claims/kept.html": b"same", "claims/gone.html": b"gone"}
NEW = {"index.html": b"new", "claims/kept.html": b"same", "topics/added.html": b"added"}

Blow = Callable[[int], None]


def outputs(files: dict[str, bytes]) -> Iterator[Output]:
    return (Output(path, body) for path, body in files.items())


def build(files: dict[str, bytes], folder: Path) -> tuple[Diagnostic, ...]:
    return publish(
        putting(outputs(files)), folder, digests={"content/a.yaml": "0" * 64}, keep_out=()
    )[1]


def kill(_: int) -> None:
    os._exit(9)


def fail(count: int) -> None:
    code = FAULTS[count % len(FAULTS)]
    raise OSError(code, os.strerror(code))


def module_of(function: object) -> str:
    """Return the module that a function of C, or the object it is a method of, belongs to."""
    owner = getattr(function, "__self__", None)
    return owner.__name__ if isinstance(owner, ModuleType) else type(owner).__module__


def strike(number: int, blow: Blow) -> None:
    """From now on let the watched call of this number be the last, or fail."""
    calls = 0

    def profile(_: FrameType, event: str, function: object) -> None:
        nonlocal calls
        name = getattr(function, "__name__", "")
        if event == "c_call" and module_of(function) in WATCHED and name not in PURE:
            calls += 1
            if calls == number:
                sys.setprofile(None)
                blow(number)

    sys.setprofile(profile)


def forbid_exchange(event: str, _: tuple[object, ...]) -> None:
    if event == "ctypes.dlsym":
        raise AttributeError("renameat2")


def run(number: int, blow: Blow, exchange: bool, folder: Path) -> dict[str, object]:
    """Publish the new site in a fork with that blow; return how it ended and what it said."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if not exchange:
            sys.addaudithook(forbid_exchange)
        strike(number, blow)
        told = build(NEW, folder)
        spared = sys.getprofile() is not None
        sys.setprofile(None)
        said = [[fault.rule, fault.severity, fault.place.file, fault.message] for fault in told]
        os.write(writer, json.dumps({"said": said, "spared": spared}).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        result: dict[str, object] = json.loads(pipe.read() or '{"said": null, "spared": false}')
    return result | {"exit": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}


def state(folder: Path) -> str:
    """Tell which site the folder holds, byte for byte."""
    if not folder.exists():
        return "none"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    manifest = json.loads(files.pop("manifest.json", b"{}"))
    for name, site in (("old", OLD), ("new", NEW)):
        if files == site and set(manifest.get("files", ())) == set(site):
            return name
    return "mixed"


def main(how: str, system: str, ground: Path) -> None:
    blow, exchange = {"kill": kill, "fail": fail}[how], system == "exchange"
    number, more = 0, True
    while more:
        number += 1
        shutil.rmtree(ground, ignore_errors=True)
        folder = ground / "site"
        before = build(OLD, folder)
        result = run(number, blow, exchange, folder)
        found = state(folder)
        again = [fault.rule for fault in build(NEW, folder)]
        beside = sorted(path.name for path in ground.iterdir())
        more = number < 1000 and not result["spared"]
        result |= {"before": len(before), "found": found, "again": again, "finally": state(folder)}
        print(json.dumps({"call": number, **result, "beside": beside}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
