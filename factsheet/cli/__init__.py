"""The command line: one function a command. Faults of the caller and of ours end here."""

import io
import sys
import traceback

import click

from factsheet import __version__
from factsheet.cli.inquiries import diff, impact_of, status_of
from factsheet.cli.new import new
from factsheet.cli.releases import release
from factsheet.cli.schemas import schema
from factsheet.cli.sites import build, check, explain, preview, verify
from factsheet.cli.telling import OUR_BUG, WRONG_USE, say
from factsheet.diagnostics import UsageError

COMMANDS = (
    build, check, explain, preview, verify, new, release, diff, impact_of, status_of,
    schema,
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factsheet")
def commands() -> None:
    """Claims with the words they rest on: verified quotations, rendered as a static site."""


for command in COMMANDS:
    commands.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process: 0 clean, 1 faults, 2 wrong use, 3 a bug of ours."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(commands.main(args=arguments, standalone_mode=False))
    except (UsageError, click.ClickException) as fault:
        message = fault.format_message() if isinstance(fault, click.ClickException) else str(fault)
        say(f"factsheet: {message}", err=True)
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except Exception:
        traceback.print_exc()
        say("factsheet: this is a fault of factsheet itself, not of your records", err=True)
        sys.exit(OUR_BUG)
