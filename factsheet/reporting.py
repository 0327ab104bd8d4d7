"""Diagnostics as text for people, JSON for programs, and commands for GitHub's checks."""

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, Place, Severity
from factsheet.reading.characters import MAX_FAULTS
from factsheet.reading.files import open_once
from factsheet.reading.places import Mark, locate
from factsheet.reading.strict import MAX_BYTES

FRAME_WIDTH = 160
"""Code points of an editor's line that are shown."""


class Entry(Struct, frozen=True):
    """A diagnostic with its place worked out; all text is safe to print on a terminal."""

    rule: str
    severity: Severity
    file: str
    line: int | None
    """From 1; None when the fault is of the file as a whole or the file cannot be read."""
    column: int | None
    """From 1, in code points."""
    message: str
    notes: tuple[str, ...]
    mend: str
    frame: str
    """The line of the file with carets below the place; empty where there is no line."""
    replaces: tuple[int, int] | None = None
    """The lines that the mend stands in place of, when it is a whole entry for several lines."""


def entries(diagnostics: Iterable[Diagnostic], folder: Path) -> tuple[Entry, ...]:
    """Return the diagnostics with their places in the files of this folder, in their order.

    Of one file the first 100 are returned, errors before warnings; the last says how many more
    there are (R-802).
    """
    text_of = cache(lambda file: file_text(folder, file))
    found = (entry(diagnostic, text_of) for diagnostic in told(diagnostics))
    return tuple(sorted(found, key=lambda e: (e.file, e.line or 0, e.column or 0)))


