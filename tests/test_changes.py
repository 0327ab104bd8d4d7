import pytest
from msgspec.structs import replace

from factsheet.changes import changes, unanswered
from factsheet.releases import ReleasedCitation, ReleasedClaim, ReleasedFigure

POST = ReleasedCitation("post", "supports", "The river rose by two metres.")
GAZETTE = ReleasedCitation("gazette", "supports", "Two metres of water came.")
RISE = ReleasedFigure("rise of the river", "2", "metre", period="2024-03-04")
LOSS = ReleasedFigure("lost sales", "at least 2,000,000", "USD", "day", counted_by="chamber")
BEFORE = ReleasedClaim(
    "river-rose",
    "content/claims/bridge.yaml",
    "The river rose by 2 metres.",
    "figure",
    "published",
    0,
    (POST, GAZETTE),
    (RISE, LOSS),
)


def told(after: ReleasedClaim) -> list[str]:
    return [change.words for change in changes(BEFORE, after)]


def test_same_claim_in_another_order_or_file_has_not_changed() -> None:
    moved = replace(
        BEFORE, file="content/claims/a.yaml", cites=(GAZETTE, POST), figures=(LOSS, RISE)
    )
    assert changes(BEFORE, moved) == ()


def test_sentence_is_told_with_what_became_of_its_words() -> None:
    after = replace(BEFORE, claim="The river rose by 3 metres.")
    assert told(after) == ["the sentence changed: The river rose by [2 → 3] metres."]


def test_other_quotation_marks_are_no_change() -> None:
    before = replace(BEFORE, claim="The river's rise was 'sudden'.")
    assert changes(before, replace(before, claim="The river’s rise was ‘sudden’.")) == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": "3"}, "one figure changed: 2 → 3"),
        ({"value": "3", "unit": "foot"}, "one figure changed: 2 → 3, unit metre → foot"),
        ({"counted_by": "chamber"}, "one figure changed: counted by nothing → chamber"),
        ({"name": "rise"}, "one figure changed: name rise of the river → rise"),
    ],
)
def test_figure_is_told_by_what_changed_in_it(fields: dict[str, str], words: str) -> None:
    after = replace(BEFORE, figures=(LOSS, replace(RISE, **fields)))
    (change,) = changes(BEFORE, after)
    assert (change.words, change.part, change.position) == (words, "figures", 1)
    assert change.key == next(iter(fields))
    assert change.was == "2 metre"


def test_figures_come_and_go() -> None:
    new = ReleasedFigure("boats", "40 to 60")
    assert told(replace(BEFORE, figures=(new, LOSS))) == [
        "a figure was added: 40 to 60",
        "a figure was taken away: 2 metre",
    ]
    gone = changes(BEFORE, replace(BEFORE, figures=()))
    assert [change.was for change in gone] == ["2 metre", "at least 2,000,000 USD a day"]


def test_citations_are_told_by_what_changed_in_them() -> None:
    quote = replace(POST, quote="The river rose by three metres.")
    relation = replace(GAZETTE, relation="qualifies")
    assert told(replace(BEFORE, cites=(quote, relation))) == [
        "the quotation from post changed: “The river rose by [two → three] metres.”",
        "the quotation from gazette bears otherwise: supports → qualifies",
    ]
    elsewhere = replace(POST, source="courier")
    assert told(replace(BEFORE, cites=(elsewhere, GAZETTE))) == [
        "the source of a quotation changed: post → courier"
    ]


def test_citations_come_and_go() -> None:
    new = ReleasedCitation("courier", "context", "It rained.")
    assert told(replace(BEFORE, cites=(POST, new))) == [
        "a quotation was added: “It rained.” (courier)",
        "a quotation was taken away: “Two metres of water came.” (gazette)",
    ]


def test_a_quotation_cited_twice_counts_twice() -> None:
    assert len(told(replace(BEFORE, cites=(POST, POST, GAZETTE)))) == 1


def test_correction_answers_for_changes() -> None:
    after = replace(BEFORE, status="withdrawn", figures=(LOSS,))
    assert [change.part for change in unanswered(BEFORE, after)] == ["figures", "status"]
    assert unanswered(BEFORE, replace(after, corrections=1)) == ()
    assert len(unanswered(replace(BEFORE, corrections=1), replace(after, corrections=1))) == 2


def test_kind_needs_no_correction_and_one_taken_away_is_told() -> None:
    assert told(replace(BEFORE, kind="event")) == ["the kind changed: figure → event"]
    assert unanswered(BEFORE, replace(BEFORE, kind="event")) == ()
    two = replace(BEFORE, corrections=2)
    (change,) = unanswered(two, BEFORE)
    assert change.words == "2 correction notes were taken away"
