"""Addresses: whether a link may be published, and links that open a page at a passage."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from factsheet.quotes.folding import Prepared
from factsheet.sentences import Span

SCHEMES = ("http", "https", "mailto")
LONGEST_WHOLE = 60
"""Characters of a passage that a text fragment repeats whole; a longer one is named by its ends."""
FEWEST_WORDS = 3
"""Words at each end that it begins with."""
MOST_WORDS = 12
"""Words at each end that it goes up to."""
MOST_CONTEXT = 8
"""Words before and after that are added at most."""
TRIED = 50
"""Places that are tried for one directive, so that a text which repeats itself costs no more."""
WORDS_KEPT = 4096
"""Words of which the encoded form is remembered; articles say the same few at their edges."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    r"\ufeff\ud800-\udfff]"
)
"""Controls, white space, bidi controls, invisible characters."""
_WORDS = re.compile(r"[^ ]+")
_JOINED = re.compile(r"\w\w")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")


def is_safe_link(url: str) -> bool:
    """Return whether a link may be published; `link_fault` says why not."""
    return link_fault(url) is None


def link_fault(url: str) -> str | None:
    """Return what is wrong with a link, in plain words, or None when it may be published.

    Allowed are http, https, mailto, and addresses relative to the site.
    """
    if not url:
        return "it is empty"
    if _FORBIDDEN.search(url):
        return "it holds a space or an invisible character"
    if "\\" in url:
        return "it holds a backslash"
    if url.startswith("//"):
        return "it begins with //; write https:// and the host"
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "its host cannot be read"
    if not _SCHEME.match(url):
        return (
            "it has a colon before the first slash, which reads as a scheme"
            if ":" in url.partition("/")[0]
            else None
        )
    return _fault_of_scheme(url, parts.scheme, parts.netloc, parts.hostname)


def _fault_of_scheme(url: str, scheme: str, netloc: str, hostname: str | None) -> str | None:
    if scheme not in SCHEMES:
        return f"it begins with {scheme}:; only http, https and mailto are allowed"
    if scheme == "mailto":
        address = url.partition(":")[2].partition("?")[0]
        return None if re.fullmatch(r"[^@/]+@[^@/]+", address) else "it names no mail address"
    if not hostname or not url.partition(":")[2].startswith("//"):
        return "it names no host"
    return "it holds a user name or password" if "@" in netloc else None


