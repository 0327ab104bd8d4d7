"""One build for the preview: the same steps as for publishing, and nothing ends it."""

import traceback
from collections.abc import Callable
from pathlib import Path

from factsheet.diagnostics import Diagnostic, Place, UsageError
from factsheet.examining import examine
from factsheet.model import Output
from factsheet.preview.editions import at_root, in_full
from factsheet.preview.snapshots import Attempt
from factsheet.producing import produce
from factsheet.rendering import BrokenTemplate, load_theme
from factsheet.reporting import entries

OURS = "The preview goes on with the last good build, and tries again when a file is saved."


def build(folder: Path) -> Attempt:
    """Return the site of this folder with drafts and whole articles, or what is wrong with it.

    Raises UsageError when the folder holds no site, and whatever else goes wrong.
    """
    examined = examine(folder)
    faults = entries(examined.diagnostics, folder)
    if examined.site is None or not examined.sound(strict=False):
        return Attempt(None, faults)
    theme = load_theme(folder / "templates")
    outputs = produce(at_root(in_full(examined.site)), theme, itself)
    return Attempt({output.path: output.body for output in outputs}, faults)


def itself(output: Output) -> Output:
    """Return the file, to be kept in memory."""
    return output


def first_attempt(folder: Path, build: Callable[[Path], Attempt] = build) -> Attempt:
    """Return what came of the build; raise UsageError when the folder holds no site.

    All else that goes wrong is a fault in what is returned: of the records, of a template, or our
    own bug, even one that would end the program.
    """
    try:
        return build(folder)
    except UsageError:
        raise
    except BrokenTemplate as error:
        return broken(folder, error.diagnostic)
    except (Exception, SystemExit) as error:
        return broken(folder, bug(error, folder))


def attempt(folder: Path, build: Callable[[Path], Attempt] = build) -> Attempt:
    """Return what came of the build; that there is no site any more is a fault like others."""
    try:
        return first_attempt(folder, build)
    except UsageError as error:
        return broken(folder, Diagnostic("no-site", str(error), Place("content")))


def broken(folder: Path, diagnostic: Diagnostic) -> Attempt:
    return Attempt(None, entries((diagnostic,), folder))


def bug(error: BaseException, folder: Path) -> Diagnostic:
    """Return the fault that tells an exception: its words, where it rose, and the way there."""
    story = "".join(traceback.format_exception(error)).rstrip()
    what = f"the build stopped: {type(error).__name__}: {error}"
    return Diagnostic("build-stopped", what, place_of(error, folder), notes=(OURS, story))


def place_of(error: BaseException, folder: Path) -> Place:
    """Return the last line of the folder's own files on the way, else of the tool's."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(folder.resolve())]
    last = (inside or frames)[-1]
    file = Path(last.filename)
    name = file.relative_to(folder.resolve()) if inside else file
    return Place(name.as_posix(), line=last.lineno, column=1)
