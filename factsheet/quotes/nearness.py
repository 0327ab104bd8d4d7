"""The words of an article that a quotation most likely means, when they are not the same.

A near match proves nothing: it is what a message proposes.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from msgspec import Struct

from factsheet.quotes.folding import Prepared, fold, line_of, small
from factsheet.sentences import Span

LEAST_SCORE = 60.0
"""Below it, two passages are not about the same."""
LARGE_TEXT = 20_000
"""Characters from which only the most promising stretch of an article is looked at closely."""
LONG_PART = 1_000
"""Characters from which a part is looked for by its two ends."""
LARGEST_TABLE = 100_000
"""Words of the part times words of the stretch that are aligned word by word."""
MOST_PLACES = 200
"""Places of one word that are looked at: a word that stands everywhere tells nothing apart."""
SHOWN_EQUAL = 3
"""Equal words shown on each side of a difference."""

_WORD = re.compile(r"\w")
_TOKEN = re.compile(
    r"[$€£¥−+]?\d+(?:[.,:/]\d+)*%?|[^\W\d_]\.(?:[^\W\d_]\.)+|\w+(?:['-]\w+)*|[^\w\s]"
)
_SAME, _CASE, _ALIKE, _OTHER, _GAP, _SKIP = 0.0, 0.1, 0.5, 1.1, 0.7, 0.3
"""Costs: equal, equal but for case, alike, unlike; a word only in the part, in the article."""


class Nearest(Struct, frozen=True):
    """The passage that is nearest to words that were not found."""

    span: Span
    """In code points, on word edges."""
    words: str
    """The article's own characters."""
    score: float
    """0 to 100; 100 would be equal but for case."""
    line: int
    """In the article, from 1."""


def nearest(part: str, article: Prepared) -> Nearest | None:
    """Return the passage that the part most likely means, or None when nothing is near it.

    The passage begins and ends with the words that answer to the part's first and last.
    """
    quotable = _quotable(article)
    wanted = fold(part).text.strip()
    if not _WORD.search(wanted) or not quotable.text.strip():
        return None
    start, end, score = _place(wanted, quotable, 0)
    if score < LEAST_SCORE:
        return None
    span = quotable.folded.original(start, end)
    return Nearest(span, article.text[slice(*span)], score, line_of(article.text, span[0]))


@lru_cache(maxsize=8)
def _quotable(article: Prepared) -> Prepared:
    """Return the article with nothing to be found where it is not the article's words."""
    if not article.excluded:
        return article
    pieces, done = [], 0
    for start, end in article.excluded:
        pieces += [article.text[done:start], "\0" * (end - start)]
        done = end
    return Prepared("".join((*pieces, article.text[done:])))


