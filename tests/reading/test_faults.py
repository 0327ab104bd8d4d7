from pathlib import Path

import pytest

from factsheet.diagnostics import Diagnostic
from factsheet.reading.contents import contents
from factsheet.reading.files import Kind, RecordFile
from factsheet.reading.places import locate

RULES = Path(__file__).resolve().parents[2] / "factsheet/rules"
SOURCE = f"type: webpage\ntitle: T\ntext: a.txt\nsha256: {'0' * 64}\n"
CLAIM = "- id: a\n  claim: C\n  kind: event\n  cites: [{source: s, quote: q}]\n"
FIGURE = CLAIM + "  figures:\n    - {name: n, words: w, "
RELATION = CLAIM + "  relations:\n    - "
ENTITY = "name: N\ntype: place\n"

FAULTS: list[tuple[Kind, str, str, int, int]] = [
    ("claims", CLAIM + "  kid: event\n", "unknown-key", 5, 3),
    ("claims", CLAIM.replace("quote: q", "qoute: q"), "unknown-key", 4, 23),
    ("claims", CLAIM.replace("  kind: event\n", ""), "missing-key", 1, 3),
    ("claims", CLAIM.replace(", quote: q", ""), "missing-key", 4, 11),
    ("claims", CLAIM.replace("event", "evnt"), "bad-value", 3, 9),
    ("claims", CLAIM.replace("event", "[event]"), "bad-value", 3, 9),
    ("claims", CLAIM.replace(" event", ""), "bad-value", 3, 3),
    ("claims", CLAIM.replace("claim: C", "claim:"), "bad-value", 2, 3),
    ("claims", CLAIM.replace("claim: C", "claim: [C]"), "wrong-shape", 2, 10),
    ("claims", CLAIM.replace("claim: C", "claim: " + "x" * 20_001), "too-large", 2, 10),
    ("claims", CLAIM.replace("id: a", "id: A b"), "bad-id", 1, 7),
    ("claims", CLAIM.replace("id: a", "id: nul"), "bad-id", 1, 7),
    ("claims", CLAIM.replace("source: s", "source: S"), "bad-id", 4, 20),
    ("claims", "- id: a\n  claim: C\n  kind: event\n", "no-citation", 1, 3),
    ("claims", "- id: a\n  claim: C\n  kind: event\n  cites: []\n", "no-citation", 4, 3),
    ("claims", "- id: a\n  claim: C\n  kind: event\n  cites:\n", "no-citation", 4, 3),
    ("claims", "- id: a\n  claim: C\n  kind: event\n  cites: s\n", "wrong-shape", 4, 10),
    ("claims", CLAIM + "  topics: x\n", "wrong-shape", 5, 11),
    ("claims", CLAIM + "  topics:\n", "bad-value", 5, 3),
    ("claims", CLAIM + "  topics: [" + "x," * 1001 + "]\n", "too-large", 5, 11),
    ("claims", CLAIM + "  when: 22/12/2023\n", "bad-date", 5, 9),
    ("claims", CLAIM + "  reviewed: me\n", "wrong-shape", 5, 13),
    ("claims", CLAIM + "  reviewed: {by: me, on: x}\n", "bad-date", 5, 26),
    ("claims", CLAIM + "  status: publised\n", "bad-value", 5, 11),
    ("claims", FIGURE + "value: 1.000.000}\n", "bad-number", 6, 34),
    ("claims", FIGURE + "unit: USD}\n", "missing-key", 6, 7),
    ("claims", FIGURE + "value: 1, at-least: 1}\n", "bad-value", 6, 7),
    ("claims", FIGURE + "from: 1}\n", "missing-key", 6, 7),
    ("claims", FIGURE + "from: 2, to: 1}\n", "bad-number", 6, 7),
    ("claims", FIGURE + "value: 1, approximate: yes}\n", "bad-value", 6, 50),
    ("claims", RELATION + "{because: x}\n", "missing-key", 6, 7),
    ("claims", RELATION + "{updates: x, corrects: y}\n", "bad-value", 6, 7),
    ("claims", RELATION + "disputes: x\n", "missing-key", 6, 7),
    ("claims", RELATION + "not-comparable-to: x\n", "missing-key", 6, 7),
    ("claims", "id: a\nclaim: C\n", "wrong-shape", 1, 1),
    ("claims", "- just text\n", "wrong-shape", 1, 3),
    ("source", SOURCE + "text-file: x\n", "unknown-key", 5, 1),
    ("source", SOURCE.replace("a.txt", "../a.txt"), "bad-value", 3, 7),
    ("source", SOURCE.replace("webpage", "newspaper"), "bad-value", 1, 7),
    ("source", SOURCE + "url: https://a.example/\n", "unknown-key", 5, 1),
    ("source", SOURCE + "URL: javascript:x\n", "bad-link", 5, 6),
    ("source", SOURCE + "URL:\n", "bad-value", 5, 1),
    ("source", SOURCE + "archive-url: https://a.example/\n", "missing-key", 1, 1),
    ("source", SOURCE + "issued: {date-parts: [[x]]}\n", "bad-date", 5, 9),
    ("source", SOURCE + "id: other\n", "bad-id", 5, 5),
    ("source", SOURCE + "sic: {x: {read: y}}\n", "missing-key", 5, 10),
    ("source", SOURCE + "sic: {x: {red: y, because: z}}\n", "unknown-key", 5, 11),
    ("source", SOURCE + "not-article: [[x]]\n", "wrong-shape", 5, 15),
    ("source", SOURCE + "not-article: [{from: x}]\n", "missing-key", 5, 15),
    ("source", SOURCE + "author: [{}]\n", "missing-key", 5, 10),
    ("source", SOURCE + "rights: inc\n", "bad-value", 5, 9),
    ("topic", "title: T\norder: first\n", "bad-number", 2, 8),
    ("topic", "title: T\nsections: [{heading: H}]\n", "missing-key", 2, 12),
    ("entity", ENTITY + "coordinates: [1]\n", "wrong-shape", 3, 14),
    ("entity", ENTITY + "coordinates: [1, 2, 3]\n", "too-large", 3, 14),
    ("entity", ENTITY + "same-as: [x]\n", "bad-link", 3, 11),
    ("entity", "just text", "wrong-shape", 1, 1),
    ("site", "title: T\nexcerpt-limit: 15\n", "bad-number", 2, 16),
    ("site", "title: T\npublisher: {email: x}\n", "bad-value", 2, 20),
    ("wording", "- {avoid: a, prefer: b}\n", "missing-key", 1, 3),
]


