"""What the commands say, and the options that they share. Every run imports it: it stays light."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from factsheet.diagnostics import Diagnostic, errors

CLEAN, FAULTS, WRONG_USE, OUR_BUG = range(4)

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
jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes to share the work among; default: as many as there are processors.",
)
fresh_option = click.option(
    "--fresh", is_flag=True, help="Work everything out again, whatever is remembered."
)


def say(text: str, *, err: bool = False) -> None:
    """Print a line. click's own echo would send UTF-8 to a terminal that knows only ASCII."""
    print(text, file=sys.stderr if err else sys.stdout, flush=True)


def say_report(text: str, style: str, *, err: bool) -> None:
    """Print a report on faults; JSON and workflow commands always go to standard output."""
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