def _place(wanted: str, article: Prepared, begin: int) -> tuple[int, int, float]:
    """Return the range nearest to the words wanted and its score; long ones by both their ends."""
    if len(wanted) <= LONG_PART:
        return _place_short(wanted, article, begin)
    start, end, score = _place_short(wanted[: LONG_PART // 2].rpartition(" ")[0], article, begin)
    tail = wanted[-LONG_PART // 2 :].partition(" ")[2]
    _, tail_end, tail_score = _place_short(tail, article, start)
    if tail_score < LEAST_SCORE or not end < tail_end < start + 2 * len(wanted):
        return start, end, score
    return start, tail_end, (score + tail_score) / 2


def _place_short(wanted: str, article: Prepared, begin: int) -> tuple[int, int, float]:
    from rapidfuzz import fuzz  # heavy, and needed only when there is a fault

    text = article.folded.text
    low, high = _stretch(small(wanted), article.small, begin)
    found = fuzz.partial_ratio_alignment(small(wanted), article.small[low:high])
    if found is None:
        return begin, begin, 0.0
    start, end = _aligned(wanted, text, low + found.dest_start, low + found.dest_end)
    return start, end, max(found.score, fuzz.ratio(small(wanted), small(text[start:end])))


def _stretch(wanted: str, text: str, begin: int) -> Span:
    """Return the stretch of a large text that shares most words with the part, rare ones first."""
    if len(text) - begin <= LARGE_TEXT:
        return begin, len(text)
    size = max(2 * len(wanted), 1_000)
    weight: dict[int, float] = defaultdict(float)
    for word in sorted({word for word in wanted.split() if len(word) > 3}):
        places = tuple(islice(_each_place(word, text, begin), MOST_PLACES))
        for block in {place // size for place in places}:
            weight[block] += 1 / len(places)
    if not weight:
        return begin, begin + LARGE_TEXT
    best = max(sorted(weight), key=lambda block: weight[block] + weight.get(block + 1, 0.0))
    return max(begin, (best - 1) * size), (best + 3) * size


def _each_place(word: str, text: str, begin: int) -> Iterator[int]:
    place = text.find(word, begin)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _aligned(wanted: str, text: str, start: int, end: int) -> Span:
    """Return the range whose words answer best to the part's, near the range given."""
    room = len(wanted) + 40
    low, high = max(0, start - room), min(len(text), end + room)
    theirs = [match for match in _TOKEN.finditer(text, low, high) if _whole(text, match, low, high)]
    ours = _TOKEN.findall(wanted)
    if not theirs or not ours or len(ours) * len(theirs) > LARGEST_TABLE:
        return _snapped(text, start, end)
    first, last = _best_run(ours, [match[0] for match in theirs])
    return theirs[first].start(), theirs[last].end()


def _whole(text: str, match: re.Match[str], low: int, high: int) -> bool:
    """Return whether the window did not cut the word."""
    cut_before = match.start() == low > 0 and text[low - 1] != " "
    return not cut_before and not (match.end() == high < len(text) and text[high] != " ")


def _snapped(text: str, start: int, end: int) -> Span:
    start = text.rfind(" ", 0, start) + 1
    space = text.find(" ", max(start, end - 1))
    return start, len(text) if space < 0 else space


def _best_run(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Return the first and last index of their words that align with ours at the least cost.

    An alignment after Needleman and Wunsch, in which their words before the run and after it are
    free (Sellers 1980). Each cell holds the cost and where its run began.
    """
    row: list[tuple[float, int]] = [(0.0, -index) for index in range(len(theirs) + 1)]
    for word in ours:
        previous, row = row, [(row[0][0] + _GAP, 0)]
        for index, other in enumerate(theirs):
            replaced, begun = previous[index]
            row.append(
                min(
                    (replaced + _cost(word, other), begun),
                    (previous[index + 1][0] + _GAP, previous[index + 1][1]),
                    (row[index][0] + _SKIP, row[index][1]),
                )
            )
    last = min(range(1, len(row)), key=lambda index: (row[index][0], index))
    return min(-row[last][1], last - 1), last - 1


def _cost(ours: str, theirs: str) -> float:
    if ours == theirs:
        return _SAME
    if ours.lower() == theirs.lower():
        return _CASE
    shared = len(set(ours.lower()) & set(theirs.lower()))
    return _ALIKE if 2 * shared >= max(len(ours), len(theirs), 2) else _OTHER


def difference(written: str, article_words: str) -> str:
    """Return one line: `losses of $100 million [a → per] day`, `[+added]`, `[-left out]`.

    Added is what the article has besides, left out what it has not. What folds alike is equal and
    shown as the article has it; long equal runs are shortened with an ellipsis.
    """
    from rapidfuzz.distance import Levenshtein  # heavy, and needed only when there is a fault

    ours, theirs = written.split(), article_words.split()
    codes = Levenshtein.opcodes(_each(ours), _each(theirs))
    runs = [(equal, list(run)) for equal, run in groupby(codes, lambda code: code.tag == "equal")]
    pieces: list[str] = []
    for number, (equal, run) in enumerate(runs):
        words = theirs[run[0].dest_start : run[-1].dest_end]
        if equal:
            pieces.append(_shortened(words, number == 0, number == len(runs) - 1))
        else:
            before = ours[run[0].src_start : run[-1].src_end]
            pieces.append(_changed(" ".join(before), " ".join(words)))
    return " ".join(pieces)


def differing(written: str, article_words: str) -> str:
    """Return the first words written that are not the article's, with a word on each side."""
    from rapidfuzz.distance import Levenshtein  # heavy, and needed only when there is a fault

    ours = written.split()
    codes = Levenshtein.opcodes(_each(ours), _each(article_words.split()))
    wrong = next((code for code in codes if code.tag != "equal"), None)
    return " ".join(ours[max(0, wrong.src_start - 1) : wrong.src_end + 1]) if wrong else ""


def _each(words: Sequence[str]) -> list[str]:
    return [fold(word).text for word in words]


def _changed(ours: str, theirs: str) -> str:
    if not ours:
        return f"[+{theirs}]"
    return f"[{ours} → {theirs}]" if theirs else f"[-{ours}]"


def _shortened(words: Sequence[str], first: bool, last: bool) -> str:
    """Keep the words beside a difference and, at the ends of the line, the outermost ones."""
    if len(words) <= 2 * SHOWN_EQUAL + 1 or (first and last):
        return " ".join(words)
    return " ".join((*words[:SHOWN_EQUAL], "…", *words[-SHOWN_EQUAL:]))
