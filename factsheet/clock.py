"""Where the time of a run goes: seconds by step, each moment counted for one step alone."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

Watch = Callable[[str, int, int], object]
"""Told how far a run is: the step, how much of it is done, and of how much (0: not known)."""


def unwatched(step: str, done: int, of: int) -> None:
    """Tell nobody."""


class Clock:
    """Counts for the innermost step that is open; what no step claims is counted nowhere."""

    def __init__(
        self, watch: Watch = unwatched, now: Callable[[], float] = time.perf_counter
    ) -> None:
        self.spent: dict[str, float] = {}
        """Seconds by step, in the order of leaving them: what feeds another comes first."""
        self._counted: dict[str, float] = {}
        self._watch = watch
        self._now = now
        self._open: list[str] = []
        self._since = 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count until the end of the block; a step inside another takes its time from it."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self.spent[name] = self._counted[self._open.pop()]

    def each(
        self, name: str, values: Iterable[T], of: int = 0, size: Callable[[T], int] = lambda _: 1
    ) -> Iterator[T]:
        """Yield the values, counting what it takes to make each and not what is done with it.

        Whoever watches is told after each, `of` how much there is in all, as `size` counts it.
        """
        iterator = iter(values)
        done = 0
        while True:
            with self.step(name):
                found = tuple(islice(iterator, 1))
            if not found:
                return
            done += size(found[0])
            self._watch(name, done, of)
            yield found[0]

    def table(self) -> str:
        """Return a line a step: its name, seconds, and part of the whole in per cent."""
        whole = sum(self.spent.values()) or 1.0
        return "".join(
            f"{name:10} {seconds:8.3f} s {100 * seconds / whole:4.0f} %\n"
            for name, seconds in self.spent.items()
        )

    def _turn(self) -> None:
        now = self._now()
        if self._open:
            name = self._open[-1]
            self._counted[name] = self._counted.get(name, 0.0) + now - self._since
        self._since = now
