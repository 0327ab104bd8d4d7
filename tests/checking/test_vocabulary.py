"""The words of all articles, told apart by how they are written."""

from msgspec.structs import replace

from factsheet.checking.vocabulary import read, vocabulary
from tests.sites import small_source


def test_words_are_capital_when_no_article_writes_them_small() -> None:
    one = small_source("one", "The Bridge at Juárez. traffic’s Traffic", title="…")
    other = small_source("other", "bridge", title="…")
    small, capital = read((one, other))
    assert capital == {"the", "juarez"}
    assert small == {"at", "traffic", "bridge"}


def test_an_article_in_an_unknown_language_only_takes_words_away() -> None:
    known = small_source("known", "Brug Gracht", title="…")
    foreign = small_source("foreign", "Een gracht", title="…", language="nl")
    small, capital = read((known, foreign))
    assert capital == {"brug"}
    assert small == {"gracht"}


def test_names_that_are_nearly_the_same_are_told_in_pairs() -> None:
    found = vocabulary((small_source("one", "Kowalski met Kowalsky and both met us", title="…"),))
    assert found.near == (("kowalski", "kowalsky"),)
    assert found.small == {"met", "and", "both", "us"}


def test_what_is_known_is_taken_over_while_the_articles_are_the_same() -> None:
    one = small_source("one", "The bridge", title="…")
    other = small_source("other", "A tower", title="…")
    known = vocabulary((one,))
    assert vocabulary((one,), known) is known
    assert vocabulary((one, other), known).small == {"bridge", "tower"}
    language = replace(one, record=replace(one.record, language="nl"))
    assert vocabulary((language,), known) is not known
