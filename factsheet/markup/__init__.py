"""Markdown of the records to HTML: few elements, no raw HTML, safe links only.

Two parsers: a strict one renders and knows nothing but what is allowed; a full CommonMark one
reads the same text to tell the editor what would not be shown as meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup, escape

from factsheet.markup.faults import LONGEST, faults, links
from factsheet.markup.parsing import KEPT, SIGNS, STRICT, flat, line

__all__ = [
    "LONGEST", "block", "escaped", "faults", "inline", "links", "plain", "plain_block", "time",
]  # fmt: skip

ELEMENTS = frozenset({"p", "ul", "ol", "li", "em", "strong", "a", "code", "br"})
ATTRIBUTES = frozenset({("a", "href"), ("a", "rel"), ("a", "aria-describedby"), ("ol", "start")})
"""All that can come out of this module; every other character of a text is escaped."""

_NOTHING = Markup()


def escaped(value: object) -> str:
    """Return what `markupsafe.escape` makes of it, the very same text where it changes nothing."""
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    if "&" in value or "<" in value or ">" in value or "'" in value or '"' in value:
        return escape(value)
    return value


def time(words: str, iso: str) -> Markup:
    """Return a date as HTML says it; `iso` is empty where HTML has no way to say it."""
    said = escaped(words)
    return Markup(f'<time datetime="{escaped(iso)}">{said}</time>' if iso else said)


def inline(text: str, root: str = "", noted: Mapping[str, str] | None = None) -> Markup:
    """Return the HTML of a one-line field; `root` leads from its page to the site's root.

    Words that are `noted` lead to the id given for them on the same page, and are described by
    what stands there. Words inside emphasis, code or a link, or across their edge, stay as they
    are.
    """
    if not noted and not SIGNS.search(text):
        return Markup(escapeHtml(text))
    read = line(text)
    shown = _noted(read, noted) if noted else read
    return Markup(STRICT.renderer.render([shown], STRICT.options, {"root": root}))


def block(text: str, root: str = "") -> Markup:
    """Return the HTML of paragraphs and lists; empty for an empty text."""
    if not text:
        return _NOTHING
    if text[:1].isalpha() and not SIGNS.search(text):
        return Markup(f"<p>{escapeHtml(text)}</p>")
    return Markup(STRICT.render(text, {"root": root}).rstrip("\n"))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """Return the words alone, on one line: no Markdown, no HTML."""
    if not SIGNS.search(text):
        return text
    return "".join(_words((line(text),)))


def plain_block(text: str) -> str:
    """Return the words of paragraphs and lists alone, on one line."""
    return "".join(_words(STRICT.parse(text))).strip()


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in flat(tokens):
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "paragraph_close"):
            yield " "


def _noted(line: Token, noted: Mapping[str, str]) -> Token:
    """Return a line with the noted words wrapped, the longest where two begin together."""
    longest_first = sorted(noted, key=lambda words: (-len(words), words))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    pieces = [
        piece
        for token in line.children or ()
        for piece in (_pieces(token, pattern, noted) if _is_bare(token) else (token,))
    ]
    return line.copy(children=pieces)


def _is_bare(token: Token) -> bool:
    return token.type == "text" and token.level == 0


def _pieces(token: Token, pattern: re.Pattern[str], noted: Mapping[str, str]) -> Iterator[Token]:
    """Yield a text in pieces: every second one is what the pattern found, as a link."""
    for position, text in enumerate(pattern.split(token.content)):
        words = Token("text", "", 0, content=text)
        if position % 2:
            anchor = noted[text]
            opening = {"href": f"#{anchor}", "aria-describedby": anchor}
            yield Token("note_open", "a", 1, attrs=dict(opening))
            yield words
            yield Token("note_close", "a", -1)
        elif text:
            yield words
