"""What the parts promise each other: rules and their pages, commands and the README, the locks."""

import ast
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click
import pytest

from factsheet import checking, cli
from factsheet.diagnostics import errors
from tests import casefiles
from tests.casefiles import Section

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "factsheet"
PAGES = {page.stem: page for page in sorted((PACKAGE / "rules").glob("*.md"))}
TREES = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))]
NODES = [node for tree in TREES for node in ast.walk(tree)]

each_rule = pytest.mark.parametrize("rule", PAGES)


def speakers() -> dict[str, int]:
    """Return the functions that take the name of a rule, each with its position from 0."""
    found = {"Diagnostic": 0, "PydanticCustomError": 0}
    for node in NODES:
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            found |= {node.name: names.index("rule")} if "rule" in names else {}
    return found


def rules_named() -> Iterator[str]:
    """Yield every rule's name where the package says it to a function that takes one."""
    positions = speakers()
    for call in (node for node in NODES if isinstance(node, ast.Call)):
        position = positions.get(called(call))
        given = call.args[position : position + 1] if position is not None else []
        given += [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
        yield from (text for argument in given for text in texts(argument))


def called(call: ast.Call) -> str:
    """Return the last name of what is called."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def texts(expression: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can be: itself, or either side of a choice."""
    match expression:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from texts(one)
            yield from texts(other)


def test_every_rule_named_in_the_package_has_a_page() -> None:
    named = set(rules_named()) - {""}
    assert len(named) > 20
    assert named - set(PAGES) == set()


def test_every_page_is_of_a_rule_that_the_package_names() -> None:
    constants = {node.value for node in NODES if isinstance(node, ast.Constant)}
    assert set(PAGES) - constants == set()


@each_rule
def test_every_rule_has_cases_or_a_test_that_names_it(rule: str) -> None:
    """A fault of bytes or of the disk cannot stand in a Markdown file: its test names it."""
    if (casefiles.CASES / f"{rule}.md").is_file():
        return
    tests = [file for file in (ROOT / "tests").rglob("test_*.py") if file != Path(__file__)]
    assert any(f'"{rule}"' in file.read_text(encoding="utf-8") for file in tests)


def test_every_file_of_cases_is_of_a_rule() -> None:
    assert {file.stem for file in casefiles.CASES.glob("*.md")} - set(PAGES) == set()


def page_sections(rule: str) -> dict[str, Section]:
    return {
        section.heading: section
        for section in casefiles.sections(PAGES[rule].read_text(encoding="utf-8"))
    }


@each_rule
def test_pages_of_rules_have_one_shape(rule: str) -> None:
    assert PAGES[rule].read_text(encoding="utf-8").startswith(f"# {rule}\n")
    assert list(page_sections(rule)) == ["Why", "Fails", "Mended"]


@each_rule
def test_record_that_fails_breaks_the_rule_and_the_mended_one_does_not(
    rule: str, tmp_path: Path
) -> None:
    shown = page_sections(rule)
    fails, mended = shown["Fails"].files, shown["Mended"].files
    assert bool(fails) == bool(mended)
    if not fails:  # a fault of bytes or of the disk: told in words, and shown by the test above
        return
    assert rule in {fault.rule for fault in casefiles.found_in(fails, tmp_path / "fails")}
    found = casefiles.found_in(mended, tmp_path / "mended")
    assert errors(found) == ()
    assert rule not in {fault.rule for fault in found}


def test_rules_of_the_finished_site_are_listed_once() -> None:
    every = (*checking.CLAIM_RULES, *checking.SITE_RULES, *checking.FACT_RULES)
    assert len(set(every)) == len(every)


def commands(group: click.Group, path: str = "factsheet") -> Iterator[str]:
    """Yield each command as it is typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = list(commands(cli.commands))
    assert typed
    assert [command for command in typed if command not in readme] == []


LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_locks_pin_by_hash_and_name_no_address(name: str) -> None:
    """R-605."""
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", lock)
    pins = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-zA-Z]", lock, re.MULTILINE)) > 20


@pytest.mark.parametrize(
    ("library", "least"),
    [
        ("tornado", (6, 6, 1)),
        ("jinja2", (3, 1, 6)),
        ("pyyaml", (6, 0, 3)),
        ("markdown-it-py", (4, 3)),
    ],
)
def test_libraries_are_not_older_than_is_safe(library: str, least: tuple[int, ...]) -> None:
    """R-605: in the lock, and in what these tests run on."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.search(rf"^{library}==(\S+)", lock, re.MULTILINE)
    assert pinned
    for version in (pinned[1], metadata.version(library)):
        assert tuple(map(int, version.split("."))) >= least


def test_actions_are_pinned_by_commit_and_checkouts_keep_no_credentials() -> None:
    """R-801."""
    for workflow in (ROOT / ".github/workflows").glob("*.yml"):
        text = workflow.read_text(encoding="utf-8")
        used = re.findall(r"uses: (.*)", text)
        assert used
        for action in used:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
        assert text.count("actions/checkout@") == text.count("persist-credentials: false")
        assert "secrets." not in text
        assert "pull_request_target" not in text
