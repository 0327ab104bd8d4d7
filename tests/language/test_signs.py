"""The cheap tests: what they turn away could not have been read as anything."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language import LANGUAGES
from factsheet.language.numerals import numeral_at
from factsheet.language.phrases import tokens
from factsheet.language.signs import may_count, may_hedge, may_tell_times
from factsheet.language.tables import HedgeKind, Language
from factsheet.language.times import time_at

TABLES = [LANGUAGES["en"], LANGUAGES["es"]]


def words_of(language: Language) -> list[str]:
    """Return every word of the tables, in small letters and as sentences write them."""
    told, times = language.numbers, language.times
    phrases = (told.bounds, told.percent, times.relatives, language.hedges.kinds)
    groups = [group for table in phrases for group in table.by_first.values()]
    listed = [" ".join(words) for group in groups for words, _ in group]
    for some in (told.cardinals, told.scales, told.plurals, told.ordinals, told.fractions,
                 told.halves, told.articles, told.of, told.several, told.currencies,
                 times.weekdays, times.months, times.before_times):  # fmt: skip
        listed += some
    return sorted({*listed, *map(str.capitalize, listed), *map(str.upper, listed)})


def texts(language: Language) -> st.SearchStrategy[str]:
    """Return texts of the tables' words between any others, with signs and digits tied to them."""
    word = st.sampled_from(words_of(language)) | st.text(max_size=4)
    return st.lists(word, max_size=8).flatmap(
        lambda words: st.sampled_from([" ", "", "-", "’s ", "\n", "."]).map(
            lambda between: between.join(words).replace("'", "’")
        )
    )


@pytest.mark.parametrize("language", TABLES, ids=lambda language: language.tag)
def test_what_is_turned_away_holds_nothing(language: Language) -> None:
    @given(texts(language))
    def holds(text: str) -> None:
        read = tokens(text)
        at = range(len(read))
        if any(time_at(read, index, language.times) for index in at):
            assert may_tell_times(text, language)
        if any(numeral_at(read, index, language.numbers) for index in at):
            assert may_count(text, language)
        if any(language.hedges.kinds.found(read)):
            assert may_hedge(text, language)

    holds()


@pytest.mark.parametrize("may", [may_tell_times, may_count, may_hedge])
def test_plain_words_need_no_reading(may: Callable[[str, Language], bool]) -> None:
    assert not may("Volunteers painted the old town hall.", LANGUAGES["en"])


def test_each_table_of_words_opens_the_reading() -> None:
    english = LANGUAGES["en"]
    assert may_tell_times("They met on Friday’s eve.", english)
    assert may_count("HALF of them left.", english)
    assert may_hedge("They won’t come.", english)
    assert not may_tell_times("They met on viernes.", english)


def test_hedges_of_some_kinds_may_be_left_out() -> None:
    english = LANGUAGES["en"]
    said: frozenset[HedgeKind | None] = frozenset({"attribution"})
    assert may_hedge("According to him, they left.", english)
    assert not may_hedge("According to him, they left.", english, said)
    assert may_hedge("According to him, they may leave.", english, said)


def test_phrases_need_all_their_words() -> None:
    assert may_tell_times("It closed last week.", LANGUAGES["en"])
    assert not may_tell_times("It was their last.", LANGUAGES["en"])
