"""The command that tells what the rules ask."""

from importlib import resources

import click

from factsheet.cli.telling import CLEAN, say
from factsheet.diagnostics import UsageError
from factsheet.spelling import suggestion


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
