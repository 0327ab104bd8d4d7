import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language import language_of
from factsheet.language.phrases import openings
from factsheet.names import are_forms, bare, names

ENGLISH = language_of("en")


def found(text: str) -> list[tuple[str, bool]]:
    return [(text[slice(*name.span)], name.opens) for name in names(text, ENGLISH)]


def test_names_are_runs_of_words_with_a_capital() -> None:
    text = "Then Alejandro Mayorkas and Liz Sherwood-Randall met Mexico’s President in Texas."
    assert found(text) == [
        ("Then Alejandro Mayorkas", True),
        ("Liz Sherwood-Randall", False),
        ("Mexico’s President", False),
        ("Texas", False),
    ]


def test_words_of_names_are_compared_without_accents_and_genitives() -> None:
    (name,) = names("in Juárez’s", ENGLISH)
    assert name.words == ("juarez",)


def test_what_begins_after_a_colon_or_in_quotation_marks_opens() -> None:
    assert found("He said: Mexico agreed. “Nobody knew.”") == [
        ("He", True),
        ("Mexico", True),
        ("Nobody", True),
    ]


def test_weekdays_and_months_are_no_names() -> None:
    assert found("on Friday, December 22, and in May in Texas") == [("Texas", False)]


def test_signs_of_money_are_no_names() -> None:
    assert found("it cost US$1.5 billion in the US") == [("US", False)]


@pytest.mark.parametrize(("word", "compared"), [("U.S.", "us"), ("Mexico's", "mexico")])
def test_bare(word: str, compared: str) -> None:
    assert bare(word) == compared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mexico", "Mexicans"),
        ("Venezuela", "Venezuelan"),
        ("Brazil", "Brazilian"),
        ("Chile", "Chileans"),
        ("Migrant", "Migrants"),
        ("Barcena", "Bárcena"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert are_forms(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ferromex", "Ferrumex"), ("Antony", "Anthony"), ("Mayorkas", "Mayorkes")],
)
def test_names_that_are_no_forms_of_one(one: str, other: str) -> None:
    assert not are_forms(one, other, ENGLISH)


@given(
    st.text(alphabet="AB.a’'-“”(): _1é!?[]\n\r\x1f\u2028\xa0", max_size=60) | st.text(max_size=60)
)
def test_names_that_open_begin_with_a_word_that_may(text: str) -> None:
    may_open = {bare(word) for word in openings(text)}
    assert {name.words[0] for name in names(text, ENGLISH) if name.opens} <= may_open
