"""Bytes as text, and the characters that no record may hold."""

import re

from factsheet.diagnostics import Diagnostic, Place

MAX_FAULTS = 100
"""Faults of one file that are told in one run."""

_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them NEL
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # these turn the direction of writing
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # no one sees these
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
)

FORBIDDEN = re.compile(rf"[{_FORBIDDEN}]|\r(?!\n)")
"""Controls, bidi controls, zero-width characters but ZWJ and ZWNJ, surrogates, noncharacters.

Tab and line feed are allowed, a carriage return only before a line feed (R-108).
"""


def shown(character: str) -> str:
    """Return a character by its code point: `U+200B`."""
    return f"U+{ord(character):04X}"


def decode(body: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return bytes as text, and a fault where they are not UTF-8; nothing is translated."""
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return "", (_not_utf8(body, error.start, file),)


def _not_utf8(body: bytes, start: int, file: str) -> Diagnostic:
    before = body[:start].decode("utf-8")
    line, column = before.count("\n") + 1, _column(before)
    return Diagnostic(
        "not-utf-8",
        f"the byte 0x{body[start]:02X} here is not UTF-8 text",
        Place(file, line=line, column=column),
        mend="save the file with the encoding UTF-8",
    )


def _column(before: str) -> int:
    """Return the column, from 1 in code points, of what follows this text; no BOM counts."""
    return len(before.removeprefix("\ufeff")) - before.removeprefix("\ufeff").rfind("\n")


def forbidden_in(text: str, file: str) -> list[Diagnostic]:
    """Return a fault for each forbidden character that stands in a text as it is."""
    if text.replace("\n", "").isprintable():  # true of most files, and ten times as quick
        return []
    found = []
    for match in FORBIDDEN.finditer(text):
        before = text[: match.start()]
        place = Place(file, line=before.count("\n") + 1, column=_column(before))
        found.append(forbidden(match[0], place))
        if len(found) == MAX_FAULTS:
            break
    return found


def forbidden(character: str, place: Place) -> Diagnostic:
    """Return the fault of one such character."""
    return Diagnostic(
        "forbidden-character",
        f"the character {shown(character)} cannot stand in a record: it is not visible or "
        "changes how the text around it is shown",
        place,
        mend="delete it, or write a plain space in its stead",
    )
