"""What the commands print, and the options that they share."""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from factsheet.diagnostics import Diagnostic, errors
from factsheet.model import Output
from factsheet.reporting import report

CLEAN, FAULTS, WRONG_USE, OUR_BUG = range(4)
PATIENCE = 0.5
"""Seconds after which a build shows how far it is."""

site_option = click.option(
    "--site",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The site's folder: it holds content/ and seeds/.",
)
strict_option = click.option("--strict", is_flag=True, help="Take warnings for errors.")
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How faults are told.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but faults.")


def say(text: str, *, err: bool = False) -> None:
    """Print a line. click's own echo would send UTF-8 to a terminal that knows only ASCII."""
    print(text, file=sys.stderr if err else sys.stdout, flush=True)


def tell(found: Iterable[Diagnostic], folder: Path, style: str, *, err: bool) -> None:
    """Print the diagnostics; JSON and workflow commands always go to standard output."""
    text = report(found, folder, style)
    if text:
        say(text.removesuffix("\n") + "\n" * (style == "text"), err=err and style == "text")


def tell_written(paths: Iterable[Path]) -> None:
    for path in paths:
        say(f"written: {path}")


def tally(found: Iterable[Diagnostic], accepted: int = 0) -> str:
    """Return how many faults there are, in words, and how many warnings records accept."""
    found = tuple(found)
    wrong = len(errors(found))
    told = f"{counted(wrong, 'error')}, {counted(len(found) - wrong, 'warning')}"
    return f"{told}, {accepted} accepted" if accepted else told


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def progress(outputs: Iterator[Output]) -> Iterator[Output]:
    """Pass the outputs on, and count them on the terminal once it takes longer than a blink."""
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    begun = time.perf_counter()
    bar = Progress(TextColumn("{task.completed:,.0f} files"), TimeElapsedColumn(), transient=True)
    task = bar.add_task("", total=None)
    try:
        for output in outputs:
            yield output
            bar.advance(task)
            if not bar.live.is_started and time.perf_counter() - begun > PATIENCE:
                bar.start()
    finally:
        bar.stop()
