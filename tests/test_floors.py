"""The floors of the package: imports go down, each library has one home, modules stay small."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "factsheet"

# From the ground up. A module imports from the rows below its own, and a folder's modules from
# each other too.
FLOORS = (
    ("factsheet",),
    ("addresses", "clock", "diagnostics", "digests", "pools", "releases", "saving", "seals"),
    ("jobs", "laying", "sentences"),
    ("media_types", "remembering"),
    ("dates", "language", "quotes", "spelling"),
    ("cutting", "moments", "urls"),
    ("changes", "days", "markup", "names", "quantities"),
    ("hedges", "numbers"),
    ("model",),
    ("corrections", "coverage", "origins", "releasing", "shares", "stamps"),
    ("tallies",),
    ("reading",),
    ("linking",),
    ("checking",),
    ("pages",),
    ("rendering", "exports"),
    ("examining", "producing", "publishing"),
    ("building", "cluster"),
    ("reporting", "scaffolding", "inquiries"),
    ("preview",),
    ("cli",),
)
FLOOR_OF = {name: number for number, names in enumerate(FLOORS) for name in names}

HOMES = {
    "yaml": {"reading"},
    "markdown_it": {"markup"},
    "jinja2": {"rendering"},
    "markupsafe": {"markup", "pages", "rendering"},
    "rapidfuzz": {"quotes", "spelling"},
    "livereload": {"preview"},
    "tornado": {"preview"},
    "watchfiles": {"preview"},
    "click": {"cli"},
    "rich": {"cli"},
    "fsspec": {"publishing"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
}
EVERYWHERE = {"msgspec"}
"""What nouns are made with."""

# Heavy, and not needed by every command: these may be imported in a function, by these modules.
LATE = {
    ("spelling", "rapidfuzz"),
    ("quotes", "rapidfuzz"),
    ("quotes", "rapidfuzz.distance"),
    ("publishing", "fsspec.core"),
    ("jobs", "factsheet.pools"),
    ("cli", "rich.progress"),
    ("cli", "factsheet.cli.runs"),
    ("cli", "factsheet.cluster"),
    ("building", "factsheet.publishing.remote"),
    ("cluster", "dask"),
    ("cluster", "distributed"),
    ("cluster", "distributed.client"),
    ("cluster", "distributed.comm.core"),
}

LONGEST_FUNCTION = 40
LONGEST_MODULE = 250
LONGER = {"model.py": 500}  # all the nouns on one page, mostly their docstrings

Function = ast.FunctionDef | ast.AsyncFunctionDef

MODULES = sorted(PACKAGE.rglob("*.py"))
each_module = pytest.mark.parametrize(
    "module", MODULES, ids=[str(module.relative_to(PACKAGE)) for module in MODULES]
)


def room_of(module: Path) -> str:
    """Return the name in the table: the module's, or that of the folder it lies in."""
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "factsheet" if first == "__init__" else first


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names that an import statement loads, nothing for any other node."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"line {node.lineno}: a relative import"
        for alias in node.names:
            name = f"{node.module}.{alias.name}"
            yield name if is_module(name) else str(node.module)


def is_module(name: str) -> bool:
    """Return whether a dotted name is a module of this package, not a thing in one."""
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        yield from imported(node)


def test_every_module_has_its_floor() -> None:
    assert {room_of(module) for module in MODULES} - set(FLOOR_OF) == set()


@each_module
def test_imports_go_down(module: Path) -> None:
    room = room_of(module)
    upward = []
    for name in imports_of(module):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0] or "factsheet"
        if top == "factsheet" and other != room and FLOOR_OF[other] >= FLOOR_OF[room]:
            upward.append(name)
    assert upward == []


@each_module
def test_libraries_stay_at_home(module: Path) -> None:
    tops = {name.partition(".")[0] for name in imports_of(module)} - {"factsheet"}
    strangers = {
        name
        for name in tops - sys.stdlib_module_names
        if name not in EVERYWHERE and room_of(module) not in HOMES.get(name, set())
    }
    assert strangers == set()


@each_module
def test_nothing_is_imported_late(module: Path) -> None:
    """No TYPE_CHECKING, and no import in a function but of what is heavy and optional."""
    tree = tree_of(module)
    late = {
        (room_of(module), name)
        for function in ast.walk(tree)
        if isinstance(function, Function)
        for node in ast.walk(function)
        for name in imported(node)
    }
    assert late - LATE == set()
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "TYPE_CHECKING" not in names


def test_no_module_needs_itself() -> None:
    graph = {
        dotted(module): {name for name in imports_of(module) if is_module(name)}
        for module in MODULES
    }
    assert list(TopologicalSorter(graph).static_order())


def dotted(module: Path) -> str:
    parts = module.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@each_module
def test_modules_fit_in_the_head(module: Path) -> None:
    length = len(module.read_text(encoding="utf-8").splitlines())
    assert length <= LONGER.get(module.relative_to(PACKAGE).as_posix(), LONGEST_MODULE)


@each_module
def test_functions_fit_on_the_screen(module: Path) -> None:
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree_of(module))
        if isinstance(node, Function)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []
