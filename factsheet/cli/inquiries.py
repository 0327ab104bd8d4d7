"""Commands that ask a question of the whole site and change nothing."""

from collections.abc import Mapping
from pathlib import Path

import click
from msgspec import to_builtins

from factsheet.cli.telling import CLEAN, say, site_option, tally
from factsheet.diagnostics import UsageError, errors
from factsheet.examining import Examined, examine
from factsheet.inquiries import differences, impact, status
from factsheet.inquiries.answers import as_json
from factsheet.inquiries.impact import Fallen, Impact
from factsheet.inquiries.revisions import release_at
from factsheet.model import Site
from factsheet.releases import Release
from factsheet.releasing import release_of
from factsheet.reporting import printable
from factsheet.spelling import suggestion

answer_option = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How the answer is given.",
)


@click.command("diff")
@click.argument("revision", required=False, metavar="[REV]")
@answer_option
@site_option
def diff(revision: str | None, style: str, folder: Path) -> int:
    """Tell in words what changed since the last release, or since a git revision REV."""
    examined, site = usable(folder)
    before, since = earlier(folder, site, revision)
    found = differences.difference(before, release_of(site))
    answer(style, {"since": since, **to_builtins(found)}, differences.as_text(found, since))
    warn_of_errors(examined)
    return CLEAN


@click.command("impact")
@click.argument("id")
@click.option("--kind", type=click.Choice(["source", "entity"]), help="If ID is both.")
@answer_option
@site_option
def impact_of(id: str, kind: Fallen | None, style: str, folder: Path) -> int:
    """Tell which claims fall if a source or an entity falls, and what is left."""
    examined, site = usable(folder)
    found = impact_in(site, id, kind)
    answer(style, to_builtins(found), impact.as_text(found))
    warn_of_errors(examined)
    return CLEAN


@click.command("status")
@answer_option
@site_option
def status_of(style: str, folder: Path) -> int:
    """Tell drafts, open reviews, warnings by file, and the sentences that no claim rests on."""
    examined, site = usable(folder)
    found = status.status(site, examined.diagnostics)
    answer(style, to_builtins(found), status.as_text(found))
    warn_of_errors(examined)
    return CLEAN


def usable(folder: Path) -> tuple[Examined, Site]:
    """Return the site of a folder and what was found in it; UsageError where it is unusable."""
    examined = examine(folder)
    if examined.site is None:
        raise UsageError("content/site.yaml cannot be used; `factsheet check` tells why")
    return examined, examined.site


def earlier(folder: Path, site: Site, revision: str | None) -> tuple[Release, str]:
    """Return what the site is held against, and its name."""
    if revision is not None:
        before, wrong = release_at(folder, revision)
        if wrong:
            say(f"{revision} has errors; what is wrong there is not compared", err=True)
        return before, revision
    if site.released is None:
        raise UsageError(
            "there is no release yet; `factsheet release` records one, and `factsheet diff REV`"
            " compares with a git revision"
        )
    return site.released, "the last release"


def impact_in(site: Site, id: str, kind: Fallen | None) -> Impact:
    """Return the impact of the one record that is meant."""
    kinds = [("source", site.sources), ("entity", site.entities)]
    found = [name for name, records in kinds if id in records and kind in (None, name)]
    if len(found) > 1:
        raise UsageError(f"`{id}` is a source and an entity; say which with --kind")
    if not found:
        known = [*site.sources, *site.entities]
        near = suggestion(id, known) or "the names of the files in content/ are the ids"
        raise UsageError(f"there is no {kind or 'source or entity'} `{id}`; {near}")
    by_kind = {"source": impact.impact_of_source, "entity": impact.impact_of_entity}
    return by_kind[found[0]](site, id)


def answer(style: str, fields: Mapping[str, object], text: str) -> None:
    say(as_json(fields) if style == "json" else printable(text))


def warn_of_errors(examined: Examined) -> None:
    """Say on the side that the answer may not know of everything."""
    if errors(examined.diagnostics):
        told = tally(examined.diagnostics)
        say(f"{told}: what could not be proved is left out; see `factsheet check`", err=True)
