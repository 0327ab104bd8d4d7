"""What programs read of a site: each export is a function from the Site to its files.

To add one: write a module here, and add its function to EXPORTS.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from factsheet.addresses import (
    CLAIMS_JSON,
    CORRECTIONS_FEED,
    FEED,
    FIGURES_CSV,
    SITEMAP,
    SOURCES_JSON,
)
from factsheet.exports.claims import claims_json
from factsheet.exports.corrections import corrections_feed
from factsheet.exports.feed import feed
from factsheet.exports.figures import figures_csv
from factsheet.exports.json_files import NOTHING_BEFORE, Before
from factsheet.exports.sitemap import sitemap
from factsheet.exports.sources import sources_json
from factsheet.model import Output, Site

__all__ = ["EXPORTS", "LINES", "NOTHING_BEFORE", "PATHS", "Before", "exported"]

LINES: Mapping[str, Callable[[Site, Before], Iterable[Output]]] = {
    CLAIMS_JSON: claims_json,
    SOURCES_JSON: sources_json,
}
"""Those with a line a record, by the path of their file."""

EXPORTS: Mapping[str, Callable[[Site], Iterable[Output]]] = {
    FIGURES_CSV: figures_csv,
    FEED: feed,
    CORRECTIONS_FEED: corrections_feed,
    SITEMAP: sitemap,
}
"""All others, by the path of their file, or of the one that leads to the rest."""

PATHS = (*LINES, *EXPORTS)


def exported(
    site: Site, paths: Container[str] = PATHS, before: Before = NOTHING_BEFORE
) -> Iterator[Output]:
    """Yield the files of the exports at these paths."""
    for path, of_lines in LINES.items():
        if path in paths:
            yield from of_lines(site, before)
    for path, export in EXPORTS.items():
        if path in paths:
            yield from export(site)
