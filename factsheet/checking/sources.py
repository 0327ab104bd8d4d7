"""What a source's record says of the article, and how much of the article is published."""

from collections.abc import Iterator

from factsheet.checking.rights import FREE
from factsheet.diagnostics import Diagnostic
from factsheet.model import Citation, Site, Source
from factsheet.shares import share_shown


def sources_complete(site: Site) -> Iterator[Diagnostic]:
    """A reader can find the article: where it is, when it appeared, and an archived copy."""
    for source in site.sources.values():
        record = source.record
        given = {"URL": record.url, "issued": record.issued, "archive-url": record.archive_url}
        missing = [f"`{key}`" for key, value in given.items() if not value]
        if missing:
            yield Diagnostic(
                "source-incomplete",
                f"the record of this article has no {' or '.join(missing)}",
                record.place.at("title"),
                severity="warning",
                mend="add what is known and never guess; what cannot be known, accept with the"
                " reason",
            )


def excerpts_within_limit(site: Site) -> Iterator[Diagnostic]:
    """Of an article that belongs to somebody no more is published than the site allows itself."""
    limit = site.record.excerpt_limit
    for source in site.sources.values():
        if not belongs_to_somebody(source):
            continue
        share = 100 * share_shown(source, published(site, source))
        if share > limit:
            yield Diagnostic(
                "excerpt-limit",
                f"{share:.1f} per cent of this article would be published; the site's limit is"
                f" {limit.normalize():f}",
                source.record.place.at("text"),
                severity="warning",
                mend="cite fewer of its sentences (each is shown whole), or raise `excerpt-limit`"
                " in content/site.yaml if that much may be quoted",
            )


def belongs_to_somebody(source: Source) -> bool:
    """Return whether the article is in copyright, as far as its record says."""
    return not source.record.license and source.record.rights not in FREE


def published(site: Site, source: Source) -> Iterator[Citation]:
    """Yield the citations that readers get to see."""
    for claim, citation in site.cited_by[source.id]:
        if claim.record.status != "draft":
            yield citation
