"""The command line: one function a command. Faults of the caller and of ours end here."""

import gc
import io
import sys
from importlib import import_module

import click

from factsheet import __version__
from factsheet.cli.telling import OUR_BUG, WRONG_USE, say
from factsheet.diagnostics import UsageError

COMMANDS = {
    "build": "sites.build",
    "check": "sites.check",
    "diff": "inquiries.diff",
    "explain": "rules.explain",
    "impact": "inquiries.impact_of",
    "new": "new.new",
    "preview": "served.preview",
    "release": "releases.release",
    "schema": "schemas.schema",
    "status": "inquiries.status_of",
    "verify": "published.verify",
}
"""Where each command stands: a module of this folder, and the function in it."""


class Commands(click.Group):
    """Commands that are imported when they are asked for: a run needs one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"factsheet.cli.{module}"), function)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factsheet")
def commands() -> None:
    """Claims with the words they rest on: verified quotations, rendered as a static site."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process: 0 clean, 1 faults, 2 wrong use, 3 a bug of ours.

    A process that ends soon looks for no garbage, not at its end either.
    """
    gc.disable()
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
    except Exception:  # the traceback, without loading what is loaded to write one
        sys.excepthook(*sys.exc_info())
        say("factsheet: this is a fault of factsheet itself, not of your records", err=True)
        sys.exit(OUR_BUG)
    finally:
        gc.freeze()
