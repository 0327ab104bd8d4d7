"""How much of each article claims use: the numbers of the audit, article by article.

To count them is to find all sentences of an article. So they are worked out in shares before the
page that shows them, and kept for those articles of which a later run makes the same page.
"""

from collections.abc import Sequence

from msgspec import Struct

from factsheet.coverage import coverage
from factsheet.model import Site
from factsheet.shares import quoted, share_quoted, share_shown


class Use(Struct, frozen=True):
    """What claims use of one article."""

    sentences: int
    resting: int
    """Sentences that at least one claim rests on."""
    quoted: float
    """Part of the article's characters that stands in quotations, from 0 to 1."""
    shown: float
    """Part of the article's characters that the site publishes, from 0 to 1."""


def uses(site: Site, sources: Sequence[str]) -> list[Use]:
    """Return what is used of each of these sources."""
    return [use(site, id) for id in sources]


def use(site: Site, id: str) -> Use:
    """Return what is used of the source with this id."""
    source = site.sources[id]
    citations = tuple(citation for _, citation in site.cited_by.get(id, ()))
    found = coverage(source, quoted(citations))
    return Use(
        sentences=len(found.sentences),
        resting=found.resting,
        quoted=share_quoted(source, citations),
        shown=share_shown(source, citations),
    )
