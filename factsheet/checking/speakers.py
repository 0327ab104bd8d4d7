"""Who said it."""

from collections.abc import Iterator

from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic

ATTRIBUTED = ("statement", "opinion")


def speaker_named(found: Evidence) -> Iterator[Diagnostic]:
    """A statement or an opinion is somebody's: the record names whose."""
    record = found.claim.record
    if record.kind in ATTRIBUTED and not record.said_by:
        yield Diagnostic(
            "said-by-missing",
            f"this is {'an' if record.kind == 'opinion' else 'a'} {record.kind},"
            " and the record does not say whose",
            record.place.at("kind"),
            mend="add `said-by:` with the id of the person or organization",
        )
