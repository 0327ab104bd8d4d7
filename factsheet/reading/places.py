"""From a key path to line, column and width in a file: worked out only when a fault is told."""

import re
from functools import lru_cache
from typing import TypeAlias

import yaml
from msgspec import Struct
from msgspec.structs import replace

from factsheet.diagnostics import Place, Step
from factsheet.reading.characters import FORBIDDEN
from factsheet.reading.strict import MAX_DEPTH, Event

_WORD = re.compile(r"[\w-]+|.")
_BLOCK = re.compile(r"[|>][^\n]*\n\s*")
_IN_QUOTES: dict[str, dict[str, str | int | None]] = {
    "'": {"'": "''"},
    '"': {'"': '\\"', "\\": "\\\\"},
}


class Mark(Struct, frozen=True):
    """Where something stands in a file."""

    line: int
    """From 1."""
    column: int
    """From 1, in code points; a byte order mark does not count."""
    width: int
    """Code points on that line, at least 1."""
    lines: tuple[int, int] = (0, 0)
    """The first and the last line of the key and its value; (0, 0) where there is no key."""


_Children: TypeAlias = "dict[Step, tuple[_Node | None, _Node]]"
"""Key and value by key, or None and the entry by position."""


class _Node(Struct, frozen=True):
    """Where a value or a key stands, in code points, and what is inside it."""

    start: int
    end: int
    line: int
    """Of its start, from 1."""
    style: str
    children: "_Children | None"
    """None for what holds nothing."""


class _Parent(Struct):
    """A list or a mapping that is being read."""

    children: _Children
    is_mapping: bool
    key: tuple[str, _Node] | None = None
    """Read, and its value not yet."""

    def put(self, text: str, node: _Node) -> None:
        if not self.is_mapping:
            self.children[len(self.children)] = None, node
        elif self.key is None:
            self.key = text, node
        else:
            self.children.setdefault(self.key[0], (self.key[1], node))
            self.key = None


class _Found(Struct, frozen=True):
    """The value at the end of a path, or the last one on the way there, and its key."""

    value: _Node
    key: _Node | None
    whole_path: bool


def locate(text: str, place: Place) -> Mark:
    """Return where a place is in the text of its file.

    A path that no longer exists leads to its nearest existing parent, words that are not found to
    the whole value. The text need not be good YAML.
    """
    text = text.removeprefix("\ufeff")
    if place.line is not None:
        return _given(text, place.line, place.column or 1)
    root = _outline(text)
    if root is None:
        return Mark(1, 1, 1)
    found = _find(root, place.path)
    return replace(_mark(text, *_span(text, place, found)), lines=_lines(text, found))


def _given(text: str, line: int, column: int) -> Mark:
    lines = text.split("\n")
    word = _WORD.match(lines[line - 1], column - 1) if 0 < line <= len(lines) else None
    return Mark(line, column, len(word[0]) if word else 1)


def _find(root: _Node, path: tuple[Step, ...]) -> _Found:
    found = _Found(root, None, whole_path=not path)
    for number, step in enumerate(path, 1):
        children = found.value.children or {}
        if step not in children:
            return replace(found, whole_path=False)
        key, value = children[step]
        found = _Found(value, key, whole_path=number == len(path))
    return found


@lru_cache(maxsize=2)
def _outline(text: str) -> _Node | None:
    """Return the places of all values of a file: read once, however many faults are told (R-802).

    Where the grammar is broken, or deeper than records are, the rest is left out; None when there
    is nothing before that.
    """
    events = yaml.CSafeLoader(FORBIDDEN.sub("\ufffd", text))
    parents = [_Parent({}, is_mapping=False)]
    try:
        events.get_event()
        events.get_event()
        while len(parents) <= MAX_DEPTH + 1:
            _take(events.get_event(), parents)
            if len(parents) == 1:
                break
    except yaml.YAMLError:
        pass  # all before the fault in the grammar is found
    return parents[0].children[0][1] if parents[0].children else None


def _take(event: Event, parents: list[_Parent]) -> None:
    if isinstance(event, yaml.CollectionEndEvent):
        parents.pop()
    elif isinstance(event, yaml.NodeEvent):
        node = _node(event)
        parents[-1].put(getattr(event, "value", ""), node)
        if node.children is not None:
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            parents.append(_Parent(node.children, is_mapping))


def _node(event: Event) -> _Node:
    start, end = event.start_mark, event.end_mark
    children: _Children | None = {} if isinstance(event, yaml.CollectionStartEvent) else None
    return _Node(start.index, end.index, start.line + 1, getattr(event, "style", ""), children)


def _span(text: str, place: Place, found: _Found) -> tuple[int, int]:
    value, key = found.value, found.key
    is_empty = value.children is None and value.start == value.end
    if key is not None and (is_empty or (place.on_key and found.whole_path)):
        return key.start, key.end
    if value.children is not None:
        return value.start, len(text)
    return _inside(text, value.start, value.end, value.style, place.words)


def _lines(text: str, found: _Found) -> tuple[int, int]:
    key, value = found.key, found.value
    if key is None or value.children is not None:
        return 0, 0
    return key.line, key.line + text[key.start : value.end].rstrip().count("\n")


def _inside(text: str, start: int, end: int, style: str, words: str) -> tuple[int, int]:
    block = _BLOCK.match(text, start, end) if style in ("|", ">") else None
    start = block.end() if block else start
    if words.split():
        found = _loosely(words, style).search(text, start, end)
        return found.span() if found else (start, end)
    return start, end


def _loosely(words: str, style: str) -> re.Pattern[str]:
    """Return a pattern for words as a scalar of this style writes them, over several lines too."""
    written = words.translate(str.maketrans(_IN_QUOTES.get(style, {})))
    return re.compile(r"\s+".join(re.escape(word) for word in written.split()))


def _mark(text: str, start: int, end: int) -> Mark:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    shown = text[start : min(end, line_end if line_end >= 0 else len(text))].rstrip()
    return Mark(text.count("\n", 0, start) + 1, start - line_start + 1, max(1, len(shown)))
