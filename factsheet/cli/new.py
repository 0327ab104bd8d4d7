"""Commands that make a new site, or a new record in one."""

import sys
from pathlib import Path
from typing import get_args

import click

from factsheet import scaffolding
from factsheet.cli.reports import tell
from factsheet.cli.telling import CLEAN, FAULTS, say, site_option, tell_written
from factsheet.diagnostics import errors
from factsheet.examining import examine
from factsheet.model import EntityType, Kind


@click.group()
def new() -> None:
    """Make a new site or a new record in it."""


@new.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
def new_site(folder: Path) -> int:
    """Make a small site in FOLDER, with one example of each record."""
    tell_written(scaffolding.new_site(folder))
    say(f"now: {Path(sys.argv[0]).name} preview --site {folder}")
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
    say(f"still missing, as far as they are known: {', '.join(missing)}")
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
@click.option("--said-by", default="", help="Id of whose statement or opinion it is.")
@site_option
def new_claim(folder: Path, topic: str, id: str, **fields: str) -> int:
    """Add a claim to content/claims/TOPIC.yaml, if its words stand in the article."""
    path = folder / "content/claims" / f"{topic}.yaml"
    before = path.read_bytes() if path.exists() else None
    known = examine(folder).diagnostics
    scaffolding.new_claim(folder, id, topic=topic, **fields)
    examined = examine(folder)
    brought = tuple(fault for fault in examined.diagnostics if fault not in known)
    proved = examined.site is not None and id in examined.site.claims
    tell(brought if proved else brought or known, folder, "text", err=False)
    if not proved or errors(brought):
        scaffolding.put_back(path, before)
        say(f"nothing was written to {path}")
        return FAULTS
    say(f"written: {path}; the words were found in {fields['source']}")
    return CLEAN
