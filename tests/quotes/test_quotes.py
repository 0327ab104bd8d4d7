"""Finding quotations: what is accepted, and why the rest is not."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factsheet import quotes
from factsheet.quotes import Folded, Found, Miss, Prepared, find, fold, prepare
from factsheet.quotes.edges import cut

SEEDS = Path(__file__).parents[2] / "seeds"
NEWSNET = (SEEDS / "003_c12d6a634ded4368.txt").read_bytes().decode()
ARTICLE = (
    "He said the city’s plan – to hold 1,200 people – had failed.\nThe plan had failed before."
)


def words(result: Found | Miss, text: str) -> list[str]:
    return [text[slice(*span)] for span in result.spans]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("the city's plan - to hold", "the city’s plan – to hold"),
        ("had failed. The plan", "had failed.\nThe plan"),
        ("  hold 1,200\n  people ", "hold 1,200 people"),
        ("hold 1,2\xad00 people", "hold 1,200 people"),
        ("the city\u201bs plan \u2015 to", "the city’s plan – to"),
    ],
)
def test_the_article_s_own_characters_are_found(quote: str, shown: str) -> None:
    """R-451."""
    assert words(find(quote, prepare(ARTICLE)), ARTICLE) == [shown]


@pytest.mark.parametrize(
    ("quote", "reason", "places"),
    [
        ("hold 1200 people", "not-found", 0),
        ("he said the city’s plan", "not-found", 0),
        ("hold 1,200 people had failed", "not-found", 0),
        ("plan had failed bef", "cuts-word", 1),
        ("s plan – to hold", "cuts-word", 1),
        ("said the city", "cuts-word", 1),
        ("to hold 1", "cuts-number", 1),
        ("200 people – had", "cuts-number", 1),
        ("to hold 1,20", "cuts-number", 1),
        ("had failed", "too-short", 1),
        ("plan", "too-short", 1),
        ("The plan […] hold 1,200", "out-of-order", 1),
        ("He said the […]", "empty-part", 0),
        ("[...] He said the", "empty-part", 0),
        ("He said […] […] the plan", "empty-part", 0),
        ("", "empty-part", 0),
        (" \xad ", "empty-part", 0),
    ],
)
def test_a_miss_says_why_and_where(quote: str, reason: str, places: int) -> None:
    miss = find(quote, prepare(ARTICLE))
    assert isinstance(miss, Miss)
    assert (miss.reason, len(miss.spans)) == (reason, places)


def test_a_miss_names_the_part_that_is_meant() -> None:
    miss = find("He said the […] was never", prepare(ARTICLE))
    assert miss == Miss("not-found", "was never")
    miss = find("He said the […] plan had failed […] hold 1,200", prepare(ARTICLE))
    assert miss == Miss("out-of-order", "hold 1,200", ((29, 39),))


def test_words_left_out_make_one_span_a_part() -> None:
    for mark in ("[…]", "[...]", " [...] ", "\n[…]\n"):
        found = find(f"He said the{mark}had failed", prepare(ARTICLE))
        assert words(found, ARTICLE) == ["He said the", "had failed"]


def test_an_ellipsis_without_brackets_is_the_article_s() -> None:
    text = "We have come to ... a point. We have come to … another."
    assert words(find("come to ... a point", prepare(text)), text) == ["come to ... a point"]
    assert isinstance(find("We … another", prepare(text)), Miss)


def test_each_later_part_is_taken_at_its_nearest_place() -> None:
    text = "One two three. Four five. Six. Four five."
    assert find("One two […] Four five", prepare(text)) == Found(((0, 7), (15, 24)))


def test_parts_do_not_overlap() -> None:
    text = "a b a b c"
    assert find("a b […] b c", prepare(text)) == Found(((0, 3), (6, 9)))
    assert find("a b a […] b a b", prepare(text)).spans == ((2, 7),)


def test_words_that_stand_twice_need_an_occurrence() -> None:
    """R-453: overlaps are counted."""
    text = "on and on and on and off"
    miss = find("on and on", prepare(text))
    assert miss == Miss("ambiguous", "on and on", ((0, 9), (7, 16)))
    assert find("on and on", prepare(text), 1) == Found(((0, 9),))
    assert find("on and on", prepare(text), 2) == Found(((7, 16),))
    for wrong in (3, 0, -1):
        assert find("on and on", prepare(text), wrong) == Miss(
            "no-such-occurrence", "on and on", ((0, 9), (7, 16))
        )


def test_an_occurrence_that_folds_alike_counts() -> None:
    """R-453: one place is equal to the letter, the other only when folded."""
    text = "the city's plan. The rest. the city’s plan."
    assert find("the city's plan", prepare(text)) == Miss(
        "ambiguous", "the city's plan", ((0, 15), (27, 42))
    )


def test_only_first_parts_that_the_rest_can_follow_count() -> None:
    text = "A plan was made. Then it failed. A plan was made."
    assert find("A plan was […] it failed", prepare(text)) == Found(((0, 10), (22, 31)))


def test_places_shown_are_five_at_most() -> None:
    miss = find("one two three", prepare("one two three. " * 9))
    assert len(miss.spans) == 5


def test_what_is_not_the_article_s_does_not_count() -> None:
    text = "Read this now please. Then read on. Read this now please."
    once = prepare(text, ((36, 57),))
    assert find("Read this now", once) == Found(((0, 13),))
    touched = prepare(text, ((12, 14), (36, 57)))
    assert find("Read this now", touched) == Miss("excluded", "Read this now", ((0, 13), (36, 49)))


@pytest.mark.parametrize("quote", ["Why not?", "“Why not?”", "Why not"])
def test_a_whole_sentence_may_be_short(quote: str) -> None:
    assert isinstance(find(quote, prepare("They asked. “Why not?” Nobody knew why.")), Found)


def test_a_short_part_is_fine_in_a_long_quotation() -> None:
    assert isinstance(find("He said […] failed", prepare(ARTICLE)), Found)


OTHER = {**dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "ß"), **dict.fromkeys("0123456789", "٣")}


@given(st.data())
@settings(max_examples=150)
def test_one_letter_or_digit_changed_is_never_found(data: st.DataObject) -> None:
    """R-451, R-452: on a real article; also in the other case, also another digit."""
    tokens = [match.span() for match in re.finditer(r"\S+", NEWSNET)]
    first = data.draw(st.integers(0, len(tokens) - 6))
    quote = NEWSNET[tokens[first][0] : tokens[first + 5][1]]
    at = data.draw(st.integers(0, len(quote) - 1))
    assume(quote[at].isalnum())
    changes = [OTHER.get(quote[at].lower(), "ß"), quote[at].swapcase(), "1", "2", "²", "l"]
    changed = quote[:at] + data.draw(st.sampled_from(changes)) + quote[at + 1 :]
    assume(changed != quote)
    assume(fold(changed).text not in fold(NEWSNET).text)
    assert find(changed, prepare(NEWSNET)).__class__ is Miss


SPACES = [" ", " ", "  ", "\n", "\xa0", "\u202f \n", " \xad ", "—", ", "]
WORDS = ["a", "bo", "a", "bo’s", "bo's", "A", "1", "1,2", "$1", "“a", "a”", "a\xadb", "ab", "é"]
article_texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), min_size=5, max_size=14
)


def brute_force(quote: str, text: str) -> list[tuple[int, int]]:
    """Every place by trying every range: slow, and sure."""
    wanted = fold(quote).text.strip()
    return [
        (low, high)
        for low in range(len(text))
        for high in range(low + 1, len(text) + 1)
        if text[low] not in " \n\xa0\u202f\xad"
        and text[high - 1] not in " \n\xa0\u202f\xad"
        and fold(text[low:high]).text == wanted
        and cut(text, low) is None
        and cut(text, high) is None
    ]


@given(article_texts, st.data())
@settings(max_examples=200, deadline=None)
def test_agrees_with_brute_force(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    """R-451, R-453: found where it stands, ambiguous when it stands there twice."""
    text = "".join(map("".join, pieces))
    low = data.draw(st.integers(0, len(text) // 3))
    quote = text[low : data.draw(st.integers(2 * len(text) // 3, len(text)))].strip()
    assume(len(re.findall(r"\S*\w\S*", quote)) >= 3)
    variant = quote.translate(str.maketrans("’“”\xa0—", '\'"" -'))
    places = brute_force(quote, text)
    for written in (quote, variant):
        result = find(written, prepare(text))
        assert isinstance(result, Found) == (len(places) == 1)
        if places:
            assert result.spans == tuple(places[:5])
        for number, place in enumerate(places, 1):
            assert find(written, prepare(text), number) == Found((place,))


class Counted(str):
    """A text that counts how often it is searched, and how many characters each search passes."""

    __slots__ = ("passed", "searches")

    def __init__(self, text: str) -> None:
        self.passed = 0
        self.searches = 0

    def find(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]  # fewer forms than str's
        found = super().find(sub, start)
        self.searches += 1
        self.passed += (len(self) if found < 0 else found) - start + len(sub)
        return found


def counted(text: str) -> tuple[Prepared, Counted]:
    article = prepare(text)
    seen = Counted(fold(text).text)
    article.__dict__["folded"] = Folded(seen)
    return article, seen


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 50_000, "a" * 20_000),
        ("a " * 25_000, "a " * 10_000 + "a"),
        ("a " * 25_000, "a " * 10_000 + "b"),
        ("ab " * 20_000, "b " + "ab " * 5_000 + "a"),
        ("one two three. " * 4_000, "one two three […] never there"),
        ("one two three. " * 4_000, "one two three […] three. one"),
    ],
)
def test_the_text_is_passed_over_a_few_times_at_most(text: str, quote: str) -> None:
    """R-457: also for a text that repeats itself."""
    article, seen = counted(text)
    find(quote, article)
    assert seen.passed <= 12 * len(text)


def test_all_places_in_a_repeating_text_by_two_searches() -> None:
    """R-457, R-453: the places in between follow from the period."""
    _, seen = counted("ab" * 500 + "x" + "ab" * 300)
    needle = "ab" * 200
    places = list(quotes._occurrences(needle, seen))
    assert places == [*range(0, 601, 2), *range(1001, 1202, 2)]
    assert seen.searches <= 6


@given(st.text("ab", min_size=1, max_size=6), st.text("ab", max_size=40), st.integers(1, 9))
def test_occurrences_are_all_occurrences(needle: str, text: str, times: int) -> None:
    """R-453."""
    needle, text = needle * times, text + needle * 2 * times + text
    brute = [start for start in range(len(text)) if text.startswith(needle, start)]
    assert list(quotes._occurrences(needle, text)) == brute


def test_a_quotation_of_nothing_but_signs_takes_linear_time() -> None:
    """R-102: 60,000 full stops took half a minute."""
    signs = "." * 60_000
    found = find(signs, prepare(f"Words before.\n{signs}\nWords after."))
    assert isinstance(found, Miss)
    assert found.reason == "too-short"


def unfolded(article: Prepared) -> bool:
    return "folded" not in vars(article)


def test_words_that_stand_as_they_were_copied_need_no_folding() -> None:
    article = prepare(ARTICLE)
    for quote in (line for line in ARTICLE.splitlines() if len(line.split()) > 8):
        assert isinstance(find(quote, article), Found)
    assert unfolded(article)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("So the plan went on. So the plan went on.", "the plan went on"),
        ("the city's plan. The rest. the city’s plan.", "the city's plan"),
        ("one two three. one\xad two\xad three.", "one two three"),
        ("one two […] three four", "one two […] three four"),
        ("one two  three", "one two three"),
        ("bone two three", "one two three"),
        ("“…” — ‘…’ “…”", "“…” — ‘…’"),
    ],
)
def test_whatever_may_stand_elsewhere_too_is_looked_for_folded(text: str, quote: str) -> None:
    article = prepare(text)
    find(quote, article)
    assert not unfolded(article)


@given(article_texts, st.data())
@settings(max_examples=400, deadline=None)
def test_words_copied_are_found_where_the_folded_ones_are(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    """With an occurrence the folded article is always searched."""
    text = "".join(word + space for word, space in pieces)
    low = data.draw(st.integers(0, len(text) - 1))
    quote = text[low : data.draw(st.integers(low + 1, len(text)))]
    excluded = data.draw(st.sampled_from([(), ((0, 4),), ((low, low + 3),)]))
    found, first = find(quote, prepare(text, excluded)), find(quote, prepare(text, excluded), 1)
    second = find(quote, prepare(text, excluded), 2)
    if isinstance(found, Found):
        assert found == first
        assert isinstance(second, Miss)
    else:
        ambiguous = isinstance(first, Found) and isinstance(second, Found)
        assert ambiguous == (found.reason == "ambiguous")
        assert ambiguous or isinstance(first, Miss)
