"""JSON Schema (2020-12) of each kind of file, for the YAML plug-ins of editors.

It is made from the definitions that records are read with, and accepts what a plug-in sees:
numbers, booleans and dates come to it as such, while strict reading takes every scalar as text.
"""

from typing import Any

from pydantic import TypeAdapter

from factsheet.model import Records
from factsheet.reading.contents import LISTS, SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Ids = dict[str, list[str]]


def json_schemas(records: Records | None) -> dict[str, dict[str, Any]]:
    """Return a schema by kind: site, source, claims, topic, entity, wording.

    Where a field takes the id of another record, the ids of these records are listed; with no
    records any id is accepted.
    """
    ids = _ids(records) if records else {}
    return {kind: _json_schema(kind, schema, ids) for kind, schema in SCHEMAS.items()}


def _ids(records: Records) -> _Ids:
    return {
        "source": sorted(record.id for record in records.sources),
        "topic": sorted(record.id for record in records.topics),
        "entity": sorted(record.id for record in records.entities),
        "claim": sorted(record.id for record in records.claims),
    }


def _json_schema(kind: str, schema: type, ids: _Ids) -> dict[str, Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(list[schema] if kind in LISTS else schema)  # type: ignore[valid-type]  # a type made while running
    made: dict[str, Any] = _tidy(adapter.json_schema(by_alias=True), ids)
    return {"$schema": DIALECT, **made}


def _tidy(node: Any, ids: _Ids) -> Any:
    """Return a part of the schema with live ids, without `null` and without made-up titles."""
    if isinstance(node, list):
        return [_tidy(part, ids) for part in node]
    if not isinstance(node, dict):
        return node
    return _with_ids(_without_null(_children(node, ids)), ids)


def _children(node: dict[str, Any], ids: _Ids) -> dict[str, Any]:
    """Return the node with its parts tidied; a property that is called `title` stays one."""
    kept = {}
    for key, part in node.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _tidy(inner, ids) for name, inner in part.items()}
        elif key not in ("title", "default"):
            kept[key] = _tidy(part, ids)
    return kept


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    some = [part for part in node.get("anyOf", ()) if part != {"type": "null"}]
    if len(some) != 1:
        return node
    return {**some[0], **{key: part for key, part in node.items() if key != "anyOf"}}


def _with_ids(node: dict[str, Any], ids: _Ids) -> dict[str, Any]:
    kind = node.pop("x-ids", None)
    if kind is None or not ids.get(kind):
        return node
    rest = {key: part for key, part in node.items() if key == "description"}
    return {"enum": [form for name in ids[kind] for form in _forms(name)], **rest}


def _forms(name: str) -> tuple[str | int, ...]:
    """Return an id as text and, where a plug-in takes it for a number, as that too."""
    return (name, int(name)) if name.isdecimal() and str(int(name)) == name else (name,)
