"""What the preview shows: the files of the last good build, the faults of the latest."""

from collections.abc import Mapping

from msgspec import Struct

from factsheet.reporting import Entry


class Attempt(Struct, frozen=True):
    """What came of one build."""

    files: Mapping[str, bytes] | None
    """The whole site by path, with forward slashes; None when an error kept it from being built."""
    faults: tuple[Entry, ...] = ()


class Snapshot(Struct, frozen=True):
    """What is served between two changes. A good page is never replaced by a broken one."""

    files: Mapping[str, bytes]
    """The last good build by path; empty as long as there was none."""
    faults: tuple[Entry, ...]
    """What the latest build found, errors and warnings."""
    number: int
    """Grows by one with each change that a reader can see; 0 before the first build."""


EMPTY = Snapshot({}, (), 0)


def following(snapshot: Snapshot, attempt: Attempt) -> Snapshot:
    """Return the snapshot after this attempt: the very same one when nothing looks different."""
    files = snapshot.files if attempt.files is None else attempt.files
    if snapshot.number and (files, attempt.faults) == (snapshot.files, snapshot.faults):
        return snapshot
    return Snapshot(files, attempt.faults, snapshot.number + 1)
