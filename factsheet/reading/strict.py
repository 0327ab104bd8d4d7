"""Strict YAML: text to plain lists, mappings and text, or every fault in it with its line.

The subset is that of the record format: one document, no anchors, aliases, merge keys, tags or
directives, no key twice, and every scalar is the text that the editor wrote. It works on the
events of libyaml, whose parser is not recursive, and stops at the twelfth level (R-102).
"""

import re
from collections.abc import Callable
from sys import intern
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.characters import FORBIDDEN, MAX_FAULTS, forbidden, forbidden_in
from factsheet.reading.slips import syntax_fault

Tree: TypeAlias = str | list["Tree"] | dict[str, "Tree"]

Event: TypeAlias = Any
"""An event of libyaml; the type stubs know neither its tag nor that its marks are always there."""

SHORT = 40
"""Characters: shorter values stand in many records, and are kept once."""
MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_ENTRIES = 10_000
"""Entries of one list, or keys of one mapping."""
MAX_ENTRY = 64_000
"""Bytes of one entry of the list that a file is."""

_MAY_CUT = re.compile(r"[ \t]#[^\W_]")
_CUT = re.compile(r"[ \t]+#[^\W_]")
"""Only ever matched at one position: searched for, it would be slow in a run of spaces (R-102)."""
_ESCAPES = '"'
_SIGNS = (_ESCAPES, "&", "!")
"""Where none of these stands in a file, no scalar has an escape, an anchor or a tag."""


class _Refused(Exception):
    """The rest of the file cannot be read."""


