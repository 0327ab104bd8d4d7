"""data/sources.json: every source, what rests on it, and how much of it is quoted.

Keys that have nothing to say are left out; lists are there even when they are empty.
"""

from collections.abc import Iterator

from factsheet.addresses import SOURCES_JSON, source_page
from factsheet.exports.json_files import NOTHING_BEFORE, Before, Json, encode, known_lines, said
from factsheet.model import Output, Site, Source
from factsheet.shares import share_quoted


def sources_json(site: Site, before: Before = NOTHING_BEFORE) -> Iterator[Output]:
    """Yield the one file: all sources of the site, sorted by id."""
    known = known_lines(SOURCES_JSON, before, source_page)
    body = encode(
        "sources", sorted(site.sources), lambda id: _source(site, site.sources[id]), known
    )
    yield Output(SOURCES_JSON, body)


def _source(site: Site, source: Source) -> dict[str, Json]:
    record, cited_by = source.record, site.cited_by.get(source.id, ())
    return said(
        {
            "id": record.id,
            "title": record.title,
            "url": source_page(record.id),
            "address": record.url,
            "issued": record.issued.text if record.issued else "",
            "sha256": source.article.sha256,
            "text": record.text,
            "display": record.display,
            "claims": list(dict.fromkeys(claim.id for claim, _ in cited_by)),
            "share_quoted": share_quoted(source, (citation for _, citation in cited_by)),
            "container_title": record.container_title,
            "rights": record.rights,
            "license": record.license,
        }
    )
