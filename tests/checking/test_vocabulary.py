"""The words of all articles, told apart by how they are written."""

from factsheet.checking.vocabulary import vocabulary
from tests.sites import small_source


def test_words_are_capital_when_no_article_writes_them_small() -> None:
    one = small_source("one", "The Bridge at Juárez. traffic’s Traffic", title="…")
    other = small_source("other", "bridge", title="…")
    found = vocabulary((one, other))
    assert found.capital == {"the", "juarez"}
    assert found.small == {"at", "traffic", "bridge"}


def test_an_article_in_an_unknown_language_only_takes_words_away() -> None:
    known = small_source("known", "Brug Gracht", title="…")
    foreign = small_source("foreign", "Een gracht", title="…", language="nl")
    found = vocabulary((known, foreign))
    assert found.capital == {"brug"}
    assert found.small == {"gracht"}
