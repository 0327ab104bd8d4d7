"""Markdown in the records."""

from collections.abc import Iterable, Iterator

from factsheet import markup
from factsheet.checking.evidence import Evidence
from factsheet.checking.fields import Field, claim_fields, fields_beside_claims
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site


def markdown_allowed(site: Site) -> Iterator[Diagnostic]:
    """A Markdown field holds what a page can show: no HTML, no images, no dangerous links."""
    return not_shown(fields_beside_claims(site))


def claim_markdown_allowed(found: Evidence) -> Iterator[Diagnostic]:
    """A Markdown field of a claim holds what a page can show."""
    return not_shown(claim_fields(found.claim))


def not_shown(fields: Iterable[Field]) -> Iterator[Diagnostic]:
    for field in fields:
        for fault in markup.faults(field.text, inline_only=field.inline):
            yield Diagnostic("bad-markdown", fault, field.place)
