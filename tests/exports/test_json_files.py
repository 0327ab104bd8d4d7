import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet import GENERATOR
from factsheet.exports.json_files import encode, number, said


def test_file_has_one_object_a_line_and_ends_with_a_line_end() -> None:
    body = encode("claims", [{"id": "a", "text": "“é” <b> & \u2028"}, {"id": "b"}])
    assert body.decode().split("\n") == [
        f'{{"generator": "{GENERATOR}", "claims": [',
        '{"id": "a", "text": "“é” <b> & \u2028"},',
        '{"id": "b"}',
        "]}",
        "",
    ]


def test_file_without_objects_is_json_too() -> None:
    assert json.loads(encode("claims", [])) == {"generator": GENERATOR, "claims": []}


def test_number_that_is_none_is_a_bug() -> None:
    """R-303."""
    with pytest.raises(ValueError, match="JSON"):
        encode("claims", [{"value": float("nan")}])


@settings(deadline=None)
@given(st.integers())
def test_whole_numbers_are_exact_at_any_size(value: int) -> None:
    found = number(Decimal(value))
    assert isinstance(found, int)
    assert found == value


@settings(deadline=None)
@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_decimals_of_15_digits_are_written_exactly(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    assert json.loads(json.dumps(number(value)), parse_float=Decimal) == value


def test_said_leaves_out_empty_texts_only() -> None:
    assert said({"a": "", "b": [], "c": False, "d": 0}) == {"b": [], "c": False, "d": 0}
