"""Commands over a whole site."""

import sys
import time
from importlib import resources
from pathlib import Path

import click

from factsheet import building, publishing
from factsheet.cli.telling import (
    CLEAN,
    FAULTS,
    counted,
    format_option,
    progress,
    quiet_option,
    say,
    site_option,
    strict_option,
    tally,
    tell,
)
from factsheet.clock import Clock
from factsheet.diagnostics import UsageError
from factsheet.spelling import suggestion


@click.command()
@site_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: site/ in --site.")
@strict_option
@format_option
@quiet_option
@click.option("--own-templates/--no-own-templates", default=True, help="Use the site's templates/.")
@click.option("--profile", is_flag=True, help="Tell how long each step took.")
def build(
    folder: Path,
    output: Path | None,
    strict: bool,
    style: str,
    quiet: bool,
    own_templates: bool,
    profile: bool,
) -> int:
    """Prove every quotation and publish the site; a single error publishes nothing."""
    begun = time.perf_counter()
    clock = Clock()
    out = output or folder / "site"
    watch = iter if quiet or not sys.stderr.isatty() else progress
    built = building.build(
        folder, out, strict=strict, own_templates=own_templates, watch=watch, clock=clock
    )
    tell(built.diagnostics, folder, style, err=True)
    if profile:
        say(clock.table().removesuffix("\n"), err=True)
    if built.published is None:
        if not quiet:
            say(f"nothing published: {tally(built.diagnostics)}", err=True)
        return FAULTS
    if not quiet and built.site is not None:
        site, seconds = built.site, time.perf_counter() - begun
        cites = sum(len(claim.cites) for claim in site.claims.values())
        say(
            f"{out}: {counted(built.published.files, 'file')} ({built.published.written} written), "
            f"{counted(len(site.claims), 'claim')}, {counted(cites, 'quotation')} found in "
            f"{counted(len(site.sources), 'article')}, "
            f"{tally(built.diagnostics)}, {seconds:.2f} s"
        )
    return CLEAN


@click.command()
@site_option
@strict_option
@format_option
@quiet_option
def check(folder: Path, strict: bool, style: str, quiet: bool) -> int:
    """Tell every fault of the records, and write nothing."""
    examined = building.examine(folder)
    tell(examined.diagnostics, folder, style, err=False)
    if not quiet and style == "text":
        say(tally(examined.diagnostics, len(examined.accepted)))
    return CLEAN if examined.sound(strict) else FAULTS


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Tell what a RULE asks, why, and how a record is mended; without RULE, list them all."""
    folder = resources.files("factsheet") / "rules"
    pages = {page.name.removesuffix(".md"): page for page in folder.iterdir()}
    if rule is None:
        for name, page in sorted(pages.items()):
            what = page.read_text(encoding="utf-8").split("\n")[2]
            say(f"{name:28} {what}")
        return CLEAN
    if rule not in pages:
        known = suggestion(rule, pages) or "`factsheet explain` lists them"
        raise UsageError(f"there is no rule `{rule}`; {known}")
    say(pages[rule].read_text(encoding="utf-8").rstrip("\n"))
    return CLEAN


@click.command()
@site_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=5500, show_default=True, help="First port to try.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
def preview(folder: Path, host: str, port: int, open_browser: bool) -> int:
    """Serve the site on this machine and build it again on every save; end with Ctrl-C."""
    from factsheet.preview import serve

    serve(folder, host=host, port=port, open_browser=open_browser, announce=say)
    return CLEAN


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def verify(folder: Path) -> int:
    """Compare a published FOLDER, or a copy of one, with its manifest, byte for byte."""
    found = publishing.verify(folder)
    tell(found, folder, "text", err=False)
    say("every file is as published" if not found else tally(found))
    return FAULTS if found else CLEAN
