"""The real articles: the records as they are raise no alarm, and each slip is told at its place."""

import shutil
from pathlib import Path

import pytest

from factsheet import reporting
from factsheet.examining import examine
from factsheet.reporting import Entry

ROOT = Path(__file__).resolve().parents[2]
SAID_BY_SENTENCE = frozenset(
    "number-not-quoted figure-value date-not-quoted weekday-contradicts quoted-words"
    " quotes-unreliable quote-stops-short hedge-lost plan-as-fact name-not-quoted"
    " names-nearly-agree".split()
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def told(folder: Path) -> list[Entry]:
    """Return what the rules say of the words, whether accepted or not."""
    examined = examine(folder)
    accepted = (entry.diagnostic for entry in examined.accepted)
    found = reporting.entries((*examined.diagnostics, *accepted), folder)
    return [entry for entry in found if entry.rule in SAID_BY_SENTENCE]


def test_records_of_the_five_articles_raise_no_alarm(content: Path) -> None:
    assert told(content) == []


CHANGES = [
    ("counts", "reported 304,162", "reported 304,126", "number-not-quoted", "304,162"),
    ("counts", "said that more than 788,000", "said that 788,000", "number-not-quoted",
     "more than 788,000"),
    ("counts", "at-least: 788000", "value: 788000", "figure-value", "more than 788,000"),
    ("counts", "460,000, directly", "nearly half a million people, directly",
     "number-not-quoted", "460,000"),
    ("counts", "value: 460000", "value: 461000", "figure-value", "460,000"),
    ("counts", "value: 460000", "at-most: 460000", "figure-value", "460,000"),
    ("el-paso", "value: 6500\n      approximate: true", "value: 6500", "figure-value",
     "about 6,500"),
    ("rail", "unit: USD", "unit: EUR", "figure-value", "$100 million"),
    ("rail", "$100 million a day", "€100 million a day", "number-not-quoted", "$100 million"),
    ("rail", "\n    Two rail crossings", "\n    Three rail crossings", "number-not-quoted",
     "two rail crossings"),
    ("juarez-meeting", "Mexico, on Friday,", "Mexico, on Saturday,", "weekday-contradicts",
     "on Friday"),
    ("juarez-meeting", "Mexico, on Friday,\n    September 22, 2023.", "Mexico, on Saturday.",
     "date-not-quoted", "on Friday"),
    ("visit-to-mexico", "was likely to begin on", "began on", "plan-as-fact", "is likely to"),
    ("visit-to-mexico", "begin on December 27", "begin on December 28", "date-not-quoted",
     "Dec. 27"),
    ("el-paso", "“a breaking point right now”", "“at breaking point now”", "quoted-words",
     "a breaking point right now"),
    ("juarez-agreement", "agreed to ease pressure", "agreed to “reduce pressure”",
     "quotes-unreliable", "“reduce pressure”"),
    ("meeting-in-mexico", "suggested that more details might", "said that more details would",
     "hedge-lost", "may emerge"),
    ("visit-to-mexico", "asked Antony Blinken", "asked Anthony Blinken", "name-not-quoted",
     "Antony"),
    ("smuggling", "Troy Miller said that the criminal", "John Miller said that the criminal",
     "name-not-quoted", "lethal drugs"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "is_now", "becomes", "rule", "words"), CHANGES, ids=[change[2] for change in CHANGES]
)
def test_change_is_told_at_its_place_with_the_words_of_the_article(
    content: Path, file: str, is_now: str, becomes: str, rule: str, words: str
) -> None:
    path = content / "content" / "claims" / f"{file}.yaml"
    before, found, after = path.read_text(encoding="utf-8").partition(is_now)
    assert found
    path.write_text(before + becomes + after, encoding="utf-8")
    (entry,) = [entry for entry in told(content) if entry.rule == rule]
    first = before.count("\n") + 1
    assert entry.line in range(first, first + becomes.count("\n") + 2)
    assert any(words in note for note in entry.notes)


def test_garbled_names_are_told_when_nobody_declares_them(content: Path) -> None:
    source = content / "content" / "sources" / "news-collective-juarez-talks.yaml"
    before, _, rest = source.read_text(encoding="utf-8").partition("sic:\n")
    source.write_text(before + rest[rest.index("note: >-") :], encoding="utf-8")
    entity = content / "content" / "entities" / "ferromex.yaml"
    text = entity.read_text(encoding="utf-8").replace("garbled: [Ferrumex, Verumex]\n", "")
    entity.write_text(text, encoding="utf-8")
    found = [entry.message for entry in told(content) if entry.rule == "names-nearly-agree"]
    assert found == [
        "the articles write “Ferrumex” and “Ferromex”, which is nearly the same",
        "the articles write “Ferrumex” and “Verumex”, which is nearly the same",
    ]
