"""Jinja as the themes use it: everything escaped, every missing name a fault, quick to run."""

from collections.abc import Callable, Collection, Mapping, MutableMapping
from types import CodeType, FunctionType
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, Template

from factsheet.markup import escaped
from factsheet.rendering.compiled import Loader
from factsheet.rendering.filters import FILTERS
from factsheet.rendering.parts import Grounds, Listed, Shared

OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "optimized": False,
    "auto_reload": False,
    "cache_size": -1,
}
"""Templates run many times or are short: no pass over them works out what never changes. There are
few, and all of them stay."""


class _Template(Template):
    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # the library's own name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Return the template; what it puts out is escaped without a new object for each word."""
        template = super().from_code(environment, code, globals, uptodate)
        cast(FunctionType, template.root_render_func).__globals__["escape"] = escaped
        return template


class _Environment(Environment):
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a dictionary: every page copies it, and a chain of maps is slow to copy."""
        return {**self.globals, **(d or {})}


def environment_of(
    templates: Mapping[str, str], addresses: Mapping[str, str], packaged: Collection[str]
) -> Environment:
    """Return the environment of these templates by name, and of the addresses of assets by name.

    A template is made ready when a page first needs it: those that are named as `packaged` were
    compiled when this tool was installed, or are like all others now.
    """
    loader = Loader(templates, packaged, str(OPTIONS))
    environment = _Environment(loader=loader, bytecode_cache=None, **OPTIONS)
    environment.filters.update({function.__name__: function for function in FILTERS})
    environment.filters["shared"] = Shared(environment)
    environment.filters["listed"] = Listed(environment)
    environment.filters["grounds"] = Grounds(environment)
    environment.globals["asset"] = addresses.__getitem__
    return environment