def load(text: str, file: str) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Return the one document of a file, and its faults.

    The tree is None where nothing can be done with it. A tree that comes with faults is good for
    finding further ones and for nothing else. One leading BOM is passed over (R-107).
    """
    text = text.removeprefix("\ufeff")
    if len(text) * 4 > MAX_BYTES and len(text.encode(errors="replace")) > MAX_BYTES:
        return None, (too_large(file),)
    raw = forbidden_in(text, file)
    reading = _Reading(FORBIDDEN.sub("\ufffd", text) if raw else text, file)
    tree = reading.document()
    return tree, tuple((*raw, *reading.faults)[:MAX_FAULTS])


def too_large(file: str) -> Diagnostic:
    """Return the fault of a file that is over the limit."""
    message = f"the file is larger than {MAX_BYTES:,} bytes"
    return Diagnostic("too-large", message, Place(file), mend="divide it into several files")


class _Reading:
    """One pass over the events of one file."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.faults: list[Diagnostic] = []
        self.usable = True
        self.may_be_cut = "#" in text and _MAY_CUT.search(text) is not None
        self.plain = not self.may_be_cut and not any(sign in text for sign in _SIGNS)
        self.next: Callable[[], Event] = yaml.CSafeLoader(text).get_event

    def document(self) -> Tree | None:
        try:
            tree = self.only_document()
        except _Refused:
            return None
        except yaml.YAMLError as error:
            self.faults.append(syntax_fault(error, self.text, self.file))
            return None
        return tree if self.usable else None

    def only_document(self) -> Tree | None:
        self.next()
        start = self.next()
        if isinstance(start, yaml.DocumentStartEvent):
            tree = self.one_document(start)
            if tree:
                return tree
        mend = "write it, or delete the file"
        place = Place(self.file, line=1, column=1)
        self.faults.append(Diagnostic("empty-record", "the file holds no record", place, mend=mend))
        raise _Refused

    def one_document(self, start: Event) -> Tree:
        if start.version or start.tags:
            self.feature("a directive (a line that begins with %)", start)
        tree = self.node(self.next(), 1)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.feature("a second document after `---`", after)
        return tree

    def node(self, event: Event, depth: int) -> Tree:
        if event.__class__ is ScalarEvent:
            return self.scalar(event)
        if event.__class__ is AliasEvent:
            self.feature(f"a reference to an anchor (*{event.anchor})", event)
            self.usable = False
            return ""
        return self.collection(event, depth)

    def scalar(self, event: Event) -> str:
        text: str = event.value
        if self.plain:
            return text
        if event.tag is not None or event.anchor is not None:
            self.marked(event)
        if event.style == _ESCAPES:
            self.check_escapes(event, text)
        elif self.may_be_cut and not event.style:
            self.check_cut(event)
        return text

    def collection(self, event: Event, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            self.fault("too-large", f"more than {MAX_DEPTH} levels inside one another", event)
            raise _Refused
        if event.tag is not None or event.anchor is not None:
            self.marked(event)
        if isinstance(event, MappingStartEvent):
            return self.mapping(depth)
        return self.sequence(depth)

    def sequence(self, depth: int) -> list[Tree]:
        entries: list[Tree] = []
        event = self.next()
        while event.__class__ is not SequenceEndEvent:
            if len(entries) == MAX_ENTRIES:
                self.too_many(event)
            entries.append(self.node(event, depth + 1))
            following = self.next()
            if depth == 1:
                self.check_size(event, following)
            event = following
        return entries

    def mapping(self, depth: int) -> dict[str, Tree]:
        entries: dict[str, Tree] = {}
        firsts: dict[str, Event] = {}
        take, plain = self.next, self.plain
        event = take()
        while event.__class__ is not MappingEndEvent:
            if len(entries) == MAX_ENTRIES:
                self.too_many(event)
            key = self.key(event)
            inner = take()
            if plain and inner.__class__ is ScalarEvent:  # true of most
                text: str = inner.value
                value: Tree = intern(text) if len(text) < SHORT else text
            else:
                value = self.node(inner, depth + 1)
            if key in firsts:
                self.twice(key, firsts[key], event)
            else:
                firsts[key] = event
                entries[intern(key)] = value
            event = take()
        return entries

    def key(self, event: Event) -> str:
        if event.__class__ is not ScalarEvent:
            self.feature("a key that is not plain text", event)
            raise _Refused
        key = self.scalar(event)
        if key == "<<" and not event.style:
            self.feature("a merge key (<<)", event)
        return key

    def twice(self, key: str, first: Event, event: Event) -> None:
        line, again = (one.start_mark.line + 1 for one in (first, event))
        message = f"the key `{key}` stands twice: in line {line} and in line {again}"
        self.fault("duplicate-key", message, event, "keep one of the two")

    def marked(self, event: Event) -> None:
        if event.anchor is not None:
            self.feature(f"an anchor (&{event.anchor})", event)
        if event.tag is not None:
            self.feature("a tag (a word that begins with !)", event)

    def check_escapes(self, event: Event, text: str) -> None:
        match = FORBIDDEN.search(text)
        if match:
            self.tell(forbidden(match[0], self.place(event)))

    def check_cut(self, event: Event) -> None:
        cut = _CUT.match(self.text, event.end_mark.index)
        if not cut:
            return
        line, column = event.end_mark.line + 1, event.end_mark.column + len(cut[0]) - 1
        self.tell(
            Diagnostic(
                "cut-by-comment",
                "the value ends here: YAML takes ` #` and all that follows for a comment",
                Place(self.file, line=line, column=column),
                mend="put the whole value in quotation marks; or, for a comment, write a space "
                "after `#`",
            )
        )

    def too_many(self, event: Event) -> NoReturn:
        message = f"more than {MAX_ENTRIES:,} entries of one list, or keys beside one another"
        self.fault("too-large", message, event)
        raise _Refused

    def check_size(self, event: Event, following: Event) -> None:
        start, end = event.start_mark.index, following.start_mark.index
        if (end - start) * 4 > MAX_ENTRY and len(self.text[start:end].encode()) > MAX_ENTRY:
            self.fault("too-large", f"this entry is larger than {MAX_ENTRY:,} bytes", event)

    def feature(self, what: str, event: Event) -> None:
        message = f"{what} stands here; records are plain keys, lists and text"
        self.fault(
            "yaml-feature", message, event, "write the value out, or put it in quotation marks"
        )

    def fault(self, rule: str, message: str, event: Event, mend: str = "") -> None:
        self.tell(Diagnostic(rule, message, self.place(event), mend=mend))

    def tell(self, diagnostic: Diagnostic) -> None:
        self.faults.append(diagnostic)
        if len(self.faults) >= MAX_FAULTS:
            raise _Refused

    def place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self.file, line=mark.line + 1, column=mark.column + 1)
