"""The checks against the pairs that were written to measure them."""

from pathlib import Path

import pytest

from tests.alarms import CHECKS, PAIRS, Pair, pairs, raised, table

ROOT = Path(__file__).resolve().parents[1]
EVERY = pairs()


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: pair.claim[:60])
def test_a_pair_raises_its_alarms_and_no_other(pair: Pair) -> None:
    assert raised(pair) == (pair.alarms - pair.missed) | pair.false


@pytest.mark.parametrize("pair", [pair for pair in EVERY if pair.seed], ids=lambda p: p.claim[:60])
def test_pairs_from_articles_quote_them(pair: Pair) -> None:
    article = next((ROOT / "seeds").glob(f"{pair.seed}_*.txt")).read_text("utf-8")
    assert all(words in article for words in (*pair.quotes, pair.sentence))


def test_half_of_the_pairs_are_right() -> None:
    right = sum(not pair.alarms for pair in EVERY)
    assert len(EVERY) >= 80
    assert 0.4 < right / len(EVERY) < 0.6
    assert {name for pair in EVERY for name in pair.alarms} == set(CHECKS)


def test_missed_and_false_are_told_apart() -> None:
    """What is missed was due, and what is false was not."""
    assert all(pair.missed <= pair.alarms and not pair.false & pair.alarms for pair in EVERY)


def test_the_table_in_the_docs_is_the_measured_one() -> None:
    told = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert table() in told, f"docs/checks.md is behind {PAIRS.name}: python -m tests.alarms"
