"""How a value is refused while a record is read: the name of the rule, a message and a mend."""

from typing import Any


class Refusal(Exception):
    """Why a value cannot stand where it stands; whoever knows the place makes a fault of it."""

    def __init__(self, rule: str, message: str, mend: str = "") -> None:
        super().__init__(rule, message, mend)
        self.rule = rule
        self.message = message
        self.mend = mend


def text_of(value: Any, wanted: str) -> str:
    """Return a value that is text with something in it, or raise what is wrong with it."""
    if not isinstance(value, str):
        raise Refusal("wrong-shape", f"{wanted} belongs here, not a list or further keys")
    if not value or value.isspace():
        raise Refusal("bad-value", "the key has no value", "give a value or take the line out")
    return value


def what(given: Any) -> str:
    """Return what stands there instead, in the words of a message."""
    if isinstance(given, list):
        return "a list"
    return "further keys" if isinstance(given, dict) else "text"
