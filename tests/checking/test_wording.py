import pytest
from msgspec.structs import replace

from factsheet.checking.wording import pattern_of, wording_kept
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import WordingRecord
from tests.sites import small_site

WORDING = tuple(
    WordingRecord(avoid, "something else", "we agreed on it", Place("content/wording.yaml", (n,)))
    for n, avoid in enumerate(("illegals", "flood of", "migrant crisis"))
)


def found(sentence: str) -> list[Diagnostic]:
    site = small_site()
    topic = site.topics["bridge"]
    topics = {"bridge": replace(topic, record=replace(topic.record, summary=sentence))}
    return list(wording_kept(replace(site, topics=topics, wording=WORDING)))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Illegals, it was written, were crossing.", ["Illegals"]),
        ("A flood\n of claims about a migrant\tcrisis.", ["flood\n of", "migrant\tcrisis"]),
        ("*illegals*", ["illegals"]),
        ("It called them “illegals”; illegals is its word.", ["illegals"]),
        ("An opening “ that nobody closes, and illegals.", ["illegals"]),
    ],
)
def test_words_of_the_editors_own_are_found(sentence: str, words: list[str]) -> None:
    assert [one.place.words for one in found(sentence)] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "It called them “illegals”.",
        'It called them "illegals" and spoke of a "flood of people".',
        "The New American’s “a flood of illegals” stands in its headline.",
        "illegalsx, xillegals, floods of, a migrant’s crisis",
    ],
)
def test_quoted_words_and_other_words_are_not(sentence: str) -> None:
    assert found(sentence) == []


def test_message_says_what_to_write_and_why() -> None:
    (one,) = found("Many illegals.")
    assert one.notes == ("because: we agreed on it",)
    assert "write: something else" in one.mend


def test_signs_in_a_phrase_are_no_pattern() -> None:
    assert pattern_of("so-called (sic)").search("a so-called  (sic) thing")
    assert not pattern_of("a.c").search("abc")
