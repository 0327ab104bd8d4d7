"""What was measured of one contender."""

from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One build."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds, of all cores together."""
    peak: float
    """MB, of the largest process."""


@dataclass(slots=True)
class Result:
    """All runs of one contender on one corpus, and what is wrong with its output."""

    name: str
    cold: list[Run] = field(default_factory=list)
    no_change: list[Run] = field(default_factory=list)
    edit: list[Run] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    """Seconds from a saved edit to the new page."""
    copy: list[float] = field(default_factory=list)
    """Seconds to copy the output."""
    together: float = 0.0
    """MB, of all processes together."""
    files: int = 0
    megabytes: float = 0.0
    faults: list[str] = field(default_factory=list)
    """What is missing from its output or differs."""
    failed: str = ""
    """Why it was not run to the end."""

    def seconds(self, what: str) -> float | None:
        """Return the median of the runs of one kind, None where none was made."""
        runs = getattr(self, what)
        return median(run.wall if isinstance(run, Run) else run for run in runs) if runs else None

    def peak(self) -> float | None:
        """Return the median peak of the cold builds, None where none was made."""
        return median(run.peak for run in self.cold) if self.cold else None
