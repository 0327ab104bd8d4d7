"""Claims that readers are told not to hold any more, or not without more."""

from collections.abc import Iterator

from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic

IN_NEED = ("disputed", "superseded", "withdrawn")


def statuses_explained(found: Evidence) -> Iterator[Diagnostic]:
    """A claim that is disputed, superseded or withdrawn says why."""
    record = found.claim.record
    if record.status in IN_NEED and not (record.note or record.corrections):
        yield Diagnostic(
            "status-unexplained",
            f"readers are told that this claim is {record.status}, but not why",
            record.place.at("status"),
            mend="say why in a `note`, or in an entry under `corrections`",
        )
