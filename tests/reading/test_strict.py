import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factsheet.reading import strict
from factsheet.reading.strict import MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_ENTRY, load

REFUSED = [
    ("a: &x 1", "yaml-feature", 1, 4),
    ("a: b\nc: *x", "yaml-feature", 2, 4),
    ("a: &x\n  b: c", "yaml-feature", 1, 4),
    ("<<: {b: c}", "yaml-feature", 1, 1),
    ("a: !!str b", "yaml-feature", 1, 4),
    ("a: ! b", "yaml-feature", 1, 4),
    ("- !x [a]", "yaml-feature", 1, 3),
    ("%YAML 1.1\n---\na: b", "yaml-feature", 1, 1),
    ("%TAG ! x\n---\na: b", "yaml-feature", 1, 1),
    ("a: b\n---\nc: d", "yaml-feature", 2, 1),
    ("? [a]\n: b", "yaml-feature", 1, 3),
    ("{a: b}: c", "yaml-feature", 1, 1),
    ("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1),
    ("- x: {k: 1, k: 2}", "duplicate-key", 1, 13),
    ("a: 1\n'a': 2", "duplicate-key", 2, 1),
    ("a: fixed issue #5", "cut-by-comment", 1, 16),
    ("a: #5", "cut-by-comment", 1, 4),
    ("- #x", "cut-by-comment", 1, 3),
    ("a: [b #c\n]", "cut-by-comment", 1, 7),
    ("a: one\n  two \t#é", "cut-by-comment", 2, 8),
    ("", "empty-record", 1, 1),
    ("\n\n", "empty-record", 1, 1),
    ("# a comment\n", "empty-record", 1, 1),
    ("---\n", "empty-record", 1, 1),
    ("---\n...\n", "empty-record", 1, 1),
    ("[]", "empty-record", 1, 1),
    ("{}", "empty-record", 1, 1),
    ("a: b\u200bc", "forbidden-character", 1, 5),
    ("a: b\nc: d\x85", "forbidden-character", 2, 5),
    ('a: "b\\u200b"', "forbidden-character", 1, 4),
    ('a: "\\0"', "forbidden-character", 1, 4),
    ('a: "\\N"', "forbidden-character", 1, 4),
    ('a: "\\L"', "forbidden-character", 1, 4),
    ('a: "\\r"', "forbidden-character", 1, 4),
    ('a: "\\ufdd0"', "forbidden-character", 1, 4),
    ('a: "\\U0001FFFE"', "forbidden-character", 1, 4),
    ('"\\u200b": b', "forbidden-character", 1, 1),
    ("a: b\rc: d", "forbidden-character", 1, 5),
    ('a: "\\ud800"', "yaml-syntax", 1, 7),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), REFUSED)
def test_a_fault_is_told_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    """R-101, R-103, R-106, R-108, R-110"""
    _tree, faults = load(text, "f")
    assert [(f.rule, f.place.line, f.place.column) for f in faults][:1] == [(rule, line, column)]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("[NO, 12:30, 010, 2023-09]", ["NO", "12:30", "010", "2023-09"]),
        ("[1.10, ~, null, 0x1f, 1_000, .inf]", ["1.10", "~", "null", "0x1f", "1_000", ".inf"]),
        ("a:\nb: ''\nc: []", {"a": "", "b": "", "c": []}),
        ("---\na: b\n", {"a": "b"}),
        ("a: b # a comment\n# another\n#one: more", {"a": "b"}),
        ("a:\n  #b: c\n  d: e", {"a": {"d": "e"}}),
        ("a: 'x #5'\nb: x#5\nc: \"y #z\"", {"a": "x #5", "b": "x#5", "c": "y #z"}),
        ("a: >-\n  one #5\n  two\nb: |\n  x\n  y", {"a": "one #5 two", "b": "x\ny"}),
        ("- a\n- [b, c]\n- {d: e}", ["a", ["b", "c"], {"d": "e"}]),
        ("'<<': x", {"<<": "x"}),
        ('a: "tab\\tline\\n\\u200d"', {"a": "tab\tline\n\u200d"}),
        ("just text", "just text"),
    ],
)  # fmt: skip
def test_every_scalar_is_the_text_that_the_editor_wrote(text: str, tree: object) -> None:
    """R-105, and comments with a space are welcome (R-106)"""
    assert load(text, "f") == (tree, ())


