"""Step five: a page and a theme become a file. Pure: the same page gives the same bytes.

Autoescape is on for every template whatever its name, and a name that is not there is a fault.
What comes out unescaped was made by `markup` or `pages.marks`, or was rendered here.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from stat import S_ISREG

from jinja2 import (
    BaseLoader,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Output
from factsheet.pages import ClaimBlock, Page
from factsheet.pages.blocks import ROOT
from factsheet.pages.values import Masthead

PACKAGED = Path(__file__).parent / "templates"
BESIDE = Path(__file__).parent.parent / "templates"
"""Where the theme stands in a wheel, and in the repository."""
DEFAULT = "default/"
"""Under this name a site's own template can extend the packaged one that it replaces."""
GROUNDS = "partials/grounds.html"
"""The template of what is the same wherever a claim is shown."""
FAULTS = (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a template can raise."""


def count(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun: `1 claim`, `2,041 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def bare(url: str) -> str:
    """Return an address as a reader names it: no scheme, `www.`, fragment or final slash."""
    return url.partition("://")[2].partition("#")[0].removeprefix("www.").rstrip("/") or url


def sentence(text: str) -> str:
    """Return an editor's reason as a sentence: a capital letter first, a stop at the end."""
    stop = "" if text.endswith((".", "!", "?", "…", ".”", ".)")) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}" if text else ""


FILTERS: tuple[Callable[..., str], ...] = (count, bare, sentence)
"""What templates may call, by the functions' names."""


class BrokenTemplate(Exception):
    """A template that cannot be used; it carries the diagnostic to report."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates and assets, ready to use."""

    environment: Environment
    assets: tuple[Output, ...]
    """Under names that hold the hash of their content."""
    digest: str
    """sha256 over every template and asset: other bytes, other digest."""


def load_theme(folder: Path | None = None) -> Theme:
    """Return the packaged theme, any file of this folder in place of the packaged one of its name.

    Raises BrokenTemplate when a file of the folder is none of its own, or is not UTF-8.
    """
    packaged = _read(_found(PACKAGED if PACKAGED.is_dir() else BESIDE))
    own = _read(_own(folder)) if folder is not None and folder.is_dir() else {}
    chosen = {**packaged, **own}
    hashed = {name: _hashed(name, body) for name, body in sorted(chosen.items()) if _asset(name)}
    templates = {name: body for name, body in chosen.items() if not _asset(name)}
    defaults = {DEFAULT + name: body for name, body in packaged.items() if not _asset(name)}
    environment = _environment(
        _loader({name: _text(name, body) for name, body in (defaults | templates).items()}),
        {name: output.path for name, output in hashed.items()},
    )
    return Theme(environment, tuple(hashed.values()), _digest(chosen))


def render(page: Page, theme: Theme) -> Output:
    """Return the page's file; raise BrokenTemplate when its template cannot be used."""
    try:
        html = theme.environment.get_template(page.template).render(
            page=page, site=page.site, root=page.root
        )
    except FAULTS as error:
        name, line = _where(error, page.template)
        raise BrokenTemplate(_refused(name, _said(error), line)) from error
    return Output(page.path, html.encode())


def assets(theme: Theme) -> tuple[Output, ...]:
    """Return the style sheets and whatever else stands in the theme's `assets/` folder."""
    return theme.assets


def _loader(templates: dict[str, str]) -> BaseLoader:
    """Return a loader under which a template's file name, in tracebacks, is its own name."""

    def find(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], name, lambda: True) if name in templates else None

    return FunctionLoader(find)


def _environment(loader: BaseLoader, addresses: dict[str, str]) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=None,
        auto_reload=False,
    )
    environment.filters.update({function.__name__: function for function in FILTERS})
    environment.globals["asset"] = addresses.__getitem__
    environment.filters["shared"] = partial(_shared, environment, {})
    environment.filters["grounds"] = partial(_grounds, environment, {})
    return environment


def _shared(
    environment: Environment,
    kept: dict[tuple[str, str, str], tuple[Masthead, Markup]],
    page: Page,
    template: str,
) -> Markup:
    """Return a part of the frame, rendered once for all pages on which it is the same."""
    key = template, page.root, page.path if page.listed else ""
    known = kept.get(key)
    if known is None or known[0] is not page.site:
        html = environment.get_template(template).render(page=page, site=page.site, root=page.root)
        known = kept[key] = page.site, Markup(html.removesuffix("\n"))
    return known[1]


def _grounds(
    environment: Environment, kept: dict[str, tuple[ClaimBlock, bytes]], claim: ClaimBlock
) -> Markup:
    """Return what a claim rests on; every page that shows the claim joins the very same text.

    Kept as UTF-8, which takes half the memory.
    """
    known = kept.get(claim.id)
    if known is None or known[0] is not claim:
        html = environment.get_template(GROUNDS).render(claim=claim, root=ROOT)
        known = kept[claim.id] = claim, html.removesuffix("\n").encode()
    return Markup(known[1].decode())


def _read(files: Iterator[tuple[str, Path]]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in sorted(files)}


def _own(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a site's own folder; one that is shared with another place is refused."""
    for name, path in _found(folder):
        status = path.lstat()
        if not S_ISREG(status.st_mode) or status.st_nlink > 1:
            raise BrokenTemplate(_refused(name, "it is a link or no regular file"))
        yield name, path


def _found(folder: Path, above: str = "") -> Iterator[tuple[str, Path]]:
    """Yield all below the folder but hidden files, by name; links are not followed (R-401)."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _found(path, f"{above}{path.name}/")
        elif not path.name.startswith("."):
            yield above + path.name, path


def _text(name: str, body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BrokenTemplate(_refused(name, "it is not UTF-8")) from error


def _asset(name: str) -> bool:
    return name.startswith("assets/")


def _hashed(name: str, body: bytes) -> Output:
    stem, dot, ending = name.rpartition(".")
    digest = hashlib.sha256(body).hexdigest()[:10]
    return Output(f"{stem}.{digest}{dot}{ending}", body)


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, body in sorted(files.items()):
        digest.update(f"{name}\0{len(body)}\0".encode() + body)
    return digest.hexdigest()


def _refused(name: str, fault: str, line: int | None = None) -> Diagnostic:
    return Diagnostic(
        "bad-template",
        f"the template cannot be used: {fault}",
        Place(f"templates/{name}", line=line, column=1 if line else None),
        mend="mend it, or take the file away: the packaged template is used then",
    )


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return 'it extends or includes itself; extend "default/…" to build on the packaged one'
    return f"{error}"


def _where(error: Exception, template: str) -> tuple[str, int | None]:
    """Return the innermost template and its line that the error came through."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template, error.lineno
    found: tuple[str, int | None] = (template, None)
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:  # a frame that stands for a template
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
