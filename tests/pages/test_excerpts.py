import html

import pytest

from factsheet.diagnostics import Place
from factsheet.model import Sic, Source, Span
from factsheet.pages import excerpts
from factsheet.pages.excerpts import (
    Cited,
    Excerpt,
    Gap,
    Resting,
    breaks_of,
    paragraphs,
    sic_notes,
)
from factsheet.pages.marks import Passage
from factsheet.pages.values import Link
from factsheet.shares import shown
from tests.sites import POST, cite, small_source, span_of

LINES = ("2 mins read\n", "Subscribe to the Valley Post\n")


def post(**fields: object) -> Source:
    return small_source("post", POST, LINES, title="Flood", **fields)


def cited(number: int, *quotes: str) -> Cited:
    spans = tuple(span_of(quote, POST) for quote in quotes)
    resting = Resting(f"c-{number}", number, Link("claims/c.html", "C."), "Event", "")
    return Cited(Passage(f"c-{number}", number, spans), resting)


def rows(source: Source, passages: list[Cited]) -> tuple[Excerpt | Gap, ...]:
    """Return the rows of a source of which as much is shown as its record says."""
    quotes = [POST[slice(*span)] for one in passages for span in one.passage.spans]
    citations = [cite(1, source, quote) for quote in quotes]
    return excerpts.rows(source, shown(source, citations), passages)


def words(row: Excerpt | Gap) -> str:
    """Return what a row shows, tags taken off."""
    assert isinstance(row, Excerpt)
    return html.unescape(row.words.striptags())


def test_excerpts_are_the_sentences_around_passages_and_gaps_have_their_length() -> None:
    found = rows(post(), [cited(1, "river rose"), cited(2, "open again in April")])
    assert [row.words if isinstance(row, Gap) else words(row) for row in found] == [
        8,
        "The bridge at Santa Rita closed on Monday after the river rose.",
        25,
        "Engineers expect the bridge to open again in April, if the water falls.",
    ]


def test_neighbouring_sentences_are_one_excerpt() -> None:
    found = rows(post(), [cited(1, "river rose"), cited(2, "more than $2 million per day")])
    shown_rows = [row for row in found if isinstance(row, Excerpt)]
    assert len(shown_rows) == 1
    assert [one.number for one in shown_rows[0].resting] == [1, 2]


def test_a_passage_over_paragraphs_is_told_once_and_marked_in_each() -> None:
    both = "its president said.\n\nEngineers expect the bridge"
    found = [row for row in rows(post(), [cited(1, both)]) if isinstance(row, Excerpt)]
    assert [len(row.resting) for row in found] == [1, 0]
    assert '<mark id="c-1"' in found[0].words
    assert '<mark data-of="c-1"' in found[1].words


def test_full_display_shows_all_but_what_is_not_the_articles() -> None:
    source = post(display="full", license="CC-BY-4.0")
    found = rows(source, [cited(1, "river rose")])
    assert [row for row in found if isinstance(row, Gap)] == [Gap(3, True), Gap(5, True)]
    text = " ".join(words(row) for row in found if isinstance(row, Excerpt))
    hidden = [word for line in LINES for word in line.split()]
    assert text.split() == POST.split()[3:-5]
    assert POST.split() == [*hidden[:3], *text.split(), *hidden[3:]]


def test_sources_without_citations_show_one_gap() -> None:
    words_of_article = len(POST.split()) - 8
    assert rows(post(), []) == (Gap(words_of_article, False),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("one\ntwo", ["one", "two"]),
        ("one\r\n \r\n  two ", ["one", "two"]),
        ("\n\n", []),
    ],
)
def test_blank_lines_part_paragraphs_or_else_line_ends(text: str, found: list[str]) -> None:
    spans: list[Span] = list(paragraphs(text, (0, len(text)), breaks_of(text)))
    assert [text[slice(*span)] for span in spans] == found


def test_sic_notes_stand_where_their_words_stand() -> None:
    note = Sic("river rose", "water rose", "so the others say", Place("x"))
    source = post(sic=(note,))
    assert sic_notes(source, "nothing of it") == ()
    excerpt = rows(source, [cited(1, "river rose")])[1]
    assert isinstance(excerpt, Excerpt)
    assert [one.read for one in excerpt.sic] == ["water rose"]
    assert "water rose" not in excerpt.words
