"""Each rule's case file: records, and the exact report that an editor reads."""

from pathlib import Path

import pytest

from tests import casefiles
from tests.casefiles import Section

ALL = [
    (file.stem, section)
    for file in sorted(casefiles.CASES.glob("*.md"))
    for section in casefiles.sections(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("rule", "section"), ALL, ids=[f"{rule}: {section.heading}" for rule, section in ALL]
)
def test_case(rule: str, section: Section, tmp_path: Path) -> None:
    assert section.expected is not None, "a case holds exactly one text block: the report"
    assert casefiles.report_on(section.files, tmp_path, rule) == section.expected


@pytest.mark.parametrize("rule", sorted({rule for rule, _ in ALL}))
def test_cases_show_the_rule_they_are_named_for(rule: str) -> None:
    """A file of cases holds one that fails by its rule, and one that passes it."""
    reports = [section.expected or "" for name, section in ALL if name == rule]
    assert any(f"[{rule}]" in report for report in reports)
    assert any(f"[{rule}]" not in report for report in reports)


def test_base_site_is_clean(tmp_path: Path) -> None:
    assert casefiles.found_in((), tmp_path) == ()


def test_report_is_written_anew_and_nothing_else_is(tmp_path: Path) -> None:
    case = tmp_path / "case.md"
    kept = "# quote-not-found\n\nIn words.\n\n## A heading\n\nMore.\n"
    case.write_text(kept + "\n```text\nold\n```\n\n## Another\n", encoding="utf-8")
    casefiles.rewrite(case)
    first, second = casefiles.sections(case.read_text(encoding="utf-8"))
    assert (first.expected, second.expected) == ("", "")
    assert case.read_text(encoding="utf-8").startswith(kept)
