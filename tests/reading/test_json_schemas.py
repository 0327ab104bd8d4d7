import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsheet.reading import read
from factsheet.reading.contents import SHAPES
from factsheet.reading.json_schemas import DIALECT, json_schemas

BASE = Path(__file__).resolve().parents[1] / "cases/base"
FILES = {
    "site": "content/site.yaml",
    "source": "content/sources/example-2024.yaml",
    "topic": "content/topics/harbour.yaml",
    "entity": "content/entities/port-authority.yaml",
    "claims": "content/claims/harbour.yaml",
}
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
KNOWN = set(
    "$schema $defs $ref type enum anyOf properties required items additionalProperties pattern "
    "minItems maxItems minimum maxLength maxProperties description const".split()
)


def accepts(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    """Tell whether a value fits, by those words of JSON Schema that our schemas use."""
    assert set(schema) <= KNOWN
    if "$ref" in schema:
        return accepts(root["$defs"][schema["$ref"].rpartition("/")[2]], value, root)
    if "anyOf" in schema:
        return any(accepts(part, value, root) for part in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    return is_of_type(schema["type"], value) and fits(schema, value, root)


def is_of_type(types: str | list[str], value: Any) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def fits(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None
    if isinstance(value, list):
        enough = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        return enough and all(accepts(schema["items"], entry, root) for entry in value)
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema.get("required", ())) <= set(value) <= set(known) and all(
            accepts(known[key], part, root) for key, part in value.items()
        )
    return True


def as_a_plug_in_sees(text: str) -> Any:
    """Return YAML with numbers, booleans and dates made of plain texts, dates as JSON has them."""

    def plain(value: Any) -> Any:
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items()}
        return [plain(part) for part in value] if isinstance(value, list) else value

    return plain(yaml.safe_load(text))


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict[str, Any]]:
    return json_schemas(read(BASE)[0])


@pytest.mark.parametrize("kind", FILES)
def test_good_files_are_accepted(kind: str, schemas: dict[str, dict[str, Any]]) -> None:
    value = as_a_plug_in_sees((BASE / FILES[kind]).read_text(encoding="utf-8"))
    assert accepts(schemas[kind], value, schemas[kind])


CLAIM = """
- id: stone-lost
  claim: 1984
  kind: figure
  topics: [harbour]
  when: 2024
  cites: [{source: example-2024, quote: 12.5, via: [port-authority], occurrence: 2}]
  figures: [{name: 3, words: 4, at-least: 3500, approximate: true, period: 2024-01-14}]
"""


@pytest.mark.parametrize(
    ("old", "new", "good"),
    [
        ("figure\n", "figure\n", True),
        ("3500", '"3500"', True),
        ("approximate: true", "approximate: yes please", False),
        ("3500", "3.500.000", False),
        ("kind: figure", "kind: figur", False),
        ("topics", "topcs", False),
        ("[harbour]", "[harbor]", False),
        ("[harbour]", "harbour", False),
        ("source: example-2024", "source: example-2023", False),
        ("  kind: figure\n", "", False),
        ("id: stone-lost", "id: Stone lost", False),
        (
            "[{source: example-2024, quote: 12.5, via: [port-authority], occurrence: 2}]",
            "[]",
            False,
        ),
    ],
)
def test_a_plug_in_underlines_what_reading_refuses(
    old: str, new: str, good: bool, schemas: dict[str, dict[str, Any]]
) -> None:
    value = as_a_plug_in_sees(CLAIM.replace(old, new, 1))
    assert accepts(schemas["claims"], value, schemas["claims"]) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("- 2 mins read", True),
        ("- {from: a, to: end}", True),
        ("- {from: a}", False),
        ("- 12", True),
    ],
)
def test_lines_that_are_not_the_article_have_two_forms(
    text: str, good: bool, schemas: dict[str, dict[str, Any]]
) -> None:
    part = schemas["source"]["properties"]["not-article"]
    assert accepts(part, as_a_plug_in_sees(text), schemas["source"]) is good


def test_there_is_a_schema_for_each_kind_and_each_key_is_described() -> None:
    made = json_schemas(None)
    assert set(made) == {*SHAPES} == {*FILES, "wording"}
    for schema in made.values():
        assert schema["$schema"] == DIALECT
        inner = [schema, *schema.get("$defs", {}).values()]
        keys = [part for one in inner for part in one.get("properties", {}).values()]
        assert all("description" in part for part in keys)


def test_without_records_any_id_is_accepted() -> None:
    claims = json_schemas(None)["claims"]
    assert accepts(claims, as_a_plug_in_sees(CLAIM.replace("[harbour]", "[other]")), claims)


def test_a_key_that_is_called_title_stays(schemas: dict[str, dict[str, Any]]) -> None:
    assert "title" in schemas["source"]["properties"]
    assert "title" not in schemas["source"]
