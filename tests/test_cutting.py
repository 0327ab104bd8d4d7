"""What a quotation leaves of its sentence."""

import pytest

from factsheet.cutting import cut_short
from factsheet.language import language_of

ENGLISH = language_of("en")


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("[CBP confirmed the meeting], but did not answer.", "qualified", "but"),
        ("[The bridge will open] if the river falls.", "qualified", "if"),
        ("[The water was safe], except in the north.", "qualified", "except"),
        ("Unless it rains, [the bridge will open].", "qualified", "Unless"),
        ("The lawyer denied that [the firm paid].", "denied", "denied that"),
        ("They found no evidence that [the firm paid].", "denied", "no evidence that"),
        ("It isn’t certain that the [agreement will last].", "denied", "isn’t certain"),
        ("He did not [pay the fine].", "denied", "not"),
        ("[The firm paid] three banks in May.", "unfinished", ""),
        ("[The firm paid], officials asked if it could.", "unfinished", ""),
        ("[The firm] did not [pay the fine].", "omitted", "not"),
        ("[The firm] in the north [paid the fine] today.", "unfinished", ""),
    ],
)
def test_cut_short(sentence: str, kind: str, words: str) -> None:
    plain, spans = marked(sentence)
    cut = cut_short(plain, spans, ENGLISH)
    assert cut is not None
    assert (cut.kind, cut.words) == (kind, words)
    assert cut.after == plain[spans[-1][1] :].strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "[The firm paid three banks].",
        "Officials said that [the firm paid three banks.]",
        "He did not speak of the fine that [the firm paid].",
        "But [the firm paid].",
        "Nobody doubted it, and [the firm paid].",
    ],
)
def test_nothing_is_left(sentence: str) -> None:
    assert cut_short(*marked(sentence), ENGLISH) is None


def marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the sentence without its brackets, and the spans that they enclosed."""
    plain = ""
    starts: list[int] = []
    ends: list[int] = []
    for char in sentence:
        (starts if char == "[" else ends if char == "]" else []).append(len(plain))
        plain += "" if char in "[]" else char
    return plain, list(zip(starts, ends, strict=True))
