"""The nearest passage and the difference, on real articles."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.quotes import Found, find
from factsheet.quotes.folding import prepare
from factsheet.quotes.nearness import difference, nearest

SEEDS = Path(__file__).parents[2] / "seeds"
NEWSNET = prepare((SEEDS / "003_c12d6a634ded4368.txt").read_bytes().decode())
NEW_AMERICAN = prepare((SEEDS / "002_b2bc5bbcef59be12.txt").read_bytes().decode())


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        (
            "causing losses of $100 million a day",
            21,
            "causing losses of $100 million per day",
        ),
        (
            "The organisation said the situation was causing losses",
            21,
            "The organization said the situation was causing losses",
        ),
        (
            "a delegation of top US officials is expected to visit Mexico soon",
            9,
            "A delegation of top U.S. officials is expected to visit Mexico soon",
        ),
        (
            "the situation was causing losses in delayed shipments.",
            21,
            "the situation was causing losses of $100 million per day in delayed shipments.",
        ),
        (
            "livestock by rail from the US. Auto parts and automobiles",
            23,
            "livestock by rail from the United States. Auto parts and automobiles",
        ),
        ("the trip is likely to begin Dec. 28", 17, "the trip is likely to begin Dec. 27"),
        (
            "according to White House spokesman John Kirby",
            13,
            "according to White House national security spokesman John Kirby",
        ),
    ],
)
def test_the_words_that_are_meant_are_proposed(written: str, line: int, words: str) -> None:
    near = nearest(written, NEWSNET)
    assert near is not None
    assert (near.words, near.line) == (words, line)
    assert NEWSNET.text[slice(*near.span)] == words
    assert 60 <= near.score < 100


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("304,126 illegal aliens entered", "304,162 illegal aliens entered"),
        ("about 6500 migrants", "about 6,500 migrants"),
        ("can hold up to 400 people", "can hold about 400 people"),
    ],
)
def test_a_number_is_proposed_whole(written: str, words: str) -> None:
    near = nearest(written, NEW_AMERICAN)
    assert near is not None
    assert near.words == words


@pytest.mark.parametrize("written", ["zebra quantum flux capacitors in space", "", "!!", "\xad"])
def test_nothing_near(written: str) -> None:
    assert nearest(written, NEWSNET) is None
    assert nearest(written, prepare("")) is None


def test_what_may_not_be_quoted_is_not_proposed() -> None:
    text = NEWSNET.text
    start = text.index("The organization said")
    masked = prepare(text, ((start, text.index("Mexico receives")),))
    near = nearest("causing losses of $100 million a day", masked)
    assert near is None or "100" not in near.words


def test_in_a_large_text_and_for_a_long_part() -> None:
    text = "".join(
        f"The migrants of group {n} came to the bridge number {n}. " for n in range(9000)
    )
    near = nearest("migrants from group 4711 came", prepare(text))
    assert near is not None
    assert near.words == "migrants of group 4711 came"
    long = NEWSNET.text[700:2000].strip().replace("Kirby", "Kirbie")
    near = nearest(long, NEWSNET)
    assert near is not None
    assert abs(near.span[0] - 700) < 20
    assert abs(near.span[1] - 2000) < 20


@given(st.data())
def test_what_is_proposed_can_be_quoted(data: st.DataObject) -> None:
    """The line ready to paste is no second fault: two words of a quotation were replaced."""
    words = NEWSNET.text[570:1990].split()
    first = data.draw(st.integers(0, len(words) - 12))
    changed = words[first : first + 12]
    for at in data.draw(st.lists(st.integers(0, 11), min_size=1, max_size=2)):
        changed[at] = "xyzzy"
    near = nearest(" ".join(changed), NEWSNET)
    assert near is not None
    assert isinstance(find(near.words, NEWSNET), Found)


@pytest.mark.parametrize(
    ("written", "article", "shown"),
    [
        (
            "losses of $100 million a day",
            "losses of $100 million per day",
            "losses of $100 million [a → per] day",
        ),
        ("a b", "a x b", "a [+x] b"),
        ("a x b", "a b", "a [-x] b"),
        ("the city's - plan", "the city’s – plan", "the city’s – plan"),
        (
            "1 2 3 4 5 6 7 8 9 x 1 2 3 4 5 6 7 8 9",
            "1 2 3 4 5 6 7 8 9 y 1 2 3 4 5 6 7 8 9",
            "1 2 3 … 7 8 9 [x → y] 1 2 3 … 7 8 9",
        ),
        ("a\nb", "a\xa0c", "a [b → c]"),
        ("", "a", "[+a]"),
        ("a", "", "[-a]"),
    ],
)
def test_the_difference_in_one_line(written: str, article: str, shown: str) -> None:
    assert difference(written, article) == shown


def test_words_that_repeat_are_compared_to_the_end() -> None:
    """R-802: what a stranger writes cannot make a comparison take cubic time."""
    told = difference("a " * 9_000, "a b " * 4_500)
    assert told.startswith("a [a → b]")
    assert told.count("→") + told.count("+") >= 4_500


def test_common_words_lead_to_the_rare_ones_beside_them() -> None:
    """R-802: words that stand everywhere in a large article cost no more than rare ones."""
    text = "the border crossing closed and opened again. " * 20_000
    text += "At the border crossing of Santa Rita the bridge closed in April. " + text
    near = nearest("border crossing of Santa Rosa the bridge closed", prepare(text))
    assert near is not None
    assert near.words == "border crossing of Santa Rita the bridge closed"