def test_bom_and_line_ends_of_windows_change_nothing() -> None:
    """R-107"""
    text = "a: >-\n  one\n  two\nb: |\n  x\n  y\nc: [d]\n"
    assert load("\ufeff" + text.replace("\n", "\r\n"), "f") == load(text, "f")
    (fault,) = load("\ufeffa: b\r\nc: d #5\r\n", "f")[1]
    assert (fault.place.line, fault.place.column) == (2, 6)


def test_a_duplicate_key_names_both_lines() -> None:
    """R-103"""
    (fault,) = load("a: 1\nb: 2\n\na: 3", "f")[1]
    assert "line 1" in fault.message
    assert "line 4" in fault.message


def test_all_faults_of_a_file_come_in_one_run() -> None:
    _tree, faults = load("a: x #5\nb: &n 1\nb: *n\nc: \u200b\n", "f")
    assert sorted(f.rule for f in faults) == [
        "cut-by-comment", "duplicate-key", "forbidden-character", "yaml-feature", "yaml-feature",
    ]  # fmt: skip


def test_a_tree_with_a_reference_is_of_no_use() -> None:
    """R-101"""
    assert load("a: &x 1\nb: *x", "f")[0] is None


BOMB = "a: &a {x: 1}\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} {{<<: [*{chr(97 + n)}, *{chr(97 + n)}]}}\n" for n in range(20)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "[" * 100_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000, "- [" * 50_000],
    ids=["merge keys", "brackets", "dashes", "braces", "question marks", "both"],
)
def test_no_depth_and_no_bomb_ends_the_process(text: str) -> None:
    """R-102"""
    tree, faults = load(text, "f")
    assert tree is None
    assert {f.rule for f in faults} <= {"too-large", "yaml-feature", "yaml-syntax"}
    assert faults


def test_the_limit_of_levels_is_exact() -> None:
    """R-102"""
    assert load("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH, "f")[1] == ()
    (fault,) = load("[" * (MAX_DEPTH + 1) + "a" + "]" * (MAX_DEPTH + 1), "f")[1]
    assert (fault.rule, fault.place.column) == ("too-large", MAX_DEPTH + 1)


def test_the_limit_of_an_entry_is_told_at_the_entry() -> None:
    """R-102"""
    assert load("- a\n- " + "x" * (MAX_ENTRY - 10), "f")[1] == ()
    (fault,) = load("- a\n- " + "x" * MAX_ENTRY + "\n- b", "f")[1]
    assert (fault.rule, fault.place.line) == ("too-large", 2)
    (fault,) = load("- " + "é" * (MAX_ENTRY // 2 + 1), "f")[1]
    assert fault.rule == "too-large"


@pytest.mark.parametrize("entry", ["- a\n", "k{}: v\n"])
def test_the_limit_of_entries_is_exact(entry: str) -> None:
    """R-102"""
    lines = [entry.format(number) for number in range(MAX_ENTRIES + 1)]
    assert load("".join(lines[:-1]), "f")[1] == ()
    (fault,) = load("".join(lines), "f")[1]
    assert (fault.rule, fault.place.line) == ("too-large", MAX_ENTRIES + 1)


def test_a_long_run_of_spaces_is_read_as_fast_as_words() -> None:
    """R-102: a search that begins anew at each space would not come back for minutes"""
    assert load("a: b" + " " * 900_000 + "# c", "f") == ({"a": "b"}, ())
    assert [f.rule for f in load("a: b" + " " * 900_000 + "#c", "f")[1]] == ["cut-by-comment"]


def test_the_limit_of_a_file_counts_bytes() -> None:
    """R-102: the text of an editor's window has the same limit as a file"""
    assert load("a: " + "x" * (MAX_BYTES - 3), "f")[1] == ()
    assert [f.rule for f in load("a: " + "é" * (MAX_BYTES // 2), "f")[1]] == ["too-large"]


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`?, \t\n\r\\uU0x\u200b\x85\ud800é", max_size=60))
@settings(max_examples=300, deadline=None)
@example("a: *")
@example("\ud800")
@example("- - -")
def test_any_text_gives_a_tree_or_a_fault(text: str) -> None:
    """R-102"""
    tree, faults = load(text, "f")
    assert tree or faults
    assert all(f.place.line and f.place.column for f in faults)


def test_there_is_one_loader() -> None:
    """R-109: nothing else in the package makes values of YAML"""
    package = Path(strict.__file__).parents[1]
    modules = {path: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    loaders = re.compile(r"yaml\.\w*(load|compose|parse|scan)|CSafeLoader")
    found = {path.name for path, text in modules.items() if loaders.search(text)}
    assert found == {"strict.py", "places.py"}
