"""Who said it."""

from collections.abc import Iterator

from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

ATTRIBUTED = ("statement", "opinion")


def speaker_named(site: Site) -> Iterator[Diagnostic]:
    """A statement or an opinion is somebody's: the record names whose."""
    for claim in site.claims.values():
        record = claim.record
        if record.kind in ATTRIBUTED and not record.said_by:
            yield Diagnostic(
                "said-by-missing",
                f"this is {'an' if record.kind == 'opinion' else 'a'} {record.kind},"
                " and the record does not say whose",
                record.place.at("kind"),
                mend="add `said-by:` with the id of the person or organization",
            )
