"""Themes: the packaged templates and assets, with a site's own in place of them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import cast

from jinja2 import Environment
from msgspec import Struct

from factsheet.model import Output
from factsheet.rendering.compiled import Loader, write_modules
from factsheet.rendering.environments import environment_of
from factsheet.rendering.faults import BrokenTemplate, refused

PACKAGED = Path(__file__).parent.parent / "templates"
BESIDE = Path(__file__).parent.parent.parent / "templates"
"""Where the theme stands in a wheel, and in the repository."""
DEFAULT = "default/"
"""Under this name a site's own template can extend the packaged one that it replaces."""


class Theme(Struct, frozen=True):
    """Templates and assets, ready to use. Sent to another process, it is made anew there."""

    environment: Environment
    assets: tuple[Output, ...]
    """Under names that hold the hash of their content."""
    digest: str
    """sha256 over every template and asset: other bytes, other digest."""
    packaged: Mapping[str, bytes]
    own: Mapping[str, bytes]
    """The files that it was made of, by name."""

    def __reduce__(self) -> tuple[Callable[..., "Theme"], tuple[Mapping[str, bytes], ...]]:
        return theme_of, (self.packaged, self.own)


def load_theme(folder: Path | None = None) -> Theme:
    """Return the packaged theme, any file of this folder in place of the packaged one of its name.

    Raises BrokenTemplate when a file of the folder is none of its own, or is not UTF-8.
    """
    packaged = _read(_found(PACKAGED if PACKAGED.is_dir() else BESIDE))
    own = _read(_own(folder)) if folder is not None and folder.is_dir() else {}
    return theme_of(packaged, own)


def theme_of(packaged: Mapping[str, bytes], own: Mapping[str, bytes]) -> Theme:
    """Return the theme of these files by name, the second in place of the first.

    Raises BrokenTemplate when a template is not UTF-8.
    """
    chosen = {**packaged, **own}
    hashed = {name: _hashed(name, body) for name, body in sorted(chosen.items()) if _asset(name)}
    templates = {name: body for name, body in chosen.items() if not _asset(name)}
    defaults = {DEFAULT + name: body for name, body in packaged.items() if not _asset(name)}
    environment = environment_of(
        {name: _text(name, body) for name, body in (defaults | templates).items()},
        {name: output.path for name, output in hashed.items()},
        frozenset(name for name in packaged if not _asset(name) and name not in own),
    )
    return Theme(environment, tuple(hashed.values()), _digest(chosen), packaged, own)


def compile_templates() -> None:
    """Compile the packaged templates for all later runs of this installation.

    Raises OSError where nothing can be written.
    """
    environment = load_theme().environment
    write_modules(cast(Loader, environment.loader).modules(environment))


def assets(theme: Theme) -> tuple[Output, ...]:
    """Return the style sheets and whatever else stands in the theme's `assets/` folder."""
    return theme.assets


def _read(files: Iterator[tuple[str, Path]]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in sorted(files)}


def _own(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a site's own folder; one that is shared with another place is refused."""
    for name, path in _found(folder):
        status = path.lstat()
        if not S_ISREG(status.st_mode) or status.st_nlink > 1:
            raise BrokenTemplate(refused(name, "it is a link or no regular file"))
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
        raise BrokenTemplate(refused(name, "it is not UTF-8")) from error


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
