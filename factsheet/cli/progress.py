"""How far a run is, on a terminal."""

import time
from typing import Any

PATIENCE = 0.5
"""Seconds after which a run shows how far it is."""
OFTEN = 0.1
"""Seconds between two looks."""


class Bar:
    """A line with the step, how much of it is done, and how fast; gone when the run is over.

    It is drawn when the run tells of itself, not by a thread: processes are forked meanwhile.
    What draws is loaded only for runs that take their time.
    """

    def __init__(self) -> None:
        now = time.perf_counter()
        self._due = now + PATIENCE
        self._step, self._since = "", now
        self._drawn: Any = None

    def watch(self, step: str, done: int, of: int) -> None:
        """Take note of how far a step is, and draw it when it is time."""
        now = time.perf_counter()
        if step != self._step:
            self._step, self._since = step, now
        if now >= self._due:
            self._draw(done, of, done / max(now - self._since, OFTEN))
            self._due = now + OFTEN

    def close(self) -> None:
        """Take the line away."""
        if self._drawn is not None:
            self._drawn.stop()

    def _draw(self, done: int, of: int, rate: float) -> None:
        from rich.progress import BarColumn, Progress, TextColumn

        if self._drawn is None:
            columns = (TextColumn("{task.description}"), BarColumn())
            self._drawn = Progress(*columns, transient=True, auto_refresh=False)
            self._drawn.add_task("")
            self._drawn.start()
        counted = f"{done:,} of {of:,}" if of else f"{done:,}"
        told = f"{self._step:8} {counted}, {rate:,.0f} a second"
        self._drawn.update(0, description=told, completed=done, total=of or None)
        self._drawn.refresh()
