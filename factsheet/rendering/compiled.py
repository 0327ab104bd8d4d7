"""The packaged templates as modules of this installation, made once when it is installed.

A module holds the Python that Jinja makes of a template, under a name that tells what it was made
from and with: one that is stale is never asked for. Python loads it as it loads all others, and it
is trusted just as far: whoever can write there can change the program itself. Nothing is written
here when a site is built, and what a site brings along is compiled in each run.
"""

import shutil
import sys
from collections.abc import Callable, Collection, Mapping, MutableMapping
from contextlib import suppress
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError

from factsheet import GENERATOR

FOLDER = Path(sys.prefix) / "share/factsheet/templates"
"""Where the modules stand, beside Python's libraries. Where none were made, there are none."""


class Loader(BaseLoader):
    """Gives templates by name: those of the package from their modules, as far as they are there.

    In tracebacks a template's own name is the name of its file.
    """

    def __init__(
        self, templates: Mapping[str, str], packaged: Collection[str], options: str
    ) -> None:
        self._templates = templates
        self._packaged = packaged
        self._made_with = f"{GENERATOR} {jinja2.__version__} {options}"

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and its name; raise TemplateNotFound where there is none."""
        if template not in self._templates:
            raise TemplateNotFound(template)
        return self._templates[template], template, lambda: True

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # the library's own name
    ) -> Template:
        """Return a template; one whose module is damaged is compiled as if there were none."""
        if name in self._packaged:
            known = {} if globals is None else globals
            with suppress(Exception):
                return environment.template_class.from_code(environment, self._code(name), known)
        return super().load(environment, name, globals)

    def modules(self, environment: Environment) -> dict[Path, str]:
        """Return the Python source of every packaged template by the file that it belongs in.

        A template that cannot be used has none: whoever builds with it is told.
        """
        found = {}
        for name in self._packaged:
            with suppress(TemplateSyntaxError):
                source = environment.compile(self._templates[name], name, name, raw=True)
                found[self._module(name)] = source
        return found

    def _code(self, name: str) -> CodeType:
        """Return a packaged template's code; raise whatever loading no sound module raises."""
        module = self._module(name)
        code = SourceFileLoader(module.stem, str(module)).get_code(module.stem)
        return cast(CodeType, code).replace(co_filename=name)

    def _module(self, name: str) -> Path:
        """Return the file that only what this very template comes to may stand in."""
        of = repr((name, self._templates[name], self._made_with))
        return FOLDER / f"t_{sha256(of.encode()).hexdigest()}.py"


def write_modules(modules: Mapping[Path, str]) -> None:
    """Put these modules, by their files, in place of all that were made before."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for file, source in modules.items():
        file.write_text(source, encoding="utf-8", newline="\n")
