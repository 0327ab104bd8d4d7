import pytest

from factsheet.reading.strict import load

SLIPS = [
    ("\ta: b", 1, 1, "a tab", "spaces"),
    ("a:\n\tb: c", 2, 1, "a tab", "spaces"),
    ("a: b\nclaim: one: two", 2, 11, "`claim` holds a colon", "quotation marks"),
    ("- quote: He said: no", 1, 17, "`quote` holds a colon", "quotation marks"),
    ("a: 'x\nb: y", 1, 4, "never closed", "'"),
    ('a: "x\nb: y', 1, 4, "never closed", '"'),
    ("a:b\nc: d", 1, 1, "no space after `a:`", "write a space"),
    ("x: y\nkind:event\n", 2, 1, "no space after `kind:`", "write a space"),
    ("a: b\n  c: d", 2, 4, "indented too far", "indent"),
    ("a: b\n c: d", 2, 3, "indented too far", "indent"),
    ("a: @x", 1, 4, "cannot begin with @", "quotation marks"),
    ("a: `x`", 1, 4, "cannot begin with `", "quotation marks"),
    ("a: 'it''s' b'", 1, 12, "closes the value", "''"),
    ('a: "he" said', 1, 9, "closes the value", '\\"'),
    ('- a: "x\n  b: c\n- a: "d"', 1, 6, "closed only in line 3", "at the end"),
    ("a: [x\nb: y", 2, 2, "not closed", "]"),
    ("a: {b: c", 2, 1, "not closed", "}"),
    ("- a\nb: c", 2, 1, "has no `- `", "indent"),
    ("a: - b", 1, 4, "cannot begin on the line of its key", "next line"),
    ("a: x\nmore words\nb: c", 3, 1, "neither a key", "indent it"),
    ('a: "\\q"', 1, 5, "backslash", "'…'"),
    ("a: |x\n b", 1, 5, "same line", "next line"),
    ("a: ]", 1, 4, "bracket", "take it out"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "mend"), SLIPS)
def test_a_slip_is_told_in_plain_words(
    text: str, line: int, column: int, message: str, mend: str
) -> None:
    (fault,) = load(text, "f")[1]
    assert fault.rule == "yaml-syntax"
    assert message in fault.message
    assert mend in fault.mend
    assert (fault.place.line, fault.place.column) == (line, column)
