import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from factsheet.rendering import compile_templates, compiled, load_theme
from factsheet.rendering.environments import environment_of

TEXT = "<p>{{ word }}</p>"
NAME = "page.html"


@pytest.fixture(autouse=True)
def _beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python keep its bytecode in a folder of the test's own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def shown(text: str = TEXT, packaged: tuple[str, ...] = (TEXT,)) -> str:
    return environment_of({NAME: text}, {}, packaged).get_template(NAME).render(word="<now>")


def kept() -> list[Path]:
    folder = Path(cache_from_source(compiled.__file__)).parent
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_a_packaged_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown() == "<p>&lt;now&gt;</p>"
    (file,) = kept()
    assert file.stat().st_mode & 0o777 == 0o600
    environment = environment_of({NAME: TEXT}, {}, (TEXT,))
    monkeypatch.setattr(environment, "compile", None)
    assert environment.get_template(NAME).render(word="<again>") == "<p>&lt;again&gt;</p>"


def test_it_stands_where_python_keeps_the_bytecode_of_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """R-508: not in a cache that travels with a site."""
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = Path(cache_from_source(compiled.__file__)).parent
    assert folder == Path(compiled.__file__).parent / "__pycache__"


def test_a_template_of_a_site_is_never_kept() -> None:
    """R-302."""
    assert shown("<b>{{ word }}</b>") == "<b>&lt;now&gt;</b>"
    assert kept() == []


def test_a_template_of_a_site_is_not_taken_for_the_packaged_one_of_its_name() -> None:
    shown()
    assert shown("<b>{{ word }}</b>") == "<b>&lt;now&gt;</b>"
    assert shown("<b>{{ word }}</b>", ("<b>{{ word }}</b>",)) == "<b>&lt;now&gt;</b>"
    assert shown() == "<p>&lt;now&gt;</p>"


@pytest.mark.parametrize("body", [b"", b"\x80", b"x" * 200])
def test_what_is_damaged_is_as_if_it_were_not_there(body: bytes) -> None:
    """R-508."""
    shown()
    (file,) = kept()
    file.write_bytes(body)
    assert shown() == "<p>&lt;now&gt;</p>"
    assert file.read_bytes() != body


def test_one_changed_byte_is_enough() -> None:
    shown()
    (file,) = kept()
    sound = file.read_bytes()
    for at in (0, 40, len(sound) - 1):
        file.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert shown() == "<p>&lt;now&gt;</p>"
        assert file.read_bytes() == sound


def test_what_another_version_came_to_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(compiled, "GENERATOR", "factsheet 0.0.0")
        shown()
    (file,) = kept()
    other = file.read_bytes()
    assert shown() == "<p>&lt;now&gt;</p>"
    assert file.read_bytes() != other


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown() == "<p>&lt;now&gt;</p>"
    assert kept() == []
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert shown() == "<p>&lt;now&gt;</p>"
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert shown() == "<p>&lt;now&gt;</p>"


def test_nothing_is_kept_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    assert shown() == "<p>&lt;now&gt;</p>"


def test_a_write_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.replace", full)
    assert shown() == "<p>&lt;now&gt;</p>"
    assert kept() == []


def test_the_packaged_theme_is_what_is_kept() -> None:
    load_theme().environment.get_template("partials/words.html")
    assert len(kept()) == 1
    names = compile_templates(load_theme())
    assert {"base.html", "partials/grounds.html"} <= set(names)
    assert len(kept()) == len(names)


def test_a_fault_is_told_with_its_line_from_bytecode_too() -> None:
    with pytest.raises(TemplateSyntaxError):
        shown("{% if %}", ("{% if %}",))
    assert kept() == []
    for _ in range(2):
        with pytest.raises(ZeroDivisionError) as caught:
            shown("<p>\n\n{{ 1 / 0 }}", ("<p>\n\n{{ 1 / 0 }}",))
        assert caught.traceback[-1].lineno == 2
        assert str(caught.traceback[-1].frame.code.raw.co_filename) == NAME
