"""Work shared out among processes: the same results, in the same order, for any number of them."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
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
NOTHING: Any = object()


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

    With more than one job it is made in several processes, unless there is too little of it.
    """
    early: dict[int, R] = {}
    wanted = 0
    for number, result in as_made(work, given, jobs):
        early[number] = result
        while wanted in early:
            yield early.pop(wanted)
            wanted += 1


def as_made(
    work: Callable[[Sequence[T]], R], given: Sequence[Sequence[T]], jobs: int
) -> Iterator[tuple[int, R]]:
    """Return what `spread` does, with the positions of the shares, as soon as each is made.

    Who needs no order need not hold what came early.
    """
    if jobs == 1 or len(given) < 2 or sum(map(len, given)) < FEW:
        return enumerate(map(work, given))
    from factsheet.pools import pooled  # small sites need not load what makes processes

    return pooled(work, given, min(jobs, len(given)) - 1)
