"""JSON as the data files have it: one object a line, keys in the order of the documentation."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import BytesIO

from factsheet import GENERATOR

ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

Json = str | int | float | bool | list["Json"] | dict[str, "Json"]


def encode(name: str, objects: Iterable[Mapping[str, Json]]) -> bytes:
    """Return `{"generator": …, name: [objects]}` as UTF-8, ending with a line end.

    One object a line keeps the file readable, quick to write, and its versions easy to compare.
    ValueError for a number that is not one: a bug.
    """
    written = BytesIO()
    written.write(f'{ENCODER.encode({"generator": GENERATOR})[:-1]}, "{name}": [\n'.encode())
    between = b""
    for each in objects:
        written.write(between + ENCODER.encode(each).encode())
        between = b",\n"
    written.write(b"\n]}\n")
    return written.getvalue()


def number(value: Decimal) -> int | float:
    """Return an int when the value is whole, exact at any size, or else a float.

    Up to 15 significant digits a float is written with exactly the digits of the record.
    """
    return int(value) if value == value.to_integral_value() else float(value)


def said(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Return the fields that have something to say: empty texts are left out, lists stay."""
    return {key: value for key, value in fields.items() if value != ""}
