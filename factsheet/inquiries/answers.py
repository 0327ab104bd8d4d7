"""Answers as JSON, and the few words that they share."""

import json
from collections.abc import Mapping

SHORT = 100
"""Characters of a sentence that a line shows."""


def as_json(answer: Mapping[str, object]) -> str:
    """Return one object with the answer's fields, in ASCII, so that any terminal carries it."""
    return json.dumps(answer, indent=2)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shortened(text: str) -> str:
    """Return the text on one line, without its end where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