def told(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics file by file, as many of each as an editor mends in one run."""
    in_order = sorted(diagnostics, key=lambda one: (one.place.file, one.severity))
    for _, group in groupby(in_order, key=lambda one: one.place.file):
        *first, last = (every := tuple(group))[:MAX_FAULTS]
        more = f"{len(every) - MAX_FAULTS:,} more of this file are told when these are mended"
        yield from first
        yield last if len(every) <= MAX_FAULTS else replace(last, notes=(*last.notes, more))


def entry(diagnostic: Diagnostic, text_of: Callable[[str], str | None]) -> Entry:
    place = diagnostic.place
    text, mark = marked(place, text_of)
    also = tuple(f"also: {position_of(other, text_of)}" for other in diagnostic.also)
    return Entry(
        rule=diagnostic.rule,
        severity=diagnostic.severity,
        file=printable(place.file),
        line=mark.line if mark else None,
        column=mark.column if mark else None,
        message=printable(diagnostic.message),
        notes=(*map(printable, diagnostic.notes), *also),
        mend=printable(diagnostic.mend),
        frame=frame(text, mark) if text is not None and mark else "",
        replaces=replaced(diagnostic, mark),
    )


def replaced(diagnostic: Diagnostic, mark: Mark | None) -> tuple[int, int] | None:
    """Return the lines of the entry that the mend writes anew, when there are several."""
    key = diagnostic.place.path[-1] if diagnostic.place.path else ""
    if mark is None or mark.lines[0] == mark.lines[1]:
        return None
    return mark.lines if diagnostic.mend.startswith(f"{key}: ") else None


def marked(place: Place, text_of: Callable[[str], str | None]) -> tuple[str | None, Mark | None]:
    """Return the text of the place's file and the mark in it; None where there is no line."""
    known = place.path or place.line or place.file.startswith("content/")
    text = text_of(place.file) if known else None
    return text, locate(text, place) if text is not None else None


def position_of(place: Place, text_of: Callable[[str], str | None]) -> str:
    """Return the place as `file:line:column`, or the file alone."""
    _, mark = marked(place, text_of)
    file = printable(place.file)
    return f"{file}:{mark.line}:{mark.column}" if mark else file


def file_text(folder: Path, file: str) -> str | None:
    """Return the text of an editor's file for showing lines of it; None where it has none.

    A link, or a file in a folder that is one, has none (R-401).
    """
    inside = os.path.join(os.path.realpath(folder), *file.split("/"))
    if os.path.realpath(inside) != inside:
        return None
    body = open_once(folder, file, MAX_BYTES)
    return None if isinstance(body, Diagnostic) else body.decode("utf-8-sig", "replace")


def frame(text: str, mark: Mark) -> str:
    """Return the marked line, its number before it and carets below it; long lines are cut."""
    line = next(iter(text.split("\n")[mark.line - 1 : mark.line]), "").rstrip("\r")
    skipped = max(0, mark.column - FRAME_WIDTH // 2) if len(line) > FRAME_WIDTH else 0
    shown = printable(line[skipped : skipped + FRAME_WIDTH])
    width = max(1, min(mark.width, FRAME_WIDTH - (mark.column - 1 - skipped)))
    number = str(mark.line)
    gutter = " " * len(number)
    carets = " " * (mark.column - 1 - skipped) + "^" * width
    return f"{gutter} |\n{number} | {shown}\n{gutter} | {carets}"


def printable(text: str) -> str:
    """Return the text with control and format characters written out, such as `\\x1b`."""
    return "".join(map(escaped, text))


def escaped(character: str) -> str:
    if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return character
    return character.encode("unicode_escape").decode("ascii")


def as_text(found: tuple[Entry, ...]) -> str:
    """Return a paragraph a diagnostic: place, fault, the line, notes, mend."""
    return "\n\n".join(map(paragraph, found)) + ("\n" if found else "")


def paragraph(entry: Entry) -> str:
    head = f"{position(entry)}: {entry.severity}[{entry.rule}] {entry.message}"
    gutter = " " * (len(str(entry.line)) if entry.line else 1)
    notes = [f"{gutter} = {continued(note, gutter)}" for note in entry.notes]
    if entry.mend:
        notes.append(f"{gutter} = {mending(entry)}: {continued(entry.mend, gutter)}")
    return "\n".join([head, *([entry.frame] if entry.frame else []), *notes])


def mending(entry: Entry) -> str:
    if entry.replaces is None:
        return "mend"
    return "mend, in place of lines {} to {}".format(*entry.replaces)


def position(entry: Entry) -> str:
    return entry.file if entry.line is None else f"{entry.file}:{entry.line}:{entry.column}"


def continued(text: str, gutter: str) -> str:
    """Return the text with its further lines set under the first."""
    return text.replace("\n", f"\n{gutter}   ")


def as_json(found: tuple[Entry, ...]) -> str:
    """Return one object: `diagnostics`, `errors` and `warnings`; see docs/how-it-works.md."""
    diagnostics = [
        {
            "rule": entry.rule,
            "severity": entry.severity,
            "file": entry.file,
            "line": entry.line,
            "column": entry.column,
            "message": entry.message,
            "notes": list(entry.notes),
            "mend": entry.mend,
        }
        for entry in found
    ]
    counts = {f"{kind}s": sum(e.severity == kind for e in found) for kind in ("error", "warning")}
    return json.dumps({"diagnostics": diagnostics, **counts}, ensure_ascii=False, indent=2) + "\n"


def as_github(found: tuple[Entry, ...]) -> str:
    """Return a workflow command a diagnostic; text of records cannot make another one."""
    return "".join(map(workflow_command, found))


def workflow_command(entry: Entry) -> str:
    where = f"file={github_property(entry.file)}"
    if entry.line is not None:
        where += f",line={entry.line},col={entry.column}"
    mend = (f"mend: {entry.mend}",) if entry.mend else ()
    message = github_data("\n".join((entry.message, *entry.notes, *mend)))
    return f"::{entry.severity} {where},title={entry.rule}::{message}\n"


def github_data(text: str) -> str:
    return re.sub(r"[%\r\n]", lambda sign: f"%{ord(sign[0]):02X}", text)


def github_property(text: str) -> str:
    return re.sub(r"[%\r\n:,]", lambda sign: f"%{ord(sign[0]):02X}", text)


FORMATS: dict[str, Callable[[tuple[Entry, ...]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def report(diagnostics: Iterable[Diagnostic], folder: Path, style: str = "text") -> str:
    """Return the diagnostics in one of FORMATS."""
    return FORMATS[style](entries(diagnostics, folder))
