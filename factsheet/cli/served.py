"""The command that keeps a preview running."""

import gc
from pathlib import Path

import click

from factsheet.cli.telling import CLEAN, say, site_option
from factsheet.preview import serve


@click.command()
@site_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=5500, show_default=True, help="First port to try.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
def preview(folder: Path, host: str, port: int, open_browser: bool) -> int:
    """Serve the site on this machine and build it again on every save; end with Ctrl-C."""
    gc.enable()
    serve(folder, host=host, port=port, open_browser=open_browser, announce=say)
    return CLEAN
