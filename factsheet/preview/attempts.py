"""Builds for a preview, one after the other: the steps of a build, and nothing ends it."""

from collections.abc import Callable
from pathlib import Path

from factsheet.building import uncollected
from factsheet.diagnostics import Diagnostic, Place, UsageError
from factsheet.examining import NOTHING, examine
from factsheet.preview.editions import Edition, Unmade
from factsheet.preview.faults import fault_of
from factsheet.preview.snapshots import Attempt
from factsheet.rendering import load_theme
from factsheet.reporting import entries


class Builder:
    """Builds the site of a folder, and takes over from the build before what still holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._examined = NOTHING
        self._edition: Edition | None = None

    @uncollected()
    def __call__(self) -> Attempt:
        """Return the site with drafts and whole articles, or what is wrong with it.

        Raises UsageError when the folder holds no site, and whatever else goes wrong.
        """
        self._examined = examined = examine(self.folder, before=self._examined)
        faults = entries(examined.diagnostics, self.folder)
        if examined.site is None or not examined.sound(strict=False):
            return Attempt(None, faults)
        before, theme = self._edition, load_theme(self.folder / "templates")
        tried = before is not None and before.theme.digest == theme.digest
        if before is not None and tried:
            theme = before.theme
        edition = Edition(self.folder, examined.site, theme, before)
        for path in () if tried else edition.samples():
            edition[path]
        self._edition = edition
        return Attempt(edition, faults)


def first_attempt(folder: Path, build: Callable[[], Attempt]) -> Attempt:
    """Return what came of the build; raise UsageError when the folder holds no site.

    All else that goes wrong is a fault in what is returned: of the records, of a template, or our
    own bug, even one that would end the program.
    """
    try:
        return build()
    except UsageError:
        raise
    except Unmade as error:
        return Attempt(None, (error.fault,))
    except (Exception, SystemExit) as error:
        return Attempt(None, (fault_of(error, folder),))


def attempt(folder: Path, build: Callable[[], Attempt]) -> Attempt:
    """Return what came of the build; that there is no site any more is a fault like others."""
    try:
        return first_attempt(folder, build)
    except UsageError as error:
        gone = Diagnostic("no-site", str(error), Place("content"))
        return Attempt(None, entries((gone,), folder))
