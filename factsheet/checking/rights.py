"""Articles belong to others."""

from collections.abc import Iterator

from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

FREE = ("NoC-US", "NoC-OKLR", "CNE", "NKC")
"""rightsstatements.org codes under which nobody is known to forbid the whole text."""


def display_allowed(site: Site) -> Iterator[Diagnostic]:
    """A whole article is published only under a licence, or where nobody holds a right to it."""
    for source in site.sources.values():
        record = source.record
        if record.display == "full" and not record.license and record.rights not in FREE:
            yield Diagnostic(
                "display-not-allowed",
                "nothing here gives the right to publish the whole article",
                record.place.at("display"),
                mend="display: excerpts, or name the `license` that allows it",
            )
