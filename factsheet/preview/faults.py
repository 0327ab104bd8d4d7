"""What keeps a build or a page from being made, as faults that an editor is shown."""

import traceback
from pathlib import Path

from factsheet.diagnostics import Diagnostic, Place
from factsheet.rendering import BrokenTemplate
from factsheet.reporting import Entry, entries

OURS = "The preview goes on with the last good build, and tries again when a file is saved."


def fault_of(error: BaseException, folder: Path) -> Entry:
    """Return what went wrong with the site in this folder: a template, or a bug of our own."""
    diagnostic = error.diagnostic if isinstance(error, BrokenTemplate) else bug(error, folder)
    (fault,) = entries((diagnostic,), folder)
    return fault


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
