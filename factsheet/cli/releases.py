"""The command that records what readers are given."""

from pathlib import Path

import click

from factsheet.cli.reports import tell
from factsheet.cli.telling import CLEAN, FAULTS, say, site_option, tally
from factsheet.diagnostics import errors
from factsheet.examining import examine
from factsheet.inquiries.differences import difference, summary
from factsheet.releases import RELEASE_FILE, Release, as_json
from factsheet.releasing import release_of
from factsheet.saving import replace_file


@click.command("release")
@site_option
def release(folder: Path) -> int:
    """Record in released.json what readers are given, for later changes to be held against."""
    examined = examine(folder)
    if examined.site is None or errors(examined.diagnostics):
        tell(errors(examined.diagnostics), folder, "text", err=True)
        say(f"nothing recorded: {tally(examined.diagnostics)}", err=True)
        return FAULTS
    now = release_of(examined.site)
    written = replace_file(folder / RELEASE_FILE, as_json(now))
    changed = summary(difference(examined.site.released or Release(), now))
    say(f"written: {written}: {len(now.claims)} claims; since the release before: {changed}")
    return CLEAN
