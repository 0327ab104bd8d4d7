"""JSON as the data files have it: one object a line, keys in the order of the documentation."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from msgspec import Raw, Struct, json

from factsheet import GENERATOR

Json = str | float | bool | Raw | list["Json"] | dict[str, "Json"]

ENCODER = json.Encoder()
ID = len('{"id": "')
"""Where the id begins in the line of a record."""


class Before(Struct, frozen=True):
    """The data files that were published, of which many a line is as it would be written again."""

    folder: Path = Path()
    files: Mapping[str, str] = {}
    """sha256 by path."""
    same: frozenset[str] = frozenset()
    """Paths of pages that are made from just what they were made from then. A record with such a
    page has the line that it had."""


NOTHING_BEFORE = Before()


def encode(
    name: str,
    ids: Iterable[str],
    line: Callable[[str], Mapping[str, Json]],
    known: Mapping[str, bytes],
) -> bytes:
    """Return `{"generator": …, name: [objects]}` as UTF-8, ending with a line end.

    One object a line keeps the file readable, quick to write, and its versions easy to compare.
    What is `known` by its id is not written anew. ValueError for a number that is not one: a bug.
    """
    file = BytesIO()  # so that the lines and the file are not both in memory
    file.write(f'{written({"generator": GENERATOR})[:-1].decode()}, "{name}": [\n'.encode())
    for position, id in enumerate(ids):
        if position:
            file.write(b",\n")
        file.write(known.get(id) or written(line(id)))
    file.write(b"\n]}\n")
    return file.getvalue()


def written(each: Mapping[str, Json]) -> bytes:
    """Return an object on one line, with a blank after each colon and comma."""
    return json.format(ENCODER.encode(each), indent=0)


def known_lines(path: str, before: Before, page: Callable[[str], str]) -> dict[str, bytes]:
    """Return by id the lines of a published file that are good still, given the page of an id.

    There are none where the file does not lie there with the hash it was published with.
    """
    lines: list[bytes] = []
    with suppress(OSError):
        body = (before.folder / path).read_bytes() if path in before.files else b""
        if hashlib.sha256(body).hexdigest() == before.files.get(path):
            lines = _lines(body)
        del body
    same = ((_id(line), line) for line in lines)
    return {id: line for id, line in same if page(id) in before.same}


def _lines(body: bytes) -> list[bytes]:
    """Return the objects of a file: no text in them has a line end that is not escaped."""
    lines = body.split(b",\n")
    lines[0] = lines[0].partition(b"[\n")[2]
    lines[-1] = lines[-1].removesuffix(b"\n]}\n")
    return [line for line in lines if line]


def _id(line: bytes) -> str:
    return line[ID : line.index(b'"', ID)].decode()


def number(value: Decimal) -> Raw:
    """Return an int when the value is whole, exact at any size, or else a float, as JSON.

    Up to 15 significant digits a float is written with exactly the digits of the record.
    """
    found = int(value) if value == value.to_integral_value() else float(value)
    return Raw(repr(found).encode())


def said(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Return the fields that have something to say: empty texts are left out, lists stay."""
    return {key: value for key, value in fields.items() if value != ""}
