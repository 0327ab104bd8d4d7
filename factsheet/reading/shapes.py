"""The shapes that records have: what a mapping of a file may hold, as plain values.

`fitting` makes nouns of what has the shape, and `json_schemas` tells editors' plug-ins of it.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import fields

MANY = 1000
"""The most entries that a list of one record can have."""

Values: TypeAlias = dict[str, Any]


class Value(Struct, frozen=True):
    """One value, made of text in one spelling."""

    read: Callable[[Any], Any]
    """Returns the value, or raises a Refusal."""
    schema: Mapping[str, Any]
    """JSON Schema of the value as a YAML plug-in sees it."""
    ids: str = ""
    """The kind of record that it is an id of: `source`, `topic`, `entity` or `claim`."""


class Many(Struct, frozen=True):
    """A list."""

    of: "Kind"
    most: int = MANY
    least: int = 0


class Named(Struct, frozen=True):
    """A mapping whose keys are the editor's own words; they become the noun's `words`."""

    word: Value
    of: "Shape"
    most: int = MANY


class Key(Struct, frozen=True):
    """A key of a mapping."""

    key: str
    """As records write it."""
    kind: "Kind"
    description: str
    """What belongs there, in a sentence: YAML plug-ins and messages show it."""
    field: str
    """The noun's field that it becomes."""
    required: bool


class Shape(Struct, frozen=True):
    """A mapping with known keys, and the noun that it becomes."""

    name: str
    description: str
    noun: Callable[..., Any]
    keys: Mapping[str, Key]
    """By their spelling in records, in the order in which faults are told."""
    required: frozenset[str]
    placed: bool
    """Whether the noun has a place."""
    check: Callable[[Values], None] | None
    """Raises a Refusal where values that are good each do not go together."""
    arrange: Callable[[Values], Values] | None
    """Returns the noun's fields where they are not the keys one for one."""
    short: Callable[[str], dict[str, str]] | None
    """Returns the mapping that a plain text in its stead means."""


Kind: TypeAlias = Value | Many | Named | Shape


def must(key: str, kind: Kind, description: str = "", field: str = "") -> Key:
    """Return a key that has to be there."""
    return Key(key, kind, description, field or key.replace("-", "_"), required=True)


def may(key: str, kind: Kind, description: str = "", field: str = "") -> Key:
    """Return a key that can be left out; what that means, the noun says."""
    return Key(key, kind, description, field or key.replace("-", "_"), required=False)


def shape(
    name: str,
    noun: type,
    description: str,
    *keys: Key,
    check: Callable[[Values], None] | None = None,
    arrange: Callable[[Values], Values] | None = None,
    short: Callable[[str], dict[str, str]] | None = None,
) -> Shape:
    """Return the shape of a mapping with these keys."""
    return Shape(
        name,
        description,
        noun,
        {key.key: key for key in keys},
        frozenset(key.key for key in keys if key.required),
        any(field.name == "place" for field in fields(noun)),
        check,
        arrange,
        short,
    )
