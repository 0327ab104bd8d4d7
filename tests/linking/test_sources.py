"""Lines that are not the article's words, and the spans they cover."""

import pytest

from factsheet.diagnostics import Place
from factsheet.linking.sources import excluded_lines, lines_of, merged
from factsheet.model import Exclusion, Span

TEXT = "Advert\nThe first line.\n  Advert  \n\nThe last line.\n"


def covered(first: str, last: str = "") -> list[str]:
    exclusion = Exclusion(first, last, Place("content/sources/x.yaml"))
    return [TEXT[slice(*span)] for span in excluded_lines(exclusion, lines_of(TEXT))]


def test_lines_cover_the_whole_text() -> None:
    spans = [span for _, span in lines_of(TEXT)]
    assert "".join(TEXT[slice(*span)] for span in spans) == TEXT


def test_every_line_that_is_the_same_is_covered() -> None:
    assert covered("Advert") == ["Advert\n", "  Advert  \n"]


def test_a_line_is_not_covered_by_its_beginning() -> None:
    assert covered("The first") == []


@pytest.mark.parametrize("last", ["The last", "end"])
def test_a_run_of_lines_ends_with_its_last_line(last: str) -> None:
    assert covered("The first", last) == ["The first line.\n  Advert  \n\nThe last line.\n"]


def test_a_run_without_an_end_covers_nothing() -> None:
    assert covered("The last", "The first") == []


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], ()), ([(3, 5), (0, 2)], ((0, 2), (3, 5))), ([(0, 3), (2, 5), (5, 6)], ((0, 6),))],
)
def test_spans_that_touch_are_one(spans: list[Span], expected: tuple[Span, ...]) -> None:
    assert merged(spans) == expected
