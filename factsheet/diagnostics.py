"""Faults as values: what is wrong, where it stands, and how to mend it."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Severity = Literal["error", "warning"]
Step = str | int


class Place(Struct, frozen=True, omit_defaults=True, gc=False):
    """Where a value stands in the editors' files.

    A place is a key path; line and column are worked out from it when it is reported, so that a
    clean build pays nothing for them. Only faults of the YAML itself know their line beforehand.
    """

    file: str
    """Path relative to the site's folder, with forward slashes."""
    path: tuple[Step, ...] = ()
    """Keys and list positions (from 0) that lead to the value; empty for the whole file."""
    on_key: bool = False
    """True when the fault is in the last key of the path, not in its value."""
    words: str = ""
    """The words inside the value that are meant; empty for the whole value."""
    line: int | None = None
    """Line, from 1, where it is known already."""
    column: int | None = None
    """Column in code points, from 1, where it is known already."""

    def at(self, *steps: Step) -> "Place":
        """Return the place of a value further down the key path."""
        return Place(self.file, (*self.path, *steps), line=self.line, column=self.column)

    def key(self, *steps: Step) -> "Place":
        """Return the place of the key itself that the path leads to."""
        return replace(self, path=(*self.path, *steps), on_key=True, words="")

    def saying(self, words: str) -> "Place":
        """Return the place of these words inside the value."""
        return replace(self, words=words)


class Diagnostic(Struct, frozen=True):
    """One fault: a rule, a message, a place, notes to help, and the mend."""

    rule: str
    """Kebab-case name of the rule; `factsheet explain RULE` tells more."""
    message: str
    place: Place
    severity: Severity = "error"
    notes: tuple[str, ...] = ()
    mend: str = ""
    """What to do, or the line ready to paste."""
    also: tuple[Place, ...] = ()
    """Other places that the fault is about; they are told after the notes."""


class UsageError(Exception):
    """A fault of whoever called: wrong folder, wrong option. Caught only in the command line."""


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return only those that keep a site from being published."""
    return tuple(d for d in diagnostics if d.severity == "error")
