"""Processes that work beside this one."""

import multiprocessing
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Shares that another process has at once: one to work on, and the next."""
TAKEN: "Future[Any]" = Future()
"""In the place of what came back and was handed on: nobody holds it longer."""
TAKEN.set_result(None)

_work: Callable[[Any], Any]
"""In a process that works for another: what it does with a share."""


def pooled(
    work: Callable[[Sequence[T]], R], given: Sequence[Sequence[T]], others: int
) -> Generator[tuple[int, R], None, None]:
    """Yield what the work makes of each share with the share's position, as it comes.

    This process begins with the first share, the others with the last, until they meet. The others
    are forked where the system can, and know all that is known here; elsewhere the work is sent to
    them, so it must be a function of a module with arguments that pickle. What they return is
    always sent back. An exception ends it all and is raised here. A process that is killed costs
    time: what it had not handed in is worked on here.
    """
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(way)
    pool = ProcessPoolExecutor(others, context, _begin, (work,))
    sent: dict[int, Future[R]] = {}
    try:
        for number, share in enumerate(given):
            with suppress(BrokenProcessPool):
                _send(pool, given, sent, number, AHEAD * others)
            yield from _arrived(sent)
            future = sent.pop(number, None)
            if future is TAKEN:
                continue
            try:
                result = future.result() if future else work(share)
            except BrokenProcessPool:
                result = work(share)
            yield number, result
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


def _arrived(sent: dict[int, Future[R]]) -> Generator[tuple[int, R], None, None]:
    """Yield what came back; the shares of a process that was killed stay where they are."""
    for number, future in sent.items():
        if future is TAKEN or not future.done():
            continue
        with suppress(BrokenProcessPool):
            result = future.result()
            sent[number] = TAKEN
            yield number, result


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - a forked process inherits the work instead of being sent it
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that was started


def _do(share: Any) -> Any:
    return _work(share)
