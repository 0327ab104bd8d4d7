"""Text as a YAML scalar: for the lines that a mend proposes and the records that `new` makes."""

import re

from factsheet.reading.characters import FORBIDDEN

_NEEDS_QUOTES = re.compile(
    r"""
    [\s,\[\]{}\#&*!|>'"%@`?:~=<]  # what YAML reads as something else at the beginning
    | -(?![0-9]) | \.\.\.
    | .*?(?: :(?:\s|$) | \s\# | \s$ )
    | (?:null|Null|NULL)$
    | $
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(rf'["\\\n\r\t]|{FORBIDDEN.pattern}')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def scalar(text: str) -> str:
    """Return text as a YAML scalar on one line that strict reading gives back unchanged.

    It is plain where that is safe as the value of a key or as an entry after `- `, else quoted.
    """
    if _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return _double(text)
    if not _NEEDS_QUOTES.match(text):
        return text
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def entry(key: str, text: str, indent: int = 0) -> str:
    """Return the line `key: text`, indented by this many spaces, without a line end."""
    return f"{' ' * indent}{key}: {scalar(text)}"


def _double(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


def _escape(character: str) -> str:
    point = ord(character)
    code = f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"
    return _SHORT.get(character, code)
