import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.diagnostics import Place, Step
from factsheet.reading.places import Mark, locate

TEXT = """\
# yaml-language-server: $schema=x
- id: a   # first
  claim: >-
    Some words 😀 run
    over lines
  cites:
    - source: x
      quote: 'it''s the way'
      note: "say \\"no\\" now"
  note:
  topics: [one, two]
- id: b
  text: |
    line
  plain: two
    lines here
"""
P = Place("f")


def pointed_at(text: str, place: Place) -> str:
    mark = locate(text, place)
    line = text.split("\n")[mark.line - 1]
    return line[mark.column - 1 : mark.column - 1 + mark.width]


@pytest.mark.parametrize(
    ("place", "line", "shown"),
    [
        (P.at(0, "id"), 2, "a"),
        (P.key(0, "id"), 2, "id"),
        (P.at(0), 2, "id: a   # first"),
        (P.at(1), 12, "id: b"),
        (P.at(0, "claim"), 4, "Some words 😀 run"),
        (P.key(0, "claim"), 3, "claim"),
        (P.at(0, "claim").saying("😀 run over"), 4, "😀 run"),
        (P.at(0, "claim").saying("over  lines"), 5, "over lines"),
        (P.at(0, "claim").saying("not there"), 4, "Some words 😀 run"),
        (P.at(0, "cites", 0, "quote"), 8, "'it''s the way'"),
        (P.at(0, "cites", 0, "quote").saying("it's the"), 8, "it''s the"),
        (P.at(0, "cites", 0, "note").saying('"no"'), 9, '\\"no\\"'),
        (P.at(0, "topics", 1), 11, "two"),
        (P.at(0, "topics"), 11, "[one, two]"),
        (P.at(1, "text"), 14, "line"),
        (P.at(1, "plain"), 15, "two"),
        (P.at(1, "plain").saying("lines"), 16, "lines"),
        (P, 2, "- id: a   # first"),
    ],
)
def test_a_path_leads_to_its_value(place: Place, line: int, shown: str) -> None:
    assert (locate(TEXT, place).line, pointed_at(TEXT, place)) == (line, shown)


@pytest.mark.parametrize(
    ("place", "line", "shown"),
    [
        (P.at(0, "note"), 10, "note"),
        (P.at(0, "cites", 7, "quote"), 7, "- source: x"),
        (P.at(0, "cites", 0, "via", 1), 7, "source: x"),
        (P.key(1, "absent"), 12, "id: b"),
        (P.at(9), 2, "- id: a   # first"),
        (P.at(0, "id", "deeper"), 2, "a"),
        (P.at("no-list"), 2, "- id: a   # first"),
    ],
)
def test_what_is_not_there_leads_to_what_is(place: Place, line: int, shown: str) -> None:
    """An empty value leads to its key, a lost path to its nearest parent."""
    assert (locate(TEXT, place).line, pointed_at(TEXT, place)) == (line, shown)


def test_a_place_that_knows_its_line_keeps_it() -> None:
    assert locate("a: b\ncde: f", Place("f", line=2, column=1)) == Mark(2, 1, 3)
    assert locate("a: b", Place("f", line=1)) == Mark(1, 1, 1)
    assert locate("a: b", Place("f", line=9, column=4)) == Mark(9, 4, 1)


def test_bom_and_line_ends_of_windows_move_nothing() -> None:
    """R-107"""
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    for place in (P, P.at(0), P.at(0, "claim"), P.at(0, "cites", 0, "quote"), P.at(1, "text")):
        assert locate(windows, place) == locate(TEXT, place)


@pytest.mark.parametrize("text", ["", "# only", "a: [", "\t", "a: *b", "[" * 100_000])
def test_a_file_that_is_no_yaml_has_places_too(text: str) -> None:
    """R-102"""
    assert locate(text, P.at(0, "a")).line == 1


steps = st.one_of(st.integers(0, 3), st.sampled_from(["id", "claim", "cites", "quote", "x"]))


@given(st.lists(steps, max_size=4), st.booleans(), st.text(max_size=9), st.integers(0, len(TEXT)))
@settings(max_examples=200, deadline=None)
def test_every_mark_lies_in_the_text(path: list[Step], on_key: bool, words: str, cut: int) -> None:
    text = TEXT[:cut]
    mark = locate(text, Place("f", tuple(path), on_key=on_key, words=words))
    line = text.split("\n")[mark.line - 1]
    assert 1 <= mark.column <= len(line) + 1
    assert mark.width >= 1


def test_the_first_of_two_equal_keys_is_the_one() -> None:
    assert locate("a: 1\nb:\n  c: 2\na: 3\n", P.at("a")) == Mark(1, 4, 1, (1, 1))
    assert locate("? [x]\n: 1\nb: 2\n", P.at("b")).line == 3


def test_what_is_too_deep_leads_to_what_is_not() -> None:
    """R-102"""
    deep = "- " * 40 + "x"
    assert locate(deep, P.at(*[0] * 40)).line == 1
