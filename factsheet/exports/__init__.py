"""What programs read of a site: each export is a function from the Site to its files.

To add one: write a module here, and add its function to EXPORTS.
"""

from collections.abc import Callable, Iterable

from factsheet.exports.claims import claims_json
from factsheet.exports.corrections import corrections_feed
from factsheet.exports.feed import feed
from factsheet.exports.figures import figures_csv
from factsheet.exports.sitemap import sitemap
from factsheet.exports.sources import sources_json
from factsheet.model import Output, Site

EXPORTS: tuple[Callable[[Site], Iterable[Output]], ...] = (
    claims_json,
    sources_json,
    figures_csv,
    feed,
    corrections_feed,
    sitemap,
)