def host(url: str) -> str:
    """Return the host for display, without `www.` and port; empty when there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def fragment(url: str, article: Prepared, spans: Sequence[Span]) -> str:
    """Return the address that opens a page at the passage (WICG URL text fragments).

    The spans are code points into the article as archived; each becomes one directive, made
    longer until, in the article's folded text, a browser's first match is that very span. A span
    that nothing tells apart gets none: a link to other words would be worse. A fragment that the
    address has already is kept.
    """
    written = "&".join(f"text={one}" for span in spans if (one := _directive(article, span)))
    if not written:
        return url
    joint = "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    return url + joint + written


class _Directive(NamedTuple):
    """Pieces of `prefix-,start,end,-suffix` as folded ranges of the article; None: not there."""

    start: Span
    end: Span | None = None
    prefix: Span | None = None
    suffix: Span | None = None


def _directive(article: Prepared, span: Span) -> str:
    folded = article.folded
    low, high = folded.position(span[0]), folded.position(span[1])
    for directive in _candidates(article, low, high):
        if _selected(article.small, directive) == (low, high):
            return _written(article, directive)
    return ""


def _candidates(article: Prepared, low: int, high: int) -> Iterator[_Directive]:
    """Yield ever longer directives for the folded range."""
    bases: list[_Directive] = []
    for base in _bases(article, low, high):
        yield base
        bases.append(base)
    for count in range(1, MOST_CONTEXT + 1):
        before, after = _around(article.folded.text, low, high, count)
        for base in (bases[0], bases[-1]):
            if before:
                yield base._replace(prefix=before)
            if after:
                yield base._replace(suffix=after)
            if before and after:
                yield base._replace(prefix=before, suffix=after)


def _bases(article: Prepared, low: int, high: int) -> Iterator[_Directive]:
    """Yield the directives that need no context: by both ends, and whole where that is short."""
    lines = _lines(article, low, high)
    whole = len(lines) == 1
    if not whole or high - low > LONGEST_WHOLE:
        yield from _ends(article.folded.text, lines)
    if whole and high - low <= 5 * LONGEST_WHOLE:
        yield _Directive((low, high))


def _ends(text: str, lines: Sequence[Span]) -> Iterator[_Directive]:
    """Yield the first and last words of the range: 3 and 3, 4 and 4, as far as there are any."""
    (low, line_end), (line_start, high) = lines[0], lines[-1]
    first = last = text[low:line_end].split(" ")
    most = len(first) // 2
    if len(lines) > 1:
        last = text[line_start:high].split(" ")
        most = max(len(first), len(last))
    for count in range(min(FEWEST_WORDS, max(most, 1)), min(most, MOST_WORDS) + 1):
        start, end = low + len(" ".join(first[:count])), high - len(" ".join(last[-count:]))
        if start <= end:
            yield _Directive((low, start), (end, high))
    if len(first) == len(last) == 1 and lines[0] == lines[-1]:
        yield _Directive(lines[0])


def _lines(article: Prepared, low: int, high: int) -> list[Span]:
    """Return the folded ranges of the lines in a folded range: a browser matches within one."""
    start, end = article.folded.original(low, high)
    if not _LINE_END.search(article.text, start, end):
        return [_tight(article.folded.text, low, high)]
    spans = [
        (start + match.start(), start + match.end())
        for match in _LINE.finditer(article.text[start:end])
        if match[0].strip()
    ]
    position = article.folded.position
    return [
        _tight(article.folded.text, position(start), position(end)) for start, end in spans
    ] or [(low, high)]


def _tight(text: str, low: int, high: int) -> Span:
    """Return the range without spaces at its ends."""
    words = text[low:high]
    return low + len(words) - len(words.lstrip(" ")), high - len(words) + len(words.rstrip(" "))


def _around(text: str, low: int, high: int, count: int) -> tuple[Span | None, Span | None]:
    """Return the ranges of so many words before and after; None where there are none."""
    reach = 40 * count
    before = [m.span() for m in _WORDS.finditer(text, max(0, low - reach), low)][-count:]
    after = [m.span() for m in islice(_WORDS.finditer(text, high, high + reach), count)]
    return (
        (before[0][0], before[-1][1]) if before and before[-1][1] < low else None,
        (after[0][0], after[-1][1]) if after and after[0][0] > high else None,
    )


def _selected(text: str, directive: _Directive) -> Span | None:
    """Return the range that a browser selects: the first that fits, on word bounds."""
    start = text[slice(*directive.start)]
    end = text[slice(*directive.end)] if directive.end else ""
    prefix = text[slice(*directive.prefix)] if directive.prefix else ""
    suffix = text[slice(*directive.suffix)] if directive.suffix else ""
    for low in islice(_bounded(text, f"{prefix} {start}" if prefix else start, 0), TRIED):
        begin = low + len(prefix) + 1 if prefix else low
        closes = _bounded(text, end, begin + len(start)) if end else iter((begin,))
        for close in islice(closes, TRIED):
            high = close + len(end or start)
            if not suffix or text.startswith(f" {suffix}", high):
                return begin, high
    return None


def _bounded(text: str, words: str, begin: int) -> Iterator[int]:
    found = text.find(words, begin)
    while found >= 0:
        high = found + len(words)
        if not (_JOINED.match(text, found - 1) if found else None) and not _JOINED.match(
            text, high - 1
        ):
            yield found
        found = text.find(words, found + 1)


def _written(article: Prepared, directive: _Directive) -> str:
    start = _encoded(article, directive.start)
    end = _encoded(article, directive.end) if directive.end else ""
    prefix = _encoded(article, directive.prefix) if directive.prefix else ""
    suffix = _encoded(article, directive.suffix) if directive.suffix else ""
    pieces = (prefix and f"{prefix}-", start, end, suffix and f"-{suffix}")
    return ",".join(filter(None, pieces))


def _encoded(article: Prepared, piece: Span) -> str:
    """Percent-encode the article's own characters; `-` too, which is syntax here."""
    words = article.text[slice(*article.folded.original(*piece))].split()
    return "%20".join(map(_quoted, words))


@lru_cache(WORDS_KEPT)
def _quoted(word: str) -> str:
    return quote(word.replace("\xad", ""), safe="").replace("-", "%2D")
