"""Sentences: rules one by one, then the real articles."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.sentences import around, sentences, touched

SEEDS = Path(__file__).parents[1] / "seeds"


def split(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "One.| Two!| Three?| Four",
        "A heading\n|\n| A line.\r\n|Another",
        "On Dec. 27 they met.| In Dec.| The talks went on.",
        "He went in Dec.| Then he came back.",
        "Gov. Smith and Mr. J. R. Jones Jr. met Troy A. Miller.| He left.",
        "Each U.S. Border Patrol agent in the U.S. southern border.| U.S. Customs said so.",
        "They met in the U.S.| The talks went on.",
        "At 5 p.m. the talks began.| They ended at 6 p.m. Friday.",
        "It rose by 3.5 per cent, see No. 5 or p. 7.| It fell.",
        "1. Deporting immigrants by land.| 2. Allow it.",
        "It was in 2023.| It was over.",
        "We have come to ... a breaking point.| So it is.",
        "It ended...| Then it began.",
        "So . . . it is.",
        "“We are committed.”| He left.",
        "“Stop.” he said.| (It did.)| [It too.]",
        "“Why not?” he asked.| “No.”| ‘Yes.’",
        "It stopped.| “The city is full.”| $100 million was lost.| 15 left.",
        "As noted.[12]| Then more.",
        "See example.com for more.| Node.js is fine.",
        "The Acme Inc. board met at Acme Inc.| It closed.",
        "e.g. this and i.e. that, etc. and so on.",
    ],
)
def test_rules(marked: str) -> None:
    """`|` marks where one sentence ends and the next begins."""
    text = marked.replace("|", "")
    assert split(text) == [part.strip() for part in marked.split("|") if part.strip()]


@given(st.text(st.sampled_from("aB.!?… \n\r\u2028\t”“\"'’)(1$-") | st.characters(), max_size=60))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    edges = [0, *(offset for span in spans for offset in span), len(text)]
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not between.strip()
    for start, end in spans:
        assert text[start:end].strip() == text[start:end]
        assert "\n" not in text[start:end]


def test_the_real_articles() -> None:
    counts = {}
    for path in sorted(SEEDS.glob("*.txt")):
        found = split(path.read_bytes().decode())
        counts[path.name[:3]] = len(found)
        ends = [one for one in found if one.endswith(("U.S.", "Dec.", "Mr.", "No.", " A."))]
        assert ends == []
    assert counts == {"000": 19, "001": 19, "002": 50, "003": 19, "004": 40}


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("003", "A U.S. official said the trip is likely to begin Dec. 27."),
        ("000", "1. Deporting immigrants to their countries of origin by land and air."),
        ("000", "Infuriatingly humble problem solver.”"),
        (
            "002",
            (
                "“The city of El Paso only has so many resources and we have come to ... a breaking"
                " point right now,” the mayor said."
            ),
        ),
        ("002", "The facility can hold about 400 people."),
        ("004", "Ongoing humanitarian concerns persist as Mexico, U.S. collaborate"),
        (
            "001",
            (
                "The significance of these commitments by both the U.S. and Mexico cannot be"
                " understated."
            ),
        ),
    ],
)
def test_sentences_of_the_real_articles(file: str, sentence: str) -> None:
    [path] = SEEDS.glob(f"{file}_*.txt")
    assert sentence in split(path.read_bytes().decode())


def test_long_texts_of_stops_lose_nothing() -> None:
    """R-102: nor do they run out of stack."""
    for text in ("." * 200_000, ".' " * 60_000, ". " + " " * 200_000, ".'" * 100_000):
        assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")


def test_around_takes_whole_sentences_and_joins_neighbours() -> None:
    text = "One a. Two b. Three c.\n\nFour d. Five e."
    spans = sentences(text)

    def taken(*passages: str) -> list[str]:
        places = [(text.index(p), text.index(p) + len(p)) for p in passages]
        return [text[slice(*span)] for span in around(places, spans)]

    assert taken("wo") == ["Two b."]
    assert taken("Three", "One") == ["One a.", "Three c."]
    assert taken("One", "Two") == ["One a. Two b."]
    assert taken("b. Thr", "Two") == ["Two b. Three c."]
    assert taken("c.\n\nFour") == ["Three c.\n\nFour d."]
    assert taken("One", "Five", "e.") == ["One a.", "Five e."]
    assert around([], spans) == ()


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=6))
def test_around_covers_every_passage_with_whole_sentences(pairs: list[tuple[int, int]]) -> None:
    text = "One a. Two b. Three c.\n\nFour d. Five e. "
    passages = [(start, min(start + size, len(text))) for start, size in pairs]
    merged = around(passages, sentences(text))
    assert all(any(a <= s and e <= b for a, b in merged) for s, e in passages)
    assert all(one[1] < other[0] for one, other in pairwise(merged))
    for start, end in sentences(text):
        assert all((a <= start and end <= b) or end <= a or b <= start for a, b in merged)


@given(
    st.text(alphabet="aB. \n\r\u2028!”1", min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20)), min_size=1, max_size=4),
)
def test_the_lines_of_a_passage_tell_its_sentences(text: str, pairs: list[tuple[int, int]]) -> None:
    starts = sorted((start % len(text), length) for start, length in pairs)
    spans = [(start, min(start + length, len(text))) for start, length in starts]
    assert touched(text, spans) == around(spans, sentences(text))


@pytest.mark.parametrize("text", ["." * 60_000, ".”" * 30_000, "." * 60_000 + "x", "a." * 30_000])
def test_stops_without_end_are_read_once(text: str) -> None:
    """R-802: a search that began at each of them would take minutes."""
    assert sentences(text) == ((0, len(text)),)
