"""The tables, and which one a tag leads to."""

import pytest
from msgspec.structs import fields

from factsheet.days import SPANS_OF_DAYS
from factsheet.hedges import ANSWERS, hedges
from factsheet.language import LANGUAGES, language_of
from factsheet.language.digits import literal
from factsheet.language.english import ENGLISH
from factsheet.language.phrases import tokens
from factsheet.language.tables import Language


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("EN-gb", "en"),
        ("es", "es"),
        ("es-ES", "es"),
        ("es_MX", "es-MX"),
    ],
)
def test_language_of(tag: str, expected: str) -> None:
    assert language_of(tag).tag == expected


@pytest.mark.parametrize("tag", ["de", "", "x-klingon"])
def test_a_language_without_a_table_knows_no_words(tag: str) -> None:
    assert hedges("may not be, if likely", language_of(tag)) == ()


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)
def test_words_are_written_as_they_are_compared(language: Language) -> None:
    """A word with a capital, a curly apostrophe or two parts would never be found."""
    tables = (language.numbers, language.times, language.hedges)
    words = {
        word
        for table in tables
        for name in (field.name for field in fields(table))
        if isinstance(listed := getattr(table, name), frozenset | dict)
        for word in listed
        if not word.endswith("$")
    }
    assert [word for word in words if [token.word for token in tokens(word)] != [word]] == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)
def test_every_relative_time_is_known_or_known_to_be_vague(language: Language) -> None:
    vague = {"soon", "lately", "weekend"}
    keys = {key for listed in language.times.relatives.by_first.values() for _, key in listed}
    assert keys <= set(SPANS_OF_DAYS) | vague


def test_every_kind_of_hedge_has_answers_or_is_a_contrast() -> None:
    kinds = {kind for listed in ENGLISH.hedges.kinds.by_first.values() for _, kind in listed}
    assert kinds - set(ANSWERS) == {None, "contrast"}


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("304,162", "en", "304162"),
        ("304.162", "en", "304.162"),
        ("304.162", "es", "304162"),
        ("304,162", "es-MX", "304162"),
        ("1,5", "en", "None"),
        ("1,5", "es", "1.5"),
        ("1.234,5", "es", "1234.5"),
        ("1,23,456", "en", "None"),
        ("304.162", "de", "304162"),
    ],
)
def test_separators_of_thousands(text: str, tag: str, value: str) -> None:
    assert str(literal(text, language_of(tag).numbers)) == value
