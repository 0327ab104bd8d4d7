"""JSON Schema (2020-12) of each kind of file, for the YAML plug-ins of editors.

It is made from the definitions that records are read with, and accepts what a plug-in sees:
numbers, booleans and dates come to it as such, while strict reading takes every scalar as text.
"""

from collections.abc import Iterator
from typing import Any

from factsheet.model import Records
from factsheet.reading.contents import LISTS, SHAPES
from factsheet.reading.shapes import Key, Kind, Many, Named, Shape, Value
from factsheet.reading.values import TEXT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Ids = dict[str, list[str]]


def json_schemas(records: Records | None) -> dict[str, dict[str, Any]]:
    """Return a schema by kind: site, source, claims, topic, entity, wording.

    Where a field takes the id of another record, the ids of these records are listed; with no
    records any id is accepted.
    """
    ids = _ids(records) if records else {}
    return {kind: _json_schema(shape, kind in LISTS, ids) for kind, shape in SHAPES.items()}


def _ids(records: Records) -> _Ids:
    return {
        "source": sorted(record.id for record in records.sources),
        "topic": sorted(record.id for record in records.topics),
        "entity": sorted(record.id for record in records.entities),
        "claim": sorted(record.id for record in records.claims),
    }


def _json_schema(shape: Shape, listed: bool, ids: _Ids) -> dict[str, Any]:
    inner = {one.name: one for key in shape.keys.values() for one in _shapes_in(key.kind)}
    if listed:
        inner[shape.name] = shape
    defined = {"$defs": {name: _either(inner[name], ids) for name in sorted(inner)}}
    whole = {"items": _reference(shape), "type": "array"} if listed else _described(shape, ids)
    return {"$schema": DIALECT, **(defined if inner else {}), **whole}


def _shapes_in(kind: Kind) -> Iterator[Shape]:
    if isinstance(kind, Many | Named):
        yield from _shapes_in(kind.of)
    elif isinstance(kind, Shape):
        yield kind
        for key in kind.keys.values():
            yield from _shapes_in(key.kind)


def _either(shape: Shape, ids: _Ids) -> dict[str, Any]:
    """Return the schema of a mapping, or of the text that may stand in its stead."""
    described = _described(shape, ids)
    return {"anyOf": [TEXT.schema, described]} if shape.short else described


def _described(shape: Shape, ids: _Ids) -> dict[str, Any]:
    required = [name for name in shape.keys if name in shape.required]
    return {
        "additionalProperties": False,
        "description": shape.description,
        "properties": {name: _property(key, ids) for name, key in shape.keys.items()},
        **({"required": required} if required else {}),
        "type": "object",
    }


def _property(key: Key, ids: _Ids) -> dict[str, Any]:
    return {"description": key.description, **_of_kind(key.kind, ids)}


def _of_kind(kind: Kind, ids: _Ids) -> dict[str, Any]:
    if isinstance(kind, Value):
        live = [form for name in ids.get(kind.ids, ()) for form in _forms(name)]
        return {"enum": live} if live else dict(kind.schema)
    if isinstance(kind, Shape):
        return _reference(kind)
    if isinstance(kind, Named):
        inner = _of_kind(kind.of, ids)
        return {"additionalProperties": inner, "maxProperties": kind.most, "type": "object"}
    least = {"minItems": kind.least} if kind.least else {}
    return {"items": _of_kind(kind.of, ids), "maxItems": kind.most, **least, "type": "array"}


def _reference(shape: Shape) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{shape.name}"}


def _forms(name: str) -> tuple[str | int, ...]:
    """Return an id as text and, where a plug-in takes it for a number, as that too."""
    return (name, int(name)) if name.isdecimal() and str(int(name)) == name else (name,)
