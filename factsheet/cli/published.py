"""The command that looks after a published site."""

from pathlib import Path

import click

from factsheet import publishing
from factsheet.cli.reports import tell
from factsheet.cli.telling import CLEAN, FAULTS, say, tally


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def verify(folder: Path) -> int:
    """Compare a published FOLDER, or a copy of one, with its manifest, byte for byte."""
    found = publishing.verify(folder)
    tell(found, folder, "text", err=False)
    say("every file is as published" if not found else tally(found))
    return FAULTS if found else CLEAN
