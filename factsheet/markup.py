"""Markdown of the records to HTML: few elements, no raw HTML, safe links only.

Two parsers: a strict one renders and knows nothing but what is allowed; a full CommonMark one
reads the same text to tell the editor what would not be shown as meant.
"""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from factsheet import urls

LONGEST = 20_000
"""Code points that a Markdown field may have."""

ELEMENTS = frozenset({"p", "ul", "ol", "li", "em", "strong", "a", "code", "br"})
ATTRIBUTES = frozenset({("a", "href"), ("a", "rel"), ("a", "aria-describedby"), ("ol", "start")})
"""All that can come out of this module; every other character of a text is escaped."""

_RULES = ["list", "newline", "escape", "backticks", "emphasis", "link", "autolink", "entity"]
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
_NOTHING = Markup()
_LISTS = {"bullet_list_open", "ordered_list_open"}
_SIGNS = re.compile(r"[\\`*_\[\]<>&\x00\r\n]|^\s|\s$")
"""Text without any of these is the same in Markdown as in plain text, inline."""


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
    if not noted and not _SIGNS.search(text):
        return Markup(escapeHtml(text))
    tokens = _STRICT.parseInline(text.strip())
    if noted:
        _note(tokens[0], noted)
    return Markup(_STRICT.renderer.render(tokens, _STRICT.options, {"root": root}))


def block(text: str, root: str = "") -> Markup:
    """Return the HTML of paragraphs and lists; empty for an empty text."""
    if not text:
        return _NOTHING
    if text[:1].isalpha() and not _SIGNS.search(text):
        return Markup(f"<p>{escapeHtml(text)}</p>")
    return Markup(_STRICT.render(text, {"root": root}).rstrip("\n"))


@lru_cache(maxsize=1_024)
def plain(text: str) -> str:
    """Return the words alone, on one line: no Markdown, no HTML."""
    if not _SIGNS.search(text):
        return text
    return "".join(_words(_STRICT.parseInline(text.strip())))


def plain_block(text: str) -> str:
    """Return the words of paragraphs and lists alone, on one line."""
    return "".join(_words(_STRICT.parse(text))).strip()


def links(text: str) -> tuple[str, ...]:
    """Return the targets of all links in the text, as the editor wrote them, in order."""
    if not _SIGNS.search(text):
        return ()
    return _read(text).targets


def faults(text: str, *, inline_only: bool) -> tuple[str, ...]:
    """Return what is wrong with a Markdown field, in plain words; empty when it is good."""
    if len(text) > LONGEST:
        return (f"the text has {len(text):,} characters; at most {LONGEST:,} are allowed",)
    if not _SIGNS.search(text) and text[:1].isalpha():
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
    """Return what is in the text; two rules ask, and a hostile text is dear to read."""
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
    for token in _flat(tokens):
        if token.type in _NOT_SHOWN:
            shown = token.content.strip().partition("\n")[0]
            yield _NOT_SHOWN[token.type].format(shown)


def _link_faults(read: _Reading) -> Iterator[str]:
    for target in dict.fromkeys(read.targets):
        fault = urls.link_fault(target)
        if fault:
            yield f"the link to “{target}” is not allowed: {fault}"


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _targets(tokens: Sequence[Token]) -> Iterator[str]:
    return (str(t.attrs["href"]) for t in _flat(tokens) if t.type == "link_open")


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in _flat(tokens):
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "paragraph_close"):
            yield " "


def _note(line: Token, noted: Mapping[str, str]) -> None:
    """Wrap the noted words of a line, the longest where two begin together."""
    longest_first = sorted(noted, key=lambda words: (-len(words), words))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    line.children = [
        piece
        for token in line.children or ()
        for piece in (_pieces(token, pattern, noted) if _is_bare(token) else (token,))
    ]


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


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    position: int,
    options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    """Render the start of a link: outside ones say so, inside ones start at the site's root."""
    target = str(tokens[position].attrs["href"])
    if re.match(r"https?:", target, re.IGNORECASE):
        return f'<a href="{escapeHtml(target)}" rel="noopener noreferrer">'
    root = "" if target.startswith(("#", "mailto:")) else str(env.get("root", ""))
    return f'<a href="{escapeHtml(root + target)}">'


def _strict() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_RULES)
    parser.validateLink = urls.is_safe_link  # type: ignore[method-assign]  # the library's own seam
    parser.add_render_rule("link_open", _link_open)
    return parser


def _full() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # told, not dropped
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as the editor wrote it
    return parser


_STRICT = _strict()
_FULL = _full()
