"""Cheap tests before a text is read word by word: most say nothing of the kind looked for.

False is certain; True only means that the text has to be read.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from factsheet.language.phrases import Phrases
from factsheet.language.tables import Language

LANGUAGES = 64
"""How many tables are kept ready; a site has one, two or three languages."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def may_tell_times(text: str, language: Language) -> bool:
    """Return False when a text can hold no date, weekday, year or relative time."""
    return bool(_DIGIT.search(text)) or not _time_signs(language).isdisjoint(_runs(text))


def may_count(text: str, language: Language) -> bool:
    """Return False when a text can hold no number."""
    return bool(_DIGIT.search(text)) or not _number_signs(language).isdisjoint(_runs(text))


def may_hedge(text: str, language: Language) -> bool:
    """Return False when a text can hold no hedge."""
    return not _hedge_signs(language).isdisjoint(_runs(text))


@lru_cache(maxsize=LANGUAGES)
def _time_signs(language: Language) -> frozenset[str]:
    times = language.times
    return _signs((*times.weekdays, *times.months, *_phrases(times.relatives)))


@lru_cache(maxsize=LANGUAGES)
def _number_signs(language: Language) -> frozenset[str]:
    told = language.numbers
    parts = (told.halves, told.plurals, told.fractions, told.cardinals, told.scales, told.alone)
    return _signs(word for words in (*parts, told.ordinals) for word in words)


@lru_cache(maxsize=LANGUAGES)
def _hedge_signs(language: Language) -> frozenset[str]:
    return _signs(_phrases(language.hedges.kinds))


def _phrases(phrases: Phrases[Any]) -> Iterable[str]:
    return (" ".join(words) for group in phrases.by_first.values() for words, _ in group)


def _signs(listed: Iterable[str]) -> frozenset[str]:
    """Return the longest run of letters of each word or phrase: it cannot be there without."""
    return frozenset(max(reversed(_LETTERS.findall(words)), key=len) for words in listed)


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[str]:
    """Return the runs of letters of a text in small letters: words in parts at apostrophes."""
    return frozenset(_LETTERS.findall(text.lower()))
