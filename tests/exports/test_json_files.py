import json
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factsheet import GENERATOR
from factsheet.exports.json_files import Before, encode, known_lines, number, said, written

ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""What the bytes are held against."""

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
objects = st.recursive(
    texts | st.booleans(), lambda inner: st.lists(inner) | st.dictionaries(texts, inner)
)


def encoded(records: dict[str, Any], known: dict[str, bytes] | None = None) -> bytes:
    return encode("claims", records, lambda id: records[id], known or {})


def test_file_has_one_object_a_line_and_ends_with_a_line_end() -> None:
    body = encoded({"a": {"id": "a", "text": "“é” <b> & \u2028"}, "b": {"id": "b"}})
    assert body.decode().split("\n") == [
        f'{{"generator": "{GENERATOR}", "claims": [',
        '{"id": "a", "text": "“é” <b> & \u2028"},',
        '{"id": "b"}',
        "]}",
        "",
    ]


def test_file_without_objects_is_json_too() -> None:
    assert json.loads(encoded({})) == {"generator": GENERATOR, "claims": []}


@settings(deadline=None)
@given(st.dictionaries(texts, objects))
def test_any_text_is_escaped_as_the_standard_library_does(each: dict[str, Any]) -> None:
    """R-303: control characters, U+2028 and `</script>` among it."""
    assert written(each) == ENCODER.encode(each).encode()


def test_every_character_below_256_is_escaped_as_the_standard_library_does() -> None:
    """R-303."""
    each: dict[str, Any] = {"text": "".join(map(chr, range(256)))}
    assert written(each) == ENCODER.encode(each).encode()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_number_that_is_none_is_a_bug(value: str) -> None:
    """R-303."""
    with pytest.raises((ValueError, OverflowError)):
        encoded({"a": {"value": number(Decimal(value))}})


@settings(deadline=None)
@given(st.integers())
def test_whole_numbers_are_exact_at_any_size(value: int) -> None:
    found = written({"value": number(Decimal(value))})
    assert found == ENCODER.encode({"value": value}).encode()


@settings(deadline=None)
@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_decimals_of_15_digits_are_written_exactly(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    found = written({"value": number(value)})
    assert json.loads(found, parse_float=Decimal, parse_int=Decimal) == {"value": value}


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_floats_are_written_as_the_standard_library_does(value: Decimal) -> None:
    if value != value.to_integral_value():
        found = written({"value": number(value)})
        assert found == ENCODER.encode({"value": float(value)}).encode()


def test_said_leaves_out_empty_texts_only() -> None:
    assert said({"a": "", "b": [], "c": False, "d": ""}) == {"b": [], "c": False}


def published(folder: Path, body: bytes, *same: str) -> Before:
    (folder / "claims.json").write_bytes(body)
    return Before(folder, {"claims.json": sha256(body).hexdigest()}, frozenset(same))


def lines_of(before: Before) -> dict[str, bytes]:
    return known_lines("claims.json", before, "claims/{}.html".format)


RECORDS = {id: {"id": id, "text": f'{id}: "[{{,\n}}]", '} for id in ("a", "a-b", "b")}


def test_lines_of_pages_that_are_the_same_are_known(tmp_path: Path) -> None:
    body = encoded(RECORDS)
    found = lines_of(published(tmp_path, body, "claims/a-b.html", "claims/b.html", "b.html"))
    assert found == {id: written(RECORDS[id]) for id in ("a-b", "b")}
    assert encoded(RECORDS, found) == body
    assert encoded({"b": RECORDS["b"]}, found) == encoded({"b": RECORDS["b"]})


def test_known_lines_are_not_written_anew() -> None:
    body = encoded(RECORDS, {"b": b'{"id": "b"}'})
    assert json.loads(body)["claims"][2] == {"id": "b"}


def test_file_without_lines_has_none_that_are_known(tmp_path: Path) -> None:
    assert lines_of(published(tmp_path, encoded({}), "claims/a.html")) == {}


def test_nothing_is_known_of_a_file_with_another_hash(tmp_path: Path) -> None:
    """R-508."""
    before = published(tmp_path, encoded(RECORDS), "claims/a.html")
    (tmp_path / "claims.json").write_bytes(encoded(RECORDS).replace(b"[{", b"[["))
    assert lines_of(before) == {}


def test_nothing_is_known_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    before = published(tmp_path, encoded(RECORDS), "claims/a.html")
    assert lines_of(replace(before, files={})) == {}
    (tmp_path / "claims.json").unlink()
    assert lines_of(before) == {}
    assert lines_of(Before()) == {}
