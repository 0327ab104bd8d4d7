"""The measurements as Markdown."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.contenders import OURS
from benchmarks.nouns import Corpus
from benchmarks.results import Result

KINDS = {
    "cold": "cold build",
    "no_change": "no change",
    "edit": "one edit, run again",
    "server": "one edit, running server",
}
COLUMNS = (
    "", "cold, s", "no change, s", "one edit, s", "running server, s", "largest process, MB",
    "all processes, MB", "files", "MB", "cold ÷ copy", "output",
)  # fmt: skip


def machine() -> str:
    """Return what the measurements were made on, in a sentence."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GB of memory,"
        f" {platform.system()} {platform.release()}."
    )


def versions(told: Mapping[str, str]) -> str:
    """Return the versions of all tools, in a sentence."""
    return ", ".join(f"{name} {version.lstrip('v')}" for name, version in told.items()) + "."


def table(corpus: Corpus, results: Sequence[Result], rounds: int) -> str:
    """Return the table of one size, the ratios below it, and what is wrong with any output."""
    copy = next((result.seconds("copy") for result in results), None)
    lines = [
        f"\n### {_size(corpus)}\n",
        f"Medians of {rounds} rounds.\n" if rounds > 1 else "One round.\n",
        *_rows(COLUMNS, (_row(result, copy) for result in results)),
        "",
        *_ratios(results),
    ]
    if copy is not None:
        lines.append(f"\nA plain copy (`cp -r`) of this tool's output takes {copy:.3f} s.")
    for result in results:
        lines += (f"- {result.name}: {fault}" for fault in result.faults)
        lines += (f"- {result.name} failed: {result.failed}",) if result.failed else ()
    return "\n".join(lines)


def _size(corpus: Corpus) -> str:
    return (
        f"{len(corpus.claims):,} claims, {corpus.citations():,} quotations,"
        f" {corpus.sources:,} articles"
    )


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" + "|--:" * (len(head) - 1) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _row(result: Result, copy: float | None) -> tuple[str, ...]:
    cold = result.seconds("cold")
    return (
        result.name,
        *(_shown(result.seconds(kind)) for kind in KINDS),
        _whole(result.peak()),
        _whole(result.together),
        f"{result.files:,}",
        f"{result.megabytes:.1f}",
        f"{cold / copy:.1f}" if cold and copy else "–",
        "failed" if result.failed else "differs" if result.faults else "as it must be",
    )


def _ratios(results: Sequence[Result]) -> Iterator[str]:
    """Yield the table of this tool's times as parts of the fastest peer's."""
    ours = next(result for result in results if result.name == OURS)
    peers = [result for result in results if result.name != OURS]
    on_yaml = [peer for peer in peers if peer.name.endswith("-yaml")]
    rows = [
        (told, _ratio(ours, on_yaml, kind), _ratio(ours, peers, kind))
        for kind, told in KINDS.items()
    ]
    head = (f"{OURS} ÷ fastest peer", "on YAML records", "on any input")
    if peers:
        yield from _rows(head, rows)


def _ratio(ours: Result, peers: Iterable[Result], kind: str) -> str:
    timed = [(seconds, peer.name) for peer in peers if (seconds := peer.seconds(kind))]
    own = ours.seconds(kind)
    if not timed or own is None:
        return "–"
    fastest, name = min(timed)
    return f"{own / fastest:.2f} ({name})"


def _whole(number: float | None) -> str:
    return f"{number:.0f}" if number else "–"


def _shown(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}"


def _processor() -> str:
    """Return the processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
