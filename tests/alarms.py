"""What the editorial checks say of the pairs in `tests/cases/pairs.yaml`, counted.

`python -m tests.alarms` prints the tables that stand in docs/checks.md: of the pairs, and of the
records of the five articles.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from factsheet.cutting import cut_short
from factsheet.days import contradicting, unsaid_moments
from factsheet.examining import examine
from factsheet.hedges import lost
from factsheet.language import language_of
from factsheet.language.tables import Language
from factsheet.moments import moments
from factsheet.numbers import unsaid

PAIRS = Path(__file__).parent / "cases" / "pairs.yaml"
ROOT = Path(__file__).resolve().parents[1]
OF_THE_RECORDS = (
    "number-not-quoted", "figure-value", "date-not-quoted", "weekday-contradicts", "quoted-words",
    "quotes-unreliable", "quote-stops-short", "hedge-lost", "plan-as-fact", "name-not-quoted",
    "names-nearly-agree", "one-origin", "repeated-origin", "figures-disagree", "figure-incomplete",
    "wording", "source-incomplete", "excerpt-limit", "unused-record", "no-topic", "plan-overdue",
    "review-outdated",
)  # fmt: skip
"""Rules that judge by words or by what is missing, and could be wrong."""
CHECKS = {
    "number": "a number that no quotation says",
    "time": "a date, weekday, month or year that no quotation says",
    "date": "a weekday or date that contradicts the claim's date",
    "hedge": "a hedge lost",
    "plan-as-fact": "a plan told as a fact",
    "cut": "a quotation cut before or after words that turn it",
}


@dataclass(frozen=True)
class Pair:
    """A claim and the quotations that it rests on, with the alarms it deserves."""

    claim: str
    quotes: tuple[str, ...]
    alarms: frozenset[str] = frozenset()
    missed: frozenset[str] = frozenset()
    false: frozenset[str] = frozenset()
    language: Language = field(default_factory=lambda: language_of("en"))
    issued: date | None = None
    when: date | None = None
    sentence: str = ""
    seed: str = ""


def pairs() -> tuple[Pair, ...]:
    """Return the pairs in the order of the file."""
    return tuple(_pair(entry) for entry in yaml.safe_load(PAIRS.read_text("utf-8")))


def raised(pair: Pair) -> frozenset[str]:
    """Return the names of the checks that raise an alarm."""
    return frozenset(_raised(pair))


def table() -> str:
    """Return the Markdown table: for each check, right, false and missed alarms."""
    found = [(pair, raised(pair)) for pair in pairs()]
    rows = [_row(name, said, found) for name, said in CHECKS.items()]
    right = sum(not pair.alarms for pair, _ in found)
    silent = sum(not pair.alarms and not alarms for pair, alarms in found)
    return "\n".join(
        (
            "| check | articles: due | raised | false | invented: due | raised | false |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"{len(found)} pairs, {right} of them right; {silent} of these pass in silence.",
        )
    )


def table_of_records() -> str:
    """Return the Markdown table: alarms over this site's content, and those that are accepted."""
    examined = examine(ROOT)
    accepted = Counter(entry.diagnostic.rule for entry in examined.accepted)
    unanswered = Counter(diagnostic.rule for diagnostic in examined.diagnostics)
    rows = (
        f"| `{rule}` | {unanswered[rule] + accepted[rule]} | {accepted[rule]} |"
        for rule in OF_THE_RECORDS
    )
    return "\n".join(("| rule | raised | accepted with a reason |", "|---|---|---|", *rows))


def _row(name: str, said: str, found: list[tuple[Pair, frozenset[str]]]) -> str:
    cells = []
    for from_article in (True, False):
        group = [(pair, alarms) for pair, alarms in found if bool(pair.seed) == from_article]
        due = sum(name in pair.alarms for pair, _ in group)
        hits = sum(name in pair.alarms and name in alarms for pair, alarms in group)
        wrong = sum(name not in pair.alarms and name in alarms for pair, alarms in group)
        cells += [due, hits, wrong]
    return f"| {said} | " + " | ".join(map(str, cells)) + " |"


def _raised(pair: Pair) -> Iterator[str]:
    if unsaid(pair.claim, pair.quotes, pair.language):
        yield "number"
    if unsaid_moments(pair.claim, pair.quotes, pair.language, issued=pair.issued):
        yield "time"
    if pair.when and any(
        contradicting(moments(words, pair.language), pair.when, pair.when, pair.issued)
        for words in pair.quotes
    ):
        yield "date"
    for missing in lost(pair.claim, pair.quotes, pair.language):
        if missing.hedge.kind != "attribution":
            yield "plan-as-fact" if missing.as_fact else "hedge"
    start = pair.sentence.find(pair.quotes[0])
    if start >= 0 and pair.sentence:
        span = start, start + len(pair.quotes[0])
        cut = cut_short(pair.sentence, [span], pair.language)
        if cut and cut.kind != "unfinished":
            yield "cut"


def _pair(entry: dict[str, Any]) -> Pair:
    known = dict(entry)
    known["quotes"] = tuple(known["quotes"])
    known["language"] = language_of(str(known.get("language", "en")))
    for name in ("alarms", "missed", "false"):
        known[name] = frozenset(known.get(name, ()))
    return Pair(**known)


if __name__ == "__main__":
    print(table(), table_of_records(), sep="\n\n")