def faults(kind: Kind, text: str) -> tuple[Diagnostic, ...]:
    return contents(RecordFile(kind, "content/x/example.yaml"), text).diagnostics


@pytest.mark.parametrize(("kind", "text", "rule", "line", "column"), FAULTS)
def test_one_fault_gives_one_message_at_its_place(
    kind: Kind, text: str, rule: str, line: int, column: int
) -> None:
    """R-104, R-402 among them"""
    (fault,) = faults(kind, text)
    mark = locate(text, fault.place)
    assert (fault.rule, mark.line, mark.column) == (rule, line, column)
    assert not any(word in fault.message.lower() for word in ("pydantic", "validat", "input"))
    assert (RULES / f"{fault.rule}.md").is_file()


def test_an_unknown_key_proposes_the_nearest() -> None:
    """R-104"""
    (fault,) = faults("claims", CLAIM.replace("quote: q", "quotes: q"))
    assert (fault.message, fault.mend) == (
        "no key is called `quotes` here",
        "did you mean `quote`?",
    )
    (fault,) = faults("source", SOURCE + "url: https://a.example/\n")
    assert fault.mend == "did you mean `URL`?"
    (fault,) = faults("entity", ENTITY + "zzzzzzzzz: x\n")
    assert fault.mend.startswith("known keys: name, type")


@pytest.mark.parametrize(
    ("key", "shown"),
    [("quоte", "U+043E"), ("quote\u200d", "U+200D"), ("a b", "U+0020"), ("", "``")],
)
def test_a_key_with_a_strange_character_is_shown_by_code_point(key: str, shown: str) -> None:
    """R-104"""
    (fault,) = faults("claims", CLAIM + f"  '{key}': x\n")
    assert fault.rule == "unknown-key"
    assert shown in fault.message


def test_a_word_that_is_not_possible_lists_those_that_are() -> None:
    (fault,) = faults("claims", CLAIM.replace("event", "statment"))
    assert fault.message.endswith("event, measure, statement, figure, plan, opinion, background")
    assert fault.mend == "did you mean `statement`?"


def test_a_missing_key_says_what_belongs_there() -> None:
    (fault,) = faults("claims", CLAIM.replace("  kind: event\n", ""))
    assert fault.mend == "add kind:"
    assert fault.notes == ("What sort of claim it is; statement and opinion must have said-by.",)


def test_all_faults_of_all_entries_come_in_one_run() -> None:
    text = CLAIM.replace("event", "x") + "  x: y\n" + CLAIM.replace("id: a", "id: A")
    assert [f.rule for f in faults("claims", text)] == ["bad-value", "unknown-key", "bad-id"]


def test_no_file_gives_more_faults_than_can_be_read() -> None:
    """R-102"""
    assert len(faults("claims", "- {}\n" * 3000)) == 100
    assert len(faults("entity", "".join(f"k{n}: v\n" for n in range(3000)))) == 100
