"""What an editor's Markdown holds that a page does not show as it is meant, and its links."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factsheet import urls
from factsheet.markup.parsing import SIGNS, as_written, flat, line

LONGEST = 20_000
"""Code points that a Markdown field may have."""
_NOT_SHOWN = {
    "html_inline": "raw HTML ({}) is not allowed; write Markdown, or \\< for the sign itself",
    "html_block": "raw HTML ({}) is not allowed; write Markdown, or \\< for the sign itself",
    "image": "images are not allowed in a record",
    "heading_open": "headings are not allowed here; \\# writes the sign itself",
    "blockquote_open": "block quotations are not allowed here; \\> writes the sign itself",
    "fence": "code blocks are not allowed here",
    "code_block": "the text is indented by four or more spaces; take the indent away",
    "hr": "horizontal lines are not allowed here",
}
_LISTS = {"bullet_list_open", "ordered_list_open"}
_NOT_OF_LINES = re.compile(r"[<\r\n]|!\[")


def links(text: str) -> tuple[str, ...]:
    """Return the targets of all links in the text, as the editor wrote them, in order."""
    if not SIGNS.search(text):
        return ()
    return _read(text).targets


def faults(text: str, *, inline_only: bool) -> tuple[str, ...]:
    """Return what is wrong with a Markdown field, in plain words; empty when it is good."""
    if len(text) > LONGEST:
        return (f"the text has {len(text):,} characters; at most {LONGEST:,} are allowed",)
    if not SIGNS.search(text) and text[:1].isalpha():
        return ()
    read = _read(text)
    return (*_construct_faults(read, inline_only), *_link_faults(read))


class _Reading(NamedTuple):
    """What a full reading of a text found in it."""

    not_shown: tuple[str, ...]
    labels: tuple[str, ...]
    """Of link definitions."""
    targets: tuple[str, ...]
    has_list: bool
    paragraphs: int


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> _Reading:
    """Return what is in the text; two rules ask, and a hostile text is dear to read.

    A line that begins with a letter is a paragraph, and is shown as it is meant unless it may hold
    HTML or an image, or a link was left in it as text.
    """
    if text[:1].isalpha() and not _NOT_OF_LINES.search(text):
        shown = line(text)
        if not any("](" in token.content for token in shown.children or ()):
            return _Reading((), (), tuple(_targets((shown,))), has_list=False, paragraphs=1)
    env: dict[str, Any] = {}
    tokens = _FULL.parse(text, env)
    return _Reading(
        tuple(dict.fromkeys(_not_shown(tokens))),
        tuple(env.get("references", {})),
        tuple(_targets(tokens)),
        any(token.type in _LISTS for token in tokens),
        sum(token.type == "paragraph_open" for token in tokens),
    )


def _construct_faults(read: _Reading, inline_only: bool) -> Iterator[str]:
    yield from read.not_shown
    for label in read.labels:
        yield f"link definitions ([{label}]: …) are not allowed; write [words](address)"
    if inline_only and read.has_list:
        yield "this reads as a list, but only one line of text may stand here; \\ before the sign"
    elif inline_only and read.paragraphs > 1:
        yield "only one paragraph may stand here"


def _not_shown(tokens: Sequence[Token]) -> Iterator[str]:
    for token in flat(tokens):
        if token.type in _NOT_SHOWN:
            shown = token.content.strip().partition("\n")[0]
            yield _NOT_SHOWN[token.type].format(shown)


def _link_faults(read: _Reading) -> Iterator[str]:
    for target in dict.fromkeys(read.targets):
        fault = urls.link_fault(target)
        if fault:
            yield f"the link to “{target}” is not allowed: {fault}"


def _targets(tokens: Sequence[Token]) -> Iterator[str]:
    return (str(t.attrs["href"]) for t in flat(tokens) if t.type == "link_open")


def _full() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # told, not dropped
    parser.normalizeLink = as_written  # type: ignore[method-assign]
    return parser


_FULL = _full()
