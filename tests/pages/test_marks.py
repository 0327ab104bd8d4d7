"""R-454: any set of overlapping passages is well-formed HTML whose text is the article's."""

import html5lib
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factsheet.pages.marks import Passage, marked

TEXT = "Trade <fell> & the “river” rose; 🌊 nobody crossed."


def passage(number: int, *spans: tuple[int, int]) -> Passage:
    return Passage(f"claim-{number}", number, spans)


@st.composite
def passages(draw: st.DrawFn) -> list[Passage]:
    """Draw passages of one or two parts, each part in reading order and not empty."""
    found = []
    for number in range(1, draw(st.integers(1, 8))):
        size = draw(st.sampled_from((2, 2, 2, 4)))
        cuts = draw(st.lists(st.integers(0, len(TEXT)), min_size=size, max_size=size, unique=True))
        cuts.sort()
        found.append(passage(number, *zip(cuts[::2], cuts[1::2], strict=True)))
    return found


def read_back(html: str) -> etree._Element:
    """Return the paragraph as a strict XML parser and a browser's parser both read it."""
    strict = etree.fromstring(f"<p>{html}</p>")
    lenient = html5lib.parse(f"<p>{html}</p>", namespaceHTMLElements=False).find(".//p")
    assert "".join(strict.itertext()) == "".join(lenient.itertext())
    return strict


@given(passages())
def test_text_is_exactly_the_articles(drawn: list[Passage]) -> None:
    """R-454."""
    tree = read_back(str(marked(TEXT, (0, len(TEXT)), drawn)))
    assert "".join(tree.itertext()) == TEXT


@given(passages())
def test_each_passage_has_one_id_and_its_fragments_are_its_words(drawn: list[Passage]) -> None:
    """R-454, R-204."""
    tree = read_back(str(marked(TEXT, (0, len(TEXT)), drawn)))
    for one in drawn:
        fragments = [
            mark
            for mark in tree.iter("mark")
            if one.anchor in (mark.get("id"), mark.get("data-of"))
        ]
        assert [f.get("id") for f in fragments if f.get("id")] == [one.anchor]
        assert fragments[0].get("id") == one.anchor
        words = "".join("".join(fragment.itertext()) for fragment in fragments)
        assert words == "".join(TEXT[start:end] for start, end in one.spans)


@given(passages(), st.integers(0, 20), st.integers(0, 20))
def test_a_window_shows_only_its_own_words(drawn: list[Passage], first: int, size: int) -> None:
    """R-454: also where a passage goes beyond what is shown."""
    window = (first, first + size)
    tree = read_back(str(marked(TEXT, window, drawn)))
    assert "".join(tree.itertext()) == TEXT[first : first + size]


def test_identical_passages_keep_both_ids() -> None:
    html = marked("a b c", (0, 5), [passage(1, (0, 3)), passage(2, (0, 3))])
    assert html == (
        '<mark id="claim-1" data-n="1"><mark id="claim-2" data-n="2">a b</mark></mark> c'
    )


def test_overlapping_passage_goes_on_in_a_second_fragment() -> None:
    html = marked("a b c", (0, 5), [passage(1, (0, 3)), passage(2, (2, 5))])
    assert html == (
        '<mark id="claim-1" data-n="1">a <mark id="claim-2" data-n="2">b</mark></mark>'
        '<mark data-of="claim-2" data-n="2"> c</mark>'
    )


def test_passages_that_touch_stand_beside_each_other() -> None:
    html = marked("ab", (0, 2), [passage(1, (0, 1)), passage(2, (1, 2))])
    assert html == ('<mark id="claim-1" data-n="1">a</mark><mark id="claim-2" data-n="2">b</mark>')
