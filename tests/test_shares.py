from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factsheet.model import Citation, Display, Source
from factsheet.shares import covered, joined, outside, share_quoted, share_shown, shown
from tests.sites import cite, sources

PIECES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: tuple(sorted(pair)))
SPANS = st.lists(PIECES)
QUOTES = ("closed on Monday after", "after the river rose", "the bridge to open again in April")


def post(display: Display = "excerpts") -> Source:
    _, found = sources()
    return replace(found, record=replace(found.record, display=display))


def cited(source: Source, *quotes: str) -> tuple[Citation, ...]:
    return tuple(cite(number, source, quote) for number, quote in enumerate(quotes, 1))


def words_shown(source: Source, *quotes: str) -> list[str]:
    return [source.text[start:end] for start, end in shown(source, cited(source, *quotes))]


def test_share_counts_overlaps_once_and_only_the_article() -> None:
    source = post()
    furniture = ("2 mins read\n", "Subscribe to the Valley Post\n")
    article = len(source.text) - sum(map(len, furniture))
    quoted = len("closed on Monday after the river rose") + len(QUOTES[2])
    assert share_quoted(source, cited(source, *QUOTES)) == round(quoted / article, 4)


def test_each_passage_is_shown_with_its_sentence() -> None:
    assert words_shown(post(), *QUOTES) == [
        "The bridge at Santa Rita closed on Monday after the river rose.",
        "Engineers expect the bridge to open again in April, if the water falls.",
    ]


def test_sentences_with_nothing_between_are_shown_as_one() -> None:
    (both,) = words_shown(post(), "the river rose", "The chamber of commerce said")
    assert both.startswith("The bridge at Santa Rita closed")
    assert both.endswith("per day in lost sales.")


def test_whole_article_is_shown_without_what_is_not_its_own() -> None:
    (whole,) = words_shown(post("full"))
    assert whole.startswith("Flood shuts the bridge")
    assert "mins read" not in whole
    assert "Subscribe" not in whole
    assert share_shown(post("full"), ()) == 1


def test_nothing_is_shown_of_a_source_that_is_a_reference_only() -> None:
    source = post("none")
    assert share_shown(source, cited(source, *QUOTES)) == 0
    assert share_quoted(source, cited(source, *QUOTES)) > 0


@pytest.mark.parametrize("display", get_args(Display))
def test_article_without_words_has_no_share(display: Display) -> None:
    source = post(display)
    empty = replace(source, excluded=((0, len(source.text)),))
    assert (share_quoted(empty, ()), share_shown(empty, ())) == (0, 0)


def points(spans: list[tuple[int, int]]) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}


@settings(deadline=None)
@given(SPANS)
def test_covered_counts_each_code_point_once(spans: list[tuple[int, int]]) -> None:
    assert covered(spans) == len(points(spans))


@settings(deadline=None)
@given(SPANS)
def test_joined_covers_the_same_and_nothing_touches(spans: list[tuple[int, int]]) -> None:
    found = list(joined(spans, "x" * 60))
    assert points(found) == points(spans)
    assert all(before[1] < after[0] for before, after in pairwise(found))


@settings(deadline=None)
@given(SPANS, SPANS)
def test_outside_takes_away_the_holes(
    spans: list[tuple[int, int]], holes: list[tuple[int, int]]
) -> None:
    kept = list(outside(joined(spans, "x" * 60), list(joined(holes, "x" * 60))))
    assert points(kept) == points(spans) - points(holes)
