"""The strict parser, which knows nothing but what a page may show."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from factsheet import urls

KEPT = 1_024
"""Lines of which what was read is kept: several rules look at a claim's, one after the other."""
SIGNS = re.compile(r"[\\`*_\[\]<>&\x00\r\n]|^\s|\s$")
"""Text without any of these is the same in Markdown as in plain text, inline."""
_RULES = ["list", "newline", "escape", "backticks", "emphasis", "link", "autolink", "entity"]


@lru_cache(maxsize=KEPT)
def line(text: str) -> Token:
    """Return a one-line text as it is shown; nobody changes the token."""
    return STRICT.parseInline(text.strip())[0]


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def _strict() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_RULES)
    parser.validateLink = _is_safe  # type: ignore[method-assign]  # the library's own seam
    parser.normalizeLink = as_written  # type: ignore[method-assign]  # when it is rendered
    parser.add_render_rule("link_open", _link_open)
    return parser


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    position: int,
    options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    """Render the start of a link: outside ones say so, inside ones start at the site's root."""
    target = normalizeLink(str(tokens[position].attrs["href"]))
    if re.match(r"https?:", target, re.IGNORECASE):
        return f'<a href="{escapeHtml(target)}" rel="noopener noreferrer">'
    root = "" if target.startswith(("#", "mailto:")) else str(env.get("root", ""))
    return f'<a href="{escapeHtml(root + target)}">'


def _is_safe(url: str) -> bool:
    """Return whether a link may be published as it will be rendered."""
    return urls.is_safe_link(normalizeLink(url))


def as_written(url: str) -> str:
    """Return the target of a link as the editor wrote it."""
    return url


STRICT = _strict()
