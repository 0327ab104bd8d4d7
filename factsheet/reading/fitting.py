"""From trees to the frozen nouns, in one pass: each value read, each noun with its place.

All that does not fit its shape comes back together, in the order of the shape's keys, keys that
are not known last.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from factsheet.diagnostics import Place, Step
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Kind, Many, Named, Shape, Value
from factsheet.reading.strict import Tree

Path = tuple[Step, ...]


class Wrong(Struct, frozen=True):
    """Something in a record that does not fit; `faults` puts it into words."""

    what: Literal[
        "refused", "missing-key", "unknown-key", "no-mapping", "no-list", "too-many", "too-few",
        "refused-word",
    ]  # fmt: skip
    path: Path
    """From the record; for a key that is missing or not known it ends with that key."""
    given: Any = None
    refusal: Refusal | None = None
    within: Kind | None = None
    """The shape with the key, or the list with the entries."""


class Misfit(Exception):
    """A tree that has not the shape."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(wrong)
        self.wrong = wrong


def fit(shape: Shape, tree: Tree, place: Place, **more: Any) -> Any:
    """Return the noun of a mapping that stands at this place, with `more` fields.

    Raises Misfit with everything that is wrong in it; paths begin at the record.
    """
    return _mapping(shape, tree, place, (), more)


def _mapping(shape: Shape, tree: Any, place: Place, path: Path, more: dict[str, Any]) -> Any:
    if shape.short is not None and isinstance(tree, str):
        tree = shape.short(tree)
    if not isinstance(tree, dict):
        raise Misfit([Wrong("no-mapping", path, tree)])
    values: dict[str, Any] = {}
    wrong: dict[str, list[Wrong]] = {}
    known = 0
    for name, given in tree.items():
        key = shape.keys.get(name)
        if key is None:
            continue
        known += 1
        kind = key.kind
        try:
            if isinstance(kind, Value):
                values[key.field] = kind.read(given)
            else:
                values[key.field] = _inner(kind, given, place, (*path, name))
        except Refusal as refusal:
            wrong[name] = [Wrong("refused", (*path, name), refusal=refusal)]
        except Misfit as misfit:
            wrong[name] = misfit.wrong
    if wrong or known < len(tree) or not tree.keys() >= shape.required:
        raise Misfit(list(_in_order(shape, tree, path, wrong)))
    return _noun(shape, values, place, path, more)


def _noun(
    shape: Shape, values: dict[str, Any], place: Place, path: Path, more: dict[str, Any]
) -> Any:
    if shape.check is not None:
        try:
            shape.check(values)
        except Refusal as refusal:
            raise Misfit([Wrong("refused", path, refusal=refusal)]) from None
    if shape.arrange is not None:
        values = shape.arrange(values)
    if shape.placed:
        values["place"] = Place(place.file, _joined(place.path, path)) if path else place
    return shape.noun(**values, **more)


@lru_cache(maxsize=1 << 12)
def _joined(outer: Path, inner: Path) -> Path:
    """Return a key path: the same object for the same steps, which every file has."""
    return *outer, *inner


def _in_order(
    shape: Shape, tree: dict[str, Any], path: Path, wrong: dict[str, list[Wrong]]
) -> Iterator[Wrong]:
    for name in shape.keys:
        yield from wrong.get(name, ())
        if name in shape.required and name not in tree:
            yield Wrong("missing-key", (*path, name), within=shape)
    for name in tree:
        if name not in shape.keys:
            yield Wrong("unknown-key", (*path, name), within=shape)


def _inner(kind: Kind, tree: Any, place: Place, path: Path) -> Any:
    if isinstance(kind, Many):
        return _list(kind, tree, place, path)
    if isinstance(kind, Shape):
        return _mapping(kind, tree, place, path, {})
    if isinstance(kind, Named):
        return _named(kind, tree, place, path)
    return kind.read(tree)


def _list(many: Many, tree: Any, place: Place, path: Path) -> tuple[Any, ...]:
    if not isinstance(tree, list):
        raise Misfit([Wrong("no-list", path, tree)])
    if len(tree) > many.most:
        raise Misfit([Wrong("too-many", path, tree, within=many)])
    entries: list[Any] = []
    wrong: list[Wrong] = []
    kind = many.of
    for number, entry in enumerate(tree):
        try:
            if isinstance(kind, Value):
                entries.append(kind.read(entry))
            else:
                entries.append(_inner(kind, entry, place, (*path, number)))
        except Refusal as refusal:
            wrong.append(Wrong("refused", (*path, number), refusal=refusal))
        except Misfit as misfit:
            wrong += misfit.wrong
    if wrong:
        raise Misfit(wrong)
    if len(tree) < many.least:
        raise Misfit([Wrong("too-few", path, tree, within=many)])
    return tuple(entries)


def _named(named: Named, tree: Any, place: Place, path: Path) -> tuple[Any, ...]:
    if not isinstance(tree, dict):
        raise Misfit([Wrong("no-mapping", path, tree)])
    entries: list[Any] = []
    wrong: list[Wrong] = []
    for words, entry in tree.items():
        try:
            named.word.read(words)
        except Refusal as refusal:
            wrong.append(Wrong("refused-word", (*path, words), refusal=refusal))
        try:
            entries.append(_mapping(named.of, entry, place, (*path, words), {"words": words}))
        except Misfit as misfit:
            wrong += misfit.wrong
    if wrong:
        raise Misfit(wrong)
    if len(tree) > named.most:
        raise Misfit([Wrong("too-many", path, tree, within=named)])
    return tuple(entries)
