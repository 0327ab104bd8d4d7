"""Faults on the terminal."""

from collections.abc import Iterable
from pathlib import Path

from factsheet.cli.telling import say_report
from factsheet.diagnostics import Diagnostic
from factsheet.reporting import report


def tell(found: Iterable[Diagnostic], folder: Path, style: str, *, err: bool) -> None:
    """Print the diagnostics of a site in this folder."""
    say_report(report(found, folder, style), style, err=err)
