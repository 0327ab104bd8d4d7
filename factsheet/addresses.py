"""Where every page and passage of a site stands. These addresses are printed in footnotes."""

from collections.abc import Container, Iterable, Iterator

HOME = "index.html"
SOURCES = "sources.html"
ABOUT = "about.html"
FIGURES = "figures.html"
CORRECTIONS = "corrections.html"
AUDIT = "audit.html"
NOT_FOUND = "404.html"

CLAIMS_JSON = "data/claims.json"
SOURCES_JSON = "data/sources.json"
FIGURES_CSV = "data/figures.csv"
FEED = "feed.xml"
CORRECTIONS_FEED = "corrections.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MANIFEST = "manifest.json"


def topic_page(topic_id: str) -> str:
    """Return the path of a topic's page in the output folder, with forward slashes."""
    return f"topics/{topic_id}.html"


def claim_page(claim_id: str) -> str:
    """Return the path of a claim's page in the output folder."""
    return f"claims/{claim_id}.html"


def source_page(source_id: str) -> str:
    """Return the path of a source's page in the output folder."""
    return f"sources/{source_id}.html"


def entity_page(entity_id: str) -> str:
    """Return the path of an entity's page in the output folder."""
    return f"entities/{entity_id}.html"


def passage_anchor(claim_id: str, number: int) -> str:
    """Return the id that the claim's citation of this number (from 1) has on its source page."""
    return f"{claim_id}-{number}"


def passage_href(source_id: str, claim_id: str, number: int) -> str:
    """Return the address of a cited passage, relative to the output folder."""
    return f"{source_page(source_id)}#{passage_anchor(claim_id, number)}"


def inference_anchor(claim_id: str, number: int) -> str:
    """Return the id of a reason in a claim's block (from 1); no record's id has an underscore."""
    return f"inferred_{claim_id}-{number}"


def changes_anchor(claim_id: str) -> str:
    """Return the id of the corrections in a claim's block."""
    return f"corrected_{claim_id}"


def figure_anchor(claim_id: str, number: int) -> str:
    """Return the id that a claim's figure of this number (from 1) has on the figures page."""
    return f"figure_{claim_id}-{number}"


SINGLE = (HOME, SOURCES, FIGURES, CORRECTIONS, ABOUT, AUDIT)
"""Pages for readers of which a site has one each."""


def site_pages(
    topics: Iterable[str], claims: Iterable[str], sources: Iterable[str], entities: Iterable[str]
) -> Iterator[str]:
    """Yield the path of every page for readers, given the ids; the page for 404 is not one."""
    yield from SINGLE
    yield from map(topic_page, topics)
    yield from map(claim_page, claims)
    yield from map(source_page, sources)
    yield from map(entity_page, entities)


def is_site_page(
    path: str,
    topics: Container[str],
    claims: Container[str],
    sources: Container[str],
    entities: Container[str],
) -> bool:
    """Return whether `site_pages` of these ids has the path."""
    folder, _, name = path.partition("/")
    of_folder = {"topics": topics, "claims": claims, "sources": sources, "entities": entities}
    id = name.removesuffix(".html")
    return path in SINGLE or (id != name and id in of_folder.get(folder, ()))
