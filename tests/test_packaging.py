"""The wheel holds the package, its theme and its rules, and no `build` module."""

import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the files in the wheel."""
    (wheel,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_the_theme_whole(names: set[str]) -> None:
    theme = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "templates").rglob("*")
        if file.is_file()
    }
    assert theme
    assert {f"factsheet/{name}" for name in theme} <= names


def test_wheel_holds_the_rules_and_is_typed(names: set[str]) -> None:
    rules = {f"factsheet/rules/{page.name}" for page in (ROOT / "factsheet/rules").glob("*.md")}
    assert rules
    assert {*rules, "factsheet/py.typed"} <= names


def test_wheel_brings_nothing_but_the_package(names: set[str]) -> None:
    """`build.py` installed would shadow the `build` front end."""
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"factsheet"}


def test_what_the_extras_bring_is_there_for_the_tests() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name in ("cluster", "s3"):
        assert set(extras[name]) <= set(extras["dev"])
