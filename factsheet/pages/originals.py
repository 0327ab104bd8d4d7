"""Where quotations stand in the original articles: links that open them at the words.

Such a link takes the whole article, folded. To keep every article so is to hold them all three
times over, hence article by article, for all claims that cite one, before the claims' pages.
"""

from collections.abc import Iterable, Sequence

from factsheet import urls
from factsheet.model import Citation, Site
from factsheet.quotes import Prepared, prepare


def original(citation: Citation, article: Prepared) -> str:
    """Return the article's address, opened at the words; empty when it is not known."""
    url = citation.source.record.url
    return urls.fragment(url, article, citation.passage.spans) if url else ""


def cited_sources(site: Site, claims: Iterable[str]) -> list[str]:
    """Return the ids of the sources that these claims cite."""
    cites = (citation for id in claims for citation in site.claims[id].cites)
    return list(dict.fromkeys(citation.source.id for citation in cites))


def originals(site: Site, sources: Sequence[str]) -> list[list[tuple[str, int, str]]]:
    """Return for each source its citations: claim id, number, address in the original."""
    return [_of_source(site, id) for id in sources]


def _of_source(site: Site, id: str) -> list[tuple[str, int, str]]:
    article = prepare(site.sources[id].text)
    cited_by = site.cited_by.get(id, ())
    return [(claim.id, one.number, original(one, article)) for claim, one in cited_by]
