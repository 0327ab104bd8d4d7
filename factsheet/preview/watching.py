"""Watching the editors' folders, and one build after each burst of changes."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from watchfiles import Change, watch

from factsheet.preview.snapshots import Attempt

QUIET = 10
"""Milliseconds without a change that end a burst: an editor saves a file in several steps."""
LONGEST = 10_000
"""Milliseconds after which a burst that does not end is built all the same."""
LOOK = 1_000
"""Milliseconds between looks at whether the watched folders are still the same folders."""

Standing = Mapping[Path, tuple[int, int]]


def keep_building(
    build: Callable[[], Attempt],
    hand_over: Callable[[Attempt], None],
    folders: Iterable[Path],
    stop: threading.Event,
) -> None:
    """Hand over the outcome of a build after each burst of changes, until told to stop.

    The watcher collects on its own while a build runs, so all that changes meanwhile causes
    exactly one more build.
    """
    for _ in bursts(tuple(folders), stop):
        attempt = build()
        if not stop.is_set():
            hand_over(attempt)


def bursts(folders: tuple[Path, ...], stop: threading.Event) -> Iterator[None]:
    """Yield after each burst of changes below the folders, of which some may not be there yet.

    A watch on a folder that was taken away and made again sees nothing more; it is set anew then.
    Each new watch begins with a yield, for what changed before it was set. Where the system lets
    nothing be watched there is a yield a second instead: slow, but no edit is missed.
    """
    while not stop.is_set():
        try:
            yield from bursts_of(folders, standing(folders), stop)
        except (OSError, RuntimeError):
            stop.wait(LOOK / 1000)
            yield


def bursts_of(
    folders: tuple[Path, ...], watched: Standing, stop: threading.Event
) -> Iterator[None]:
    """Yield once, and then after each burst, as long as the folders are those watched."""
    due = True
    for changes in watch(
        *watched,
        watch_filter=None,
        debounce=LONGEST,
        step=QUIET,
        stop_event=stop,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if due or changes:
            yield
        due = False
        if standing(folders) != watched or lost(changes, watched):
            return


def standing(folders: Iterable[Path]) -> Standing:
    """Return those of the folders that are there, each with its device and file number."""
    there = ((folder, folder.stat()) for folder in folders if folder.is_dir())
    return {folder: (at.st_dev, at.st_ino) for folder, at in there}


def lost(changes: Iterable[tuple[Change, str]], watched: Standing) -> bool:
    """Return whether a watched folder was deleted: one made anew may have the same number."""
    return any(change == Change.deleted and Path(path) in watched for change, path in changes)
