"""Work shared out among processes: the same results, in the same order, for any number of them."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import pairwise, zip_longest
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PIECES = 8
"""Shares for each process: who is done early takes another one."""
LARGEST = 250
"""Things in one share: a run tells how far it is after each."""
FEW = 300
"""Things that one process has done sooner than several have begun."""
AHEAD = 2
"""Shares that another process has at once: one to work on, and the next."""
NOTHING: Any = object()

_work: Callable[[Any], Any]
"""In a process that works for another: what it does with a share."""


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shares(things: Sequence[T], jobs: int) -> list[Sequence[T]]:
    """Return shares of the things, as alike as may be: every n-th thing, from a different start."""
    pieces = max(jobs * PIECES if jobs > 1 else 1, -(-len(things) // LARGEST))
    return [things[start::pieces] for start in range(min(pieces, len(things)))]


def runs(things: Sequence[T], jobs: int) -> list[Sequence[T]]:
    """Return as many shares, each of things that stand side by side.

    What was made side by side lies so in memory: a forked process has pages of its own only of what
    it looks at.
    """
    pieces = len(shares(things, jobs))
    bounds = [len(things) * piece // pieces for piece in range(pieces + 1)] if pieces else []
    return [things[start:end] for start, end in pairwise(bounds)]


def together(made: Iterable[Sequence[R]]) -> list[R]:
    """Return what was made of each thing of the shares, in the order in which the things were."""
    rounds = zip_longest(*made, fillvalue=NOTHING)
    return [result for results in rounds for result in results if result is not NOTHING]


def spread(
    work: Callable[[Sequence[T]], R], given: Sequence[Sequence[T]], jobs: int
) -> Generator[R, None, None]:
    """Yield what the work makes of each share, in the order of the shares.

    This process is one of them: it begins with the first share, the others with the last, until
    they meet. The others are forked where the system can, and know all that is known here;
    elsewhere the work is sent to them, so it must be a function of a module with arguments that
    pickle. What they return is always sent back. An exception ends it all and is raised here. A
    process that is killed costs time: what it had not handed in is worked on here.
    """
    if jobs == 1 or len(given) < 2 or sum(map(len, given)) < FEW:
        yield from map(work, given)
        return
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(way)
    others = min(jobs, len(given)) - 1
    pool = ProcessPoolExecutor(others, context, _begin, (work,))
    sent: dict[int, Future[R]] = {}
    try:
        for number, share in enumerate(given):
            with suppress(BrokenProcessPool):
                _send(pool, given, sent, number, AHEAD * others)
            try:
                result = sent.pop(number).result() if number in sent else work(share)
            except BrokenProcessPool:
                result = work(share)
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _send(
    pool: ProcessPoolExecutor,
    given: Sequence[Sequence[T]],
    sent: dict[int, Future[R]],
    here: int,
    most: int,
) -> None:
    """Send shares from the last on, down to the one worked on here: at most so many wait."""
    under_way = sum(not future.done() for future in sent.values())
    free = range(min(sent, default=len(given)) - 1, here, -1)
    for number in free[: max(most - under_way, 0)]:
        sent[number] = pool.submit(_do, given[number])


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - a forked process inherits the work instead of being sent it
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started


def _do(share: Any) -> Any:
    return _work(share)
