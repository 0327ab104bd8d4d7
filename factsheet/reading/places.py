"""From a key path to line, column and width in a file: worked out only when a fault is told."""

import re
from dataclasses import dataclass, replace

import yaml

from factsheet.diagnostics import Place, Step
from factsheet.reading.characters import FORBIDDEN
from factsheet.reading.strict import Event

_WORD = re.compile(r"[\w-]+|.")
_BLOCK = re.compile(r"[|>][^\n]*\n\s*")
_IN_QUOTES: dict[str, dict[str, str | int | None]] = {
    "'": {"'": "''"},
    '"': {'"': '\\"', "\\": "\\\\"},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something stands in a file."""

    line: int
    """From 1."""
    column: int
    """From 1, in code points; a byte order mark does not count."""
    width: int
    """Code points on that line, at least 1."""
    lines: tuple[int, int] = (0, 0)
    """The first and the last line of the key and its value; (0, 0) where there is no key."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The value at the end of a path, or the last one on the way there, and its key."""

    value: Event
    key: Event
    whole_path: bool


def locate(text: str, place: Place) -> Mark:
    """Return where a place is in the text of its file.

    A path that no longer exists leads to its nearest existing parent, words that are not found to
    the whole value. The text need not be good YAML.
    """
    text = text.removeprefix("\ufeff")
    if place.line is not None:
        return _given(text, place.line, place.column or 1)
    found = _find(FORBIDDEN.sub("\ufffd", text), place.path)
    if found.value is None:
        return Mark(1, 1, 1)
    return replace(_mark(text, *_span(text, place, found)), lines=_lines(text, found))


def _given(text: str, line: int, column: int) -> Mark:
    lines = text.split("\n")
    word = _WORD.match(lines[line - 1], column - 1) if 0 < line <= len(lines) else None
    return Mark(line, column, len(word[0]) if word else 1)


def _find(text: str, path: tuple[Step, ...]) -> _Found:
    events = yaml.CSafeLoader(text)
    found = _Found(None, None, whole_path=False)
    try:
        events.get_event()
        events.get_event()
        found = _Found(events.get_event(), None, whole_path=not path)
        for number, step in enumerate(path):
            key, value = _child(events, found.value, step)
            if value is None:
                break
            found = _Found(value, key, whole_path=number == len(path) - 1)
    except yaml.YAMLError:
        pass  # all before the fault in the grammar is found
    return found


def _child(events: yaml.CSafeLoader, parent: Event, step: Step) -> tuple[Event, Event]:
    if isinstance(parent, yaml.MappingStartEvent):
        return _under_key(events, str(step))
    if isinstance(parent, yaml.SequenceStartEvent) and isinstance(step, int):
        return None, _at_position(events, step)
    return None, None


def _under_key(events: yaml.CSafeLoader, wanted: str) -> tuple[Event, Event]:
    while not isinstance(key := events.get_event(), yaml.MappingEndEvent):
        _skip(events, key)
        value: Event = events.get_event()
        if isinstance(key, yaml.ScalarEvent) and key.value == wanted:
            return key, value
        _skip(events, value)
    return None, None


def _at_position(events: yaml.CSafeLoader, wanted: int) -> Event:
    position = 0
    while not isinstance(value := events.get_event(), yaml.SequenceEndEvent):
        if position == wanted:
            return value
        _skip(events, value)
        position += 1
    return None


def _skip(events: yaml.CSafeLoader, event: Event) -> None:
    depth = 0
    while True:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return
        event = events.get_event()


def _span(text: str, place: Place, found: _Found) -> tuple[int, int]:
    value, key = found.value, found.key
    if key is not None and (_is_empty(value) or (place.on_key and found.whole_path)):
        return key.start_mark.index, key.end_mark.index
    start, end = value.start_mark.index, value.end_mark.index
    if isinstance(value, yaml.CollectionStartEvent):
        return start, len(text)
    return _inside(text, start, end, getattr(value, "style", ""), place.words)


def _lines(text: str, found: _Found) -> tuple[int, int]:
    if found.key is None or not isinstance(found.value, yaml.ScalarEvent):
        return 0, 0
    begin, end = found.key.start_mark, found.value.end_mark
    if begin is None or end is None:
        return 0, 0
    return begin.line + 1, text[: end.index].rstrip().count("\n") + 1


def _is_empty(value: Event) -> bool:
    start, end = value.start_mark.index, value.end_mark.index
    return isinstance(value, yaml.ScalarEvent) and bool(start == end)


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
