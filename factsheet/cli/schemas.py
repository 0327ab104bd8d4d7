"""The command that tells an editor's YAML plug-in what a record may say."""

import json
from pathlib import Path

import click

from factsheet import reading
from factsheet.cli.telling import CLEAN, say, site_option
from factsheet.reading.json_schemas import json_schemas
from factsheet.saving import replace_file

FOLDER = ".schemas"


@click.command("schema")
@site_option
def schema(folder: Path) -> int:
    """Write a JSON Schema for each kind of file to .schemas/, with the ids that are there now."""
    records, _ = reading.read(folder)
    (folder / FOLDER).mkdir(exist_ok=True)
    for kind, described in json_schemas(records).items():
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        say(f"written: {replace_file(folder / FOLDER / f'{kind}.json', text)}")
    say("name one in the first line of a file in content/claims/, for a plug-in to use it:")
    say(f"# yaml-language-server: $schema=../../{FOLDER}/claims.json")
    return CLEAN
