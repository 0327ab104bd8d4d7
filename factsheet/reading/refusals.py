"""How a value is refused while a schema is checked.

A fault is raised as a PydanticCustomError whose type is the name of the rule; its context holds
the message and the mend.
"""

from typing import Any

from pydantic_core import PydanticCustomError


def fault(rule: str, message: str, mend: str = "") -> PydanticCustomError:
    """Return a fault of one value, to be raised where the schema is checked."""
    return PydanticCustomError(rule, "{message}", {"message": message, "mend": mend})


def text_of(value: Any, wanted: str) -> str:
    """Return a value that is text with something in it, or raise what is wrong with it."""
    if not isinstance(value, str):
        raise fault("wrong-shape", f"{wanted} belongs here, not a list or further keys")
    if not value.strip():
        raise fault("bad-value", "the key has no value", "give a value or take the line out")
    return value
