"""What a worker of a cluster does: one share at a time, and none for a build that has ended.

The scheduler may have a share made twice, on two workers, when it takes one of them for lost. That
is harmless while the build runs: both put the same files. What is put later would be put into
another build's folder, so a build that ends tells its workers.
"""

import pickle
import platform
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from threading import Lock
from typing import Any

from msgspec import Struct

from factsheet import GENERATOR
from factsheet.pages import ClaimCard
from factsheet.producing import Press, Put, make_claims, make_lists
from factsheet.publishing import Away

LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe")
"""Those whose version may show in the bytes of a page."""

_one = Lock()
"""A worker may have several threads, which would wait for each other anyway: there is one GIL."""
_ended: deque[str] = deque(maxlen=100)


class Lent(Struct, frozen=True):
    """What all shares of a build need, sent to each worker once."""

    build: str
    press: Press
    away: Away


class BuildEnded(Exception):
    """A share came after the end of its build; nobody waits for it."""


def dask_setup(_: object) -> None:
    """Leave Ctrl-C to the build; the library calls this in workers that a build starts itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def tool() -> str:
    """Return what has to be the same wherever a share is made."""
    python = ".".join(platform.python_version_tuple()[:2])
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{GENERATOR}, Python {python}, {libraries}"


def claims(packed: bytes, ids: Sequence[str]) -> list[tuple[Any, ClaimCard]]:
    """Return what `make_claims` returns for the share."""
    with opened(packed) as (press, put):
        return make_claims(press, put, ids)


def lists(packed: bytes, cards: dict[str, ClaimCard], names: Sequence[str]) -> list[Any]:
    """Return what `make_lists` returns for the share."""
    with opened(packed) as (press, put):
        return make_lists(press, put, cards, names)


@contextmanager
def opened(packed: bytes) -> Iterator[tuple[Press, Put[Any]]]:
    """Lend what makes and what puts the files of a share; at the end of the block they are there.

    Raises BuildEnded.
    """
    with _one:
        lent = unpacked(packed)
        if lent.build in _ended:
            raise BuildEnded
        with lent.away.opened() as put:
            yield lent.press, put


@lru_cache(maxsize=1)
def unpacked(packed: bytes) -> Lent:
    lent: Lent = pickle.loads(packed)
    return lent


def end(build: str) -> None:
    """Let no share of the build begin any more, wait for one that is being made, and forget it."""
    _ended.append(build)
    with _one:
        unpacked.cache_clear()
