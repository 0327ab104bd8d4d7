"""Cheap tests before a text is read word by word: most say nothing of the kind looked for.

False is certain; True only means that the text has to be read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase
from typing import Any

from msgspec import Struct

from factsheet.language.phrases import KEPT, Phrases
from factsheet.language.tables import HedgeKind, Language


class Signs(Struct, frozen=True):
    """What the words and phrases of a kind are known by."""

    runs: frozenset[bytes]
    """The longest run of letters of each."""
    parts: Mapping[bytes, tuple[frozenset[bytes], ...]]
    """Such a run, to all the runs of each word or phrase that has it."""


LANGUAGES = 64
"""How many tables are kept ready; a site has one, two or three languages."""
_TO_RUNS = bytes(byte if chr(byte) in ascii_lowercase else ord(" ") for byte in range(256))
"""Leaves of UTF-8 the small letters that every keyboard has, the rest as spaces: a word with other
letters is known by what stands between them."""
_DIGIT = re.compile(r"\d")


def may_tell_times(text: str, language: Language) -> bool:
    """Return False when a text can hold no date, weekday, year or relative time."""
    return bool(_DIGIT.search(text)) or _has_one(text, _time_signs(language))


def may_count(text: str, language: Language) -> bool:
    """Return False when a text can hold no number."""
    return bool(_DIGIT.search(text)) or _has_one(text, _number_signs(language))


def may_hedge(
    text: str, language: Language, without: frozenset[HedgeKind | None] = frozenset()
) -> bool:
    """Return False when a text can hold no hedge, those of some kinds left out."""
    return _has_one(text, _hedge_signs(language, without))


def may_deny(text: str, language: Language) -> bool:
    """Return False when a text can hold no words that take back what follows them."""
    return _has_one(text, _denial_signs(language))


@lru_cache(maxsize=LANGUAGES)
def _time_signs(language: Language) -> Signs:
    times = language.times
    return _signs((*times.weekdays, *times.months, *_phrases(times.relatives)))


@lru_cache(maxsize=LANGUAGES)
def _number_signs(language: Language) -> Signs:
    told = language.numbers
    parts = (told.halves, told.plurals, told.fractions, told.cardinals, told.scales, told.alone)
    return _signs(word for words in (*parts, told.ordinals) for word in words)


@lru_cache(maxsize=LANGUAGES)
def _hedge_signs(language: Language, without: frozenset[HedgeKind | None]) -> Signs:
    return _signs(_phrases(language.hedges.kinds, without))


@lru_cache(maxsize=LANGUAGES)
def _denial_signs(language: Language) -> Signs:
    return _signs(_phrases(language.hedges.deniers))


def _phrases(phrases: Phrases[Any], without: frozenset[Any] = frozenset()) -> Iterator[str]:
    for group in phrases.by_first.values():
        yield from (" ".join(words) for words, meaning in group if meaning not in without)


def _signs(listed: Iterable[str]) -> Signs:
    """Return what a text must have to hold one of these words or phrases."""
    found: dict[bytes, tuple[frozenset[bytes], ...]] = {}
    for words in listed:
        parts = _runs(words)
        longest = max(parts, key=lambda run: (len(run), run), default=b"")
        found[longest] = (*found.get(longest, ()), parts)
    return Signs(frozenset(found), found)


def _has_one(text: str, signs: Signs) -> bool:
    runs = _runs(text)
    found = runs & signs.runs
    return bool(found) and any(parts <= runs for run in found for parts in signs.parts[run])


@lru_cache(maxsize=KEPT)
def _runs(text: str) -> frozenset[bytes]:
    """Return the runs of letters of a text in small letters: words in parts at apostrophes.

    An empty run is in every text, as in a word that has no such letter.
    """
    letters = text.lower().encode(errors="replace").translate(_TO_RUNS)
    return frozenset((b"", *letters.split()))
