import compileall
import sys
from pathlib import Path
from typing import cast

import jinja2
import pytest
from jinja2 import Environment, TemplateSyntaxError

from factsheet.rendering import Theme, compile_templates, compiled, load_theme, render
from factsheet.rendering.compiled import Loader, write_modules
from factsheet.rendering.environments import environment_of
from factsheet.rendering.faults import FAULTS, broken
from tests.pages.making import every_page
from tests.sites import small_site

NAME = "page.html"
TEXT = "<p>{{ word }}</p>"
SHOWN = "<p>&lt;now&gt;</p>"
INSTALLED = compiled.FOLDER


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the modules, the test's own; Python keeps its bytecode beside them."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "made")
    return tmp_path / "made"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the folder of a site's own templates."""
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def environment(text: str = TEXT, packaged: tuple[str, ...] = (NAME,)) -> Environment:
    return environment_of({NAME: text}, {}, packaged)


def shown(text: str = TEXT, packaged: tuple[str, ...] = (NAME,)) -> str:
    return environment(text, packaged).get_template(NAME).render(word="<now>")


def modules(of: Environment) -> dict[Path, str]:
    return cast(Loader, of.loader).modules(of)


def forged() -> Path:
    """Put a module of another template in the place of the packaged one's; return its file."""
    (file,) = modules(environment())
    (other,) = modules(environment("forged")).values()
    write_modules({file: other})
    return file


def names(theme: Theme) -> list[str]:
    return [name for name in theme.packaged if not name.startswith("assets/")]


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and times of all files below the folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def test_the_modules_stand_with_the_installation() -> None:
    """R-508: not in a cache, nor anywhere that travels with a site."""
    assert environment().bytecode_cache is None
    assert INSTALLED.is_relative_to(sys.prefix)


def test_a_module_stands_for_its_template(monkeypatch: pytest.MonkeyPatch) -> None:
    write_modules(modules(environment()))
    later = environment()
    monkeypatch.setattr(later, "compile", None)
    template = later.get_template(NAME)
    assert template.render(word="<now>") == SHOWN
    assert (template.name, template.filename, template.is_up_to_date) == (NAME, NAME, True)


def test_without_modules_a_template_is_compiled(folder: Path) -> None:
    assert shown() == SHOWN
    assert not folder.exists()


def test_pages_are_the_same_with_modules_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    without = load_theme()
    compile_templates()
    made = load_theme()
    monkeypatch.setattr(made.environment, "compile", None)
    for page in every_page(small_site("https://bridge.example/"), without):
        assert render(page, made) == render(page, without)
    for name in names(made):
        made.environment.get_template(name)


def test_nothing_is_written_when_templates_are_used(folder: Path) -> None:
    """R-508."""
    compile_templates()
    assert compileall.compile_dir(folder, quiet=2)
    before = files(folder)
    theme = load_theme()
    for name in names(theme):
        theme.environment.get_template(name)
    assert len(before) == 2 * len(names(theme))
    assert files(folder) == before


def test_a_template_of_a_site_is_never_taken_from_a_module() -> None:
    """R-302, R-508: not even one of the packaged one's name, or of its very words."""
    forged()
    assert shown() == "forged"
    assert shown("<b>{{ word }}</b>") == "<b>&lt;now&gt;</b>"
    assert shown(packaged=()) == SHOWN


def test_what_a_site_replaces_is_not_packaged(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R-508."""
    (own / "home.html").write_bytes(load_theme().packaged["home.html"])
    compile_templates()
    environment = load_theme(own).environment
    monkeypatch.setattr(environment, "compile", None)
    environment.get_template("claim.html")
    with pytest.raises(TypeError):
        environment.get_template("home.html")


@pytest.mark.parametrize("body", [b"", b"\x80", b"\0", b"(", b"1 / 0", b"import gone", b"name = 1"])
def test_what_is_damaged_is_as_if_it_were_not_there(body: bytes) -> None:
    """R-508."""
    forged().write_bytes(body)
    assert shown() == SHOWN


def test_a_module_that_breaks_off_is_as_if_it_were_not_there() -> None:
    """R-508."""
    file = forged()
    sound = file.read_text(encoding="utf-8").rstrip()
    for end in range(len(sound)):
        file.write_text(sound[:end], encoding="utf-8")
        assert shown() == SHOWN


def test_damaged_bytecode_is_as_if_it_were_not_there(folder: Path) -> None:
    """R-508."""
    write_modules(modules(environment()))
    assert shown() == SHOWN
    (kept,) = folder.glob("__pycache__/*.pyc")
    sound = kept.read_bytes()
    for end in (0, 4, 16, 20, len(sound) - 1):
        kept.write_bytes(sound[:end])
        assert shown() == SHOWN


def test_bytecode_without_its_module_is_not_loaded() -> None:
    """R-508."""
    file = forged()
    assert shown() == "forged"
    file.unlink()
    assert shown() == SHOWN


def test_a_stale_module_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    forged()
    for part, name, value in (
        (compiled, "GENERATOR", "factsheet 0.0.0"),
        (jinja2, "__version__", "0.0.0"),
    ):
        with monkeypatch.context() as other:
            other.setattr(part, name, value)
            assert shown() == SHOWN
    assert shown("<i>{{ word }}</i>") == "<i>&lt;now&gt;</i>"
    other_options = Loader({NAME: TEXT}, (NAME,), "other")
    assert jinja2.Environment(loader=other_options).get_template(NAME).render(word=1) == "<p>1</p>"
    assert shown() == "forged"


def test_the_folder_holds_what_was_made_last_and_nothing_else(folder: Path) -> None:
    forged()
    assert shown() == "forged"
    compile_templates()
    theme = load_theme()
    assert set(folder.iterdir()) == set(modules(theme.environment))
    assert len(list(folder.iterdir())) == len(names(theme))


def test_a_broken_template_has_no_module_and_is_told_as_ever() -> None:
    of = environment("<p>\n{% if %}")
    assert modules(of) == {}
    with pytest.raises(TemplateSyntaxError) as caught:
        of.get_template(NAME)
    assert (caught.value.name, caught.value.lineno) == (NAME, 2)


def test_a_fault_is_told_with_its_line_from_a_module_too() -> None:
    text = "<p>\n\n{{ 1 / 0 }}"
    for _ in range(2):
        with pytest.raises(ZeroDivisionError) as caught:
            shown(text)
        assert caught.traceback[-1].lineno == 2
        assert str(caught.traceback[-1].frame.code.raw.co_filename) == NAME
        write_modules(modules(environment(text)))


def told(theme: Theme, name: str) -> object:
    """Return what is said of a template that is given nothing it needs."""
    try:
        return theme.environment.get_template(name).render(root="", page=[], site={})
    except FAULTS as error:
        return broken(error, name).diagnostic


def test_faults_in_packaged_templates_are_told_as_if_compiled_now(own: Path) -> None:
    """Those too that a site's own template leads to."""
    calls = {
        "call.html": '{% from "partials/words.html" import source_lines as s %}\n{{ s("", 1) }}',
        "extend.html": '{% extends "base.html" %}\n{% block main %}{{ page.gone }}{% endblock %}',
        "home.html": '\n{% extends "default/home.html" %}',
        "include.html": '<p>\n{% include "partials/sections.html" %}',
    }
    for name, text in calls.items():
        (own / name).write_text(text, encoding="utf-8")
    without = load_theme(own)
    every = (*names(without), *calls)
    said = [told(without, name) for name in every]
    compile_templates()
    assert [told(load_theme(own), name) for name in every] == said
    assert len({str(one) for one in said}) > len(calls)
