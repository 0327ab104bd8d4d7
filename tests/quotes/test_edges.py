"""Where a passage may begin and end; `|` marks the place."""

import pytest

from factsheet.quotes.edges import cut


@pytest.mark.parametrize(
    "text",
    [
        "bor|der", "Mexico|'s", "Mexico’|s", "Sherwood|-Randall", "Sherwood\u2010|Randall",
        "e|\u0301a", "bor|\xadder", "bor\xad|der", "U|.S.", "U.|S.", "a|_b", "x|²", "日|本",
    ],
)  # fmt: skip
def test_inside_a_word(text: str) -> None:
    assert cut(text.replace("|", ""), text.index("|")) == "cuts-word"


@pytest.mark.parametrize(
    "text",
    [
        "1|00", "1|,200", "1,|200", "1|.5", "1.|5", ".|5 x", "$|100", "US|$100", "€|100", "100|€",
        "$|.5", "−|5", " -|5", "-|$5", "+|5", "50|%", "5|‰", "20|°", "12|th", "B|2", "5|½", "5|²",
        "5–|10", "5|–10", "5-|10", "12|:30", "9|/11", "1\xa0|200", "1|\u202f200", "1'|000",
    ],
)  # fmt: skip
def test_inside_a_number(text: str) -> None:
    """R-451: “100 million” does not stand where the article says “$100 million”."""
    assert cut(text.replace("|", ""), text.index("|")) == "cuts-number"


@pytest.mark.parametrize(
    "text",
    [
        "|a", "a|", "a |b", "a| b", "a|\nb", "migrants|' own", "word—|word", "word|—word", "|$100",
        "in 2023|.", "in 2023|, x", "(|5", "“|The", "The|”", "border\xad| x", "end.|Next", "#|5",
        "a\xa0|200", "10|\xa0km", "U.S|.", "‘|tis", "$100| million", "end.|5",
    ],
)  # fmt: skip
def test_between_words(text: str) -> None:
    assert cut(text.replace("|", ""), text.index("|")) is None
