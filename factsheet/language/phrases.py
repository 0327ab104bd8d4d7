"""Words in a text, and phrases of several words among them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, Literal, NamedTuple, TypeVar

from msgspec import Struct, field

_INITIALS = r"(?:[^\W\d_]\.){2,}+"
"""`U.S.`, `a.m.`"""
_WORD = r"[^\W\d_]++(?:['’][^\W\d_]++)*+"
_WORDS = re.compile(f"{_INITIALS}|{_WORD}")
_OPENING = re.compile(
    rf"(?:(?<![\w\s])|(?<=[_\n\r\v\f\x1c-\x1e\x85\u2028\u2029]))\s*({_INITIALS}|{_WORD})"
)
"""A word at the beginning, or with a mark or a line end before it."""
_TOKEN = re.compile(
    rf"""
      (\s*+)
      (?:
        ({_INITIALS} | {_WORD})
      | (\d++(?:[.,\xa0\u2009\u202f]\d++)*+)        # 788,000  1.5
      | ([^\w\s]|_)
      )
    """,
    re.VERBOSE,
)
"""White space before a token, and the token: a word, a number or a mark. Nothing stands between
two tokens but white space, so that offsets can be counted."""

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
"""Hyphen to long dash."""

KEPT = 512
"""Texts of which what was read is kept, since several readers look at a text one after the other:
those of all the claims that are checked together."""

V = TypeVar("V")
Words = tuple[str, ...]


class Token(NamedTuple):
    """A word, a run of digits with their separators, or one other character.

    A tuple, since they are made by the million and a dataclass takes three times as long.
    """

    text: str
    word: str
    """In small letters, with straight apostrophes."""
    start: int
    """Code points; half-open with `end`."""
    end: int
    kind: Literal["word", "digits", "mark"]
    glued: bool
    """Whether the token before stands right beside it."""
    opens_line: bool


class Phrases(Struct, Generic[V], frozen=True):
    """Phrases with what each means, to be found in tokens; the longest that fits counts."""

    by_first: Mapping[str, tuple[tuple[Words, V], ...]] = field(default_factory=dict)
    """First word to phrases that begin with it, the longest first."""
    second: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """First word to the words that may follow it, an empty one for a phrase of one word."""

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, V] | None:
        """Return the index after the phrase that begins here, and what it means."""
        first = tokens[index].word
        may_follow = self.second.get(first)
        if may_follow is None:
            return None
        if "" not in may_follow and word_at(tokens, index + 1) not in may_follow:
            return None
        for words, value in self.by_first[first]:
            stop = index + len(words)
            if tuple(token.word for token in tokens[index:stop]) == words:
                return stop, value
        return None

    def found(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, V]]:
        """Yield start and end (token indexes) and meaning of phrases, from the left, no overlap."""
        done, firsts = 0, self.by_first
        for index in [at for at, token in enumerate(tokens) if token.word in firsts]:
            if index >= done and (hit := self.at(tokens, index)):
                yield index, *hit
                done = hit[0]


@lru_cache(maxsize=KEPT)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in order; white space is in none of them. Linear time."""
    return tuple(_tokens(text))


def word_forms(texts: Iterable[str]) -> frozenset[str]:
    """Return the words among the tokens of texts, each once and as it is written.

    Many times as fast as `tokens`, for who does not ask where they stand.
    """
    return frozenset(word for piece in pieces(texts) for word in _WORDS.findall(piece))


def pieces(texts: Iterable[str]) -> frozenset[str]:
    """Return what stands between white space in texts, each once; no token is in two of them,
    but for a number with a space between its digits."""
    found: set[str] = set()
    for text in texts:
        found.update(text.split())
    return frozenset(found)


def openings(text: str) -> list[str]:
    """Return the words, as they are written, of which one may open a sentence; no other does."""
    return _OPENING.findall(text)


def word_at(tokens: Sequence[Token], index: int) -> str:
    """Return the word of a token, in small letters; empty outside the text."""
    return tokens[index].word if 0 <= index < len(tokens) else ""


def phrases(meanings: Mapping[V, str]) -> Phrases[V]:
    """Return phrases from what they mean to a list of them, divided by `|`."""
    pairs = (
        (tuple(token.word for token in tokens(phrase)), meaning)
        for meaning, listed in meanings.items()
        for phrase in listed.split("|")
    )
    by_first = _by_first(pairs)
    second = {
        first: frozenset(words[1] if len(words) > 1 else "" for words, _ in group)
        for first, group in by_first.items()
    }
    return Phrases(by_first, second)


def words(listed: str) -> frozenset[str]:
    """Return the words of a list divided by spaces."""
    return frozenset(listed.split())


def numbered(listed: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Return words with their numbers; words that share a number are divided by `/`."""
    return {
        word: first + step * place
        for place, group in enumerate(listed.split())
        for word in group.split("/")
    }


def _by_first(pairs: Iterable[tuple[Words, V]]) -> dict[str, tuple[tuple[Words, V], ...]]:
    listed: dict[str, list[tuple[Words, V]]] = {}
    for phrase, meaning in pairs:
        listed.setdefault(phrase[0], []).append((phrase, meaning))
    return {
        first: tuple(sorted(group, key=lambda pair: -len(pair[0])))
        for first, group in listed.items()
    }


def _tokens(text: str) -> Iterator[Token]:
    end, new = 0, tuple.__new__  # three times as fast as calling Token
    for gap, word, digits, mark in _TOKEN.findall(text):
        found = word or digits or mark
        kind = "word" if word else "digits" if digits else "mark"
        small = found.replace("’", "'").lower()
        glued = not gap and end > 0
        opens_line = end == 0 or (gap not in ("", " ") and ("\n" in gap or "\r" in gap))
        start = end + len(gap)
        end = start + len(found)
        yield new(Token, (found, small, start, end, kind, glued, opens_line))
