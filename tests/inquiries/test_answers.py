import json

from factsheet.inquiries.answers import SHORT, as_json, counted, shortened


def test_json_is_ascii_and_reads_back() -> None:
    """R-523: any terminal carries it."""
    text = as_json({"claim": "über → “x”", "ids": ("a", "b")})
    assert text.isascii()
    assert json.loads(text) == {"claim": "über → “x”", "ids": ["a", "b"]}


def test_sentences_are_shown_on_one_line() -> None:
    assert shortened("One\n two  three.") == "One two three."
    assert shortened("a" * SHORT) == "a" * SHORT
    long = shortened("word " * 100)
    assert len(long) <= SHORT
    assert long.endswith("word…")


def test_one_is_not_many() -> None:
    assert [counted(number, "claim") for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
