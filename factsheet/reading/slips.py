"""Faults of YAML's grammar in plain words, with the slip of the editor that is behind them."""

import re

import yaml

from factsheet.diagnostics import Diagnostic, Place

_GLUED = re.compile(r"\s*(?:- +)?([A-Za-z][\w-]*):(?![\s/])\S")
_TWO_COLONS = re.compile(r"\s*(?:- +)?([A-Za-z][\w-]*): +([^\s\"'|>\[{].*?: .*|[^\s\"'|>\[{].*:)$")
_BACKSLASH = "put the value in '…' instead, where a backslash is only a backslash"
_TAB = re.compile(r" *\t")


def syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """Return what libyaml found as a fault that an editor can mend."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    line, column = _where(error, problem)
    lines = text.split("\n")
    message, mend, line, column = _slip(problem, lines, line, column)
    return Diagnostic("yaml-syntax", message, Place(file, line=line, column=column), mend=mend)


def _where(error: yaml.YAMLError, problem: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None)
    if "unexpected end of stream" in problem:
        mark = getattr(error, "context_mark", None) or mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _slip(problem: str, lines: list[str], line: int, column: int) -> tuple[str, str, int, int]:
    for guess in (_tab, _quote_open, _glued, _colon, _first_character, _after_quote):
        slip = guess(problem, lines, line, column)
        if slip:
            return slip
    return *_plain_words(problem), line, column


_Slip = tuple[str, str, int, int] | None


def _line(lines: list[str], line: int) -> str:
    return lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""


def _tab(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    for number in (line, line - 1):
        tab = _TAB.match(_line(lines, number))
        if tab:
            message = "a tab stands at the beginning of this line"
            return message, "indent with spaces, never with tabs", number, len(tab[0])
    return None


def _quote_open(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    if "unexpected end of stream" not in problem:
        return None
    mark = _line(lines, line)[column - 1 : column]
    message = f"the quotation mark {mark} that opens here is never closed"
    return message, f"write {mark} at the end of the value", line, column


def _glued(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    for number in (line, line - 1):
        glued = _GLUED.match(_line(lines, number))
        if glued and ("not allowed" in problem or "expected ':'" in problem):
            message = f"there is no space after `{glued[1]}:`"
            return message, f"write a space after `{glued[1]}:`", number, glued.start(1) + 1
    return None


def _colon(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    if "mapping values are not allowed" not in problem:
        return None
    two = _TWO_COLONS.match(_line(lines, line))
    if two and column > two.start(2):
        message = f"the value of `{two[1]}` holds a colon, so that YAML takes it for another key"
        return message, f"put the whole value of `{two[1]}` in quotation marks", line, column
    message = "a key stands here where none can: the line is indented too far, or the line above "
    return message + "has a value already", "indent it as the keys it belongs to", line, column


def _first_character(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    if "cannot start any token" not in problem:
        return None
    character = _line(lines, line)[column - 1 : column]
    message = f"a value cannot begin with {character}"
    return message, "put the whole value in quotation marks", line, column


def _after_quote(problem: str, lines: list[str], line: int, column: int) -> _Slip:
    before = _line(lines, line)[: column - 1].rstrip()
    if "expected key" not in problem or before[-1:] not in ("'", '"'):
        return None
    opened = _opened_above(lines, line, before)
    if opened:
        message = f"the quotation mark {before[-1]} that opens here is closed only in line {line}"
        return message, f"write {before[-1]} at the end of the value", *opened
    message = f"the quotation mark {before[-1]} before this closes the value, but text follows"
    mend = "inside \"…\" write \\\" for a quotation mark, inside '…' write ''"
    return message, mend, line, column


def _opened_above(lines: list[str], line: int, before: str) -> tuple[int, int] | None:
    """Return where the mark that `before` ends with was opened, when that is a line above."""
    mark = before[-1]
    if before.count(mark) % 2 == 0:
        return None
    above = ((number, _line(lines, number)) for number in range(line - 1, 0, -1))
    number, text = next(((n, text) for n, text in above if text.count(mark) % 2), (0, ""))
    return (number, text.rindex(mark) + 1) if number else None


_WORDS = (
    ("expected ',' or ']'", "a list that opens with [ is not closed", "write ] at its end"),
    ("expected ',' or '}'", "a mapping that opens with { is not closed", "write } at its end"),
    (
        "expected '-' indicator",
        "the line is not indented as the list above, and has no `- `",
        "indent it as the entry that it belongs to",
    ),
    (
        "expected key",
        "the line is not indented as the keys above",
        "indent it as the keys that it belongs to",
    ),
    (
        "expected ':'",
        "this line is neither a key with a value nor part of the value above",
        "indent it below the value that it belongs to, or write `key: value`",
    ),
    ("unknown escape", 'a backslash inside "…" begins a code that YAML does not know', _BACKSLASH),
    ("invalid Unicode", "this code stands for no character", _BACKSLASH),
    ("hexdecimal", 'a backslash inside "…" begins a code that is not complete', _BACKSLASH),
    (
        "sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin the list on the next line",
    ),
    ("expected node content", "a bracket stands here that nothing opened", "take it out"),
    (
        "comment or line break",
        "text cannot follow > or | on the same line",
        "begin the text on the next line, indented",
    ),
)
"""What libyaml says, what an editor is told, and the mend."""


def _plain_words(problem: str) -> tuple[str, str]:
    for libyaml, words, mend in _WORDS:
        if libyaml in problem:
            return words, mend
    return f"this is not YAML: {problem}", ""
