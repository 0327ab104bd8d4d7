"""The command line: one function a command. Faults of the caller and of ours end here."""

import io
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import get_args

import click

from factsheet import __version__, building, publishing, scaffolding
from factsheet.diagnostics import Diagnostic, UsageError, errors
from factsheet.model import EntityType, Kind, Output
from factsheet.reporting import report
from factsheet.spelling import suggestion

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factsheet")
def commands() -> None:
    """Claims with the words they rest on: verified quotations, rendered as a static site."""


@commands.command()
@site_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: site/ in --site.")
@strict_option
@format_option
@quiet_option
@click.option("--own-templates/--no-own-templates", default=True, help="Use the site's templates/.")
def build(
    folder: Path, output: Path | None, strict: bool, style: str, quiet: bool, own_templates: bool
) -> int:
    """Prove every quotation and publish the site; a single error publishes nothing."""
    begun = time.perf_counter()
    out = output or folder / "site"
    watch = iter if quiet or not sys.stderr.isatty() else progress
    built = building.build(folder, out, strict=strict, own_templates=own_templates, watch=watch)
    tell(built.diagnostics, folder, style, err=True)
    if built.published is None:
        if not quiet:
            click.echo(f"nothing published: {tally(built.diagnostics)}", err=True)
        return FAULTS
    if not quiet and built.site is not None:
        site, seconds = built.site, time.perf_counter() - begun
        cites = sum(len(claim.cites) for claim in site.claims.values())
        click.echo(
            f"{out}: {built.published.files} files ({built.published.changed} changed), "
            f"{len(site.claims)} claims, {cites} quotations found in {len(site.sources)} articles, "
            f"{tally(built.diagnostics)}, {seconds:.2f} s"
        )
    return CLEAN


@commands.command()
@site_option
@strict_option
@format_option
@quiet_option
def check(folder: Path, strict: bool, style: str, quiet: bool) -> int:
    """Tell every fault of the records, and write nothing."""
    examined = building.examine(folder)
    tell(examined.diagnostics, folder, style, err=False)
    if not quiet and style == "text":
        click.echo(tally(examined.diagnostics))
    return CLEAN if examined.sound(strict) else FAULTS


@commands.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Tell what a RULE asks, why, and how a record is mended; without RULE, list them all."""
    pages = {
        page.name.removesuffix(".md"): page
        for page in (resources.files("factsheet") / "rules").iterdir()
        if page.name.endswith(".md")
    }
    if rule is None:
        click.echo("\n".join(sorted(pages)))
        return CLEAN
    if rule not in pages:
        known = suggestion(rule, pages) or "`factsheet explain` lists them"
        raise UsageError(f"there is no rule `{rule}`; {known}")
    click.echo(pages[rule].read_text(encoding="utf-8").rstrip("\n"))
    return CLEAN


@commands.command()
@site_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=5500, show_default=True, help="First port to try.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser window.")
def preview(folder: Path, host: str, port: int, open_browser: bool) -> int:
    """Serve the site on this machine and build it again on every save; end with Ctrl-C."""
    from factsheet.preview import serve

    serve(folder, host=host, port=port, open_browser=open_browser, announce=click.echo)
    return CLEAN


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def verify(folder: Path) -> int:
    """Compare a published FOLDER, or a copy of one, with its manifest, byte for byte."""
    found = publishing.verify(folder)
    tell(found, folder, "text", err=False)
    click.echo("every file is as published" if not found else tally(found))
    return FAULTS if found else CLEAN


@commands.group()
def new() -> None:
    """Make a new site or a new record in it."""


@new.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
def new_site(folder: Path) -> int:
    """Make a small site in FOLDER, with one example of each record."""
    tell_written(scaffolding.new_site(folder))
    click.echo(f"now: cd {folder} && factsheet build && factsheet preview")
    return CLEAN


@new.command("source")
@click.argument("id")
@click.argument("article", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--title", required=True, help="The article's own headline.")
@site_option
def new_source(id: str, article: Path, title: str, folder: Path) -> int:
    """Make the record ID of the text file ARTICLE, which is copied into seeds/."""
    written = scaffolding.new_source(folder, id, article, title)
    tell_written((written,))
    missing = scaffolding.missing_of_source(written.read_text(encoding="utf-8"))
    click.echo(f"still missing, as far as they are known: {', '.join(missing)}")
    return CLEAN


@new.command("topic")
@click.argument("id")
@click.option("--title", required=True)
@site_option
def new_topic(id: str, title: str, folder: Path) -> int:
    """Make the record of a topic."""
    tell_written((scaffolding.new_topic(folder, id, title),))
    return CLEAN


@new.command("entity")
@click.argument("id")
@click.option("--name", required=True)
@click.option(
    "--type", "type_", type=click.Choice(get_args(EntityType)), required=True, help="What it is."
)
@site_option
def new_entity(id: str, name: str, type_: str, folder: Path) -> int:
    """Make the record of a person, an organization or a place."""
    tell_written((scaffolding.new_entity(folder, id, name, type_),))
    return CLEAN


@new.command("claim")
@click.argument("id")
@click.option("--claim", required=True, help="Your own sentence.")
@click.option("--quote", required=True, help="The article's exact words.")
@click.option("--source", required=True, help="Id of the source.")
@click.option("--topic", required=True, help="Id of the topic; the claim goes into its file.")
@click.option("--kind", type=click.Choice(get_args(Kind)), default="event", show_default=True)
@site_option
def new_claim(
    id: str, claim: str, quote: str, source: str, topic: str, kind: str, folder: Path
) -> int:
    """Add a claim to content/claims/TOPIC.yaml and say at once whether its words were found."""
    written = scaffolding.new_claim(
        folder, id, claim=claim, kind=kind, topic=topic, source=source, quote=quote
    )
    tell_written((written,))
    file = written.relative_to(folder).as_posix()
    found = tuple(d for d in building.examine(folder).diagnostics if d.place.file == file)
    tell(found, folder, "text", err=False)
    return FAULTS if errors(found) else CLEAN


def tell(found: Iterable[Diagnostic], folder: Path, style: str, *, err: bool) -> None:
    """Print the diagnostics; JSON and workflow commands always go to standard output."""
    text = report(found, folder, style)
    if text:
        click.echo(text, err=err and style == "text", nl=style == "text")


def tell_written(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"written: {path}")


def tally(found: Iterable[Diagnostic]) -> str:
    """Return how many faults there are, in words."""
    found = tuple(found)
    wrong = len(errors(found))
    return f"{counted(wrong, 'error')}, {counted(len(found) - wrong, 'warning')}"


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


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process: 0 clean, 1 faults, 2 wrong use, 3 a bug of ours."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(commands.main(args=arguments, standalone_mode=False))
    except (UsageError, click.ClickException) as fault:
        message = fault.format_message() if isinstance(fault, click.ClickException) else str(fault)
        click.echo(f"factsheet: {message}", err=True)
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except Exception:
        traceback.print_exc()
        click.echo("factsheet: this is a fault of factsheet itself, not of your records", err=True)
        sys.exit(OUR_BUG)
