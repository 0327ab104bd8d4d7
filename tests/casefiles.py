"""Case files: records laid over a small base site, and the exact report they get.

A case file is Markdown. Under a heading `## …` stand blocks of files, each opened by three
backquotes, a language and the file's path in the site's folder, and one block opened by three
backquotes and `text`: the report. `python -m tests.casefiles FILE…` writes the reports anew; read
the difference before it is committed.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factsheet import reporting
from factsheet.diagnostics import Diagnostic
from factsheet.examining import examine

CASES = Path(__file__).resolve().parent / "cases"
BASE = CASES / "base"

_BLOCK = re.compile(
    r"^```(?P<language>[a-z]+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(r"^## (?P<heading>.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a section."""

    language: str
    path: str
    """Path in the site's folder; empty for a block that is no file."""
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a Markdown file with the blocks below it."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def files(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.path)

    @property
    def expected(self) -> str | None:
        """The report that the section's one `text` block holds; None without one."""
        reports = [block.text for block in self.blocks if block.language == "text"]
        return reports[0] if len(reports) == 1 else None


def sections(markdown: str) -> tuple[Section, ...]:
    """Return the sections of a case file or a rule's page, in order."""
    _, *pieces = _HEADING.split(markdown)
    return tuple(
        Section(heading, tuple(blocks(body)))
        for heading, body in zip(pieces[::2], pieces[1::2], strict=True)
    )


def blocks(markdown: str) -> Iterator[Block]:
    for found in _BLOCK.finditer(markdown):
        yield Block(found["language"], found["path"] or "", found["text"])


def laid_over_base(files: Iterable[Block], folder: Path) -> Path:
    """Return the folder, now a copy of the base site with these files laid over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="")
    return folder


def found_in(files: Iterable[Block], folder: Path) -> tuple[Diagnostic, ...]:
    """Return every fault of the base site with these files laid over it in an empty folder."""
    return examine(laid_over_base(files, folder)).diagnostics


def report_on(files: Iterable[Block], folder: Path, rule: str) -> str:
    """Return the text report on the base site with these files laid over it.

    Of the warnings it holds only the rule's own, so that cases are short and speak of one thing.
    """
    found = (d for d in found_in(files, folder) if d.severity == "error" or d.rule == rule)
    return reporting.as_text(reporting.entries(found, folder))


def rewrite(case_file: Path) -> None:
    """Write the reports of a case file anew; a section without one gets it at its end."""
    markdown = case_file.read_text(encoding="utf-8")
    intro, *pieces = _HEADING.split(markdown)
    for heading, body in zip(pieces[::2], pieces[1::2], strict=True):
        intro += f"## {heading}\n{with_report(body, case_file.stem)}"
    case_file.write_text(intro, encoding="utf-8", newline="\n")


def with_report(body: str, rule: str) -> str:
    """Return the body of a section of the rule's cases with the report as it is now."""
    files = [block for block in blocks(body) if block.path]
    with tempfile.TemporaryDirectory() as folder:
        report = f"```text\n{report_on(files, Path(folder), rule)}```"
    for found in _BLOCK.finditer(body):
        if found["language"] == "text" and not found["path"]:
            return body[: found.start()] + report + body[found.end() :]
    return f"{body.rstrip()}\n\n{report}\n\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        rewrite(Path(name))
