"""A small linked site made by hand, for the tests of whatever reads a Site."""

import hashlib
from datetime import date
from decimal import Decimal

from factsheet.dates import Edtf
from factsheet.diagnostics import Place
from factsheet.model import (
    Article,
    Citation,
    CitationRecord,
    Claim,
    ClaimRecord,
    Correction,
    Entity,
    Exclusion,
    Figure,
    Inference,
    Passage,
    Publisher,
    Review,
    Section,
    SectionRecord,
    Site,
    SiteRecord,
    Source,
    SourceRecord,
    Span,
    Topic,
    TopicRecord,
)

POST = """2 mins read
Flood shuts the bridge at Santa Rita 🌊

The bridge at Santa Rita closed on Monday after the river rose. The chamber of commerce said \
the closing was costing traders more than $2 million per day in lost sales. “We cannot wait,” \
its president said.

Engineers expect the bridge to open again in April, if the water falls.
Subscribe to the Valley Post
"""
GAZETTE = """Bridge & river: what we know

Engineers expect repairs to begin next week, and traffic to cross again in April. The chamber
of commerce puts losses at <$2 million a day>, its figures show.
"""

CLAIMS_FILE = "content/claims/bridge.yaml"


def day(text: str) -> Edtf:
    """Return one day or an interval of two days, written as EDTF."""
    first, _, last = text.partition("/")
    return Edtf(text, date.fromisoformat(first), date.fromisoformat(last or first))


def span_of(words: str, text: str) -> Span:
    """Return where the words stand first in the text."""
    start = text.index(words)
    return start, start + len(words)


def small_source(
    source_id: str, text: str, not_article: tuple[str, ...] = (), **fields: object
) -> Source:
    """Return a source over this text; each line of not_article is excluded."""
    place = Place(f"content/sources/{source_id}.yaml")
    digest = hashlib.sha256(text.encode()).hexdigest()
    exclusions = tuple(
        Exclusion(line, line, place.at("not-article", n)) for n, line in enumerate(not_article)
    )
    values: dict[str, object] = {
        "type": "article-newspaper",
        "text": f"{source_id}.txt",
        "sha256": digest,
        "not_article": exclusions,
        "rights": "InC",
        **fields,
    }
    record = SourceRecord(id=source_id, place=place, **values)  # type: ignore[arg-type] # any field
    article = Article(record.text, digest, text)
    return Source(record, article, tuple(span_of(line, text) for line in not_article))


def cite(
    number: int, source: Source, quote: str, via: tuple[Entity, ...] = (), at: int = 0
) -> Citation:
    """Return the citation of words that stand in the source; ` […] ` parts them."""
    parts = tuple(quote.split(" […] "))
    place = Place(CLAIMS_FILE, (at, "cites", number - 1))
    record = CitationRecord(source.id, quote, place, via=tuple(entity.id for entity in via))
    spans = tuple(span_of(part, source.text) for part in parts)
    return Citation(record, number, source, Passage(spans, parts), via)


def sources() -> tuple[Source, Source]:
    """Return a newspaper with an address, a date and two excluded lines, and one with neither."""
    post = small_source(
        "valley-post-2024-03-05",
        POST,
        ("2 mins read\n", "Subscribe to the Valley Post\n"),
        title="Flood shuts the bridge at Santa Rita",
        container_title="Valley Post",
        issued=day("2024-03-05"),
        accessed=day("2024-03-20"),
        url="https://valleypost.example/2024/flood?a=1&b=2",
        descriptor="A report by the paper's own staff.",
    )
    gazette = small_source(
        "river-gazette", GAZETTE, title="Bridge & river: what we know", accessed=day("2024-03-21")
    )
    return gazette, post


def chamber() -> Entity:
    """Return the only entity of the small site."""
    return Entity(
        "santa-rita-chamber",
        Place("content/entities/santa-rita-chamber.yaml"),
        "Santa Rita Chamber of Commerce",
        "organization",
        also=("Santa Rita Chamber",),
        role="Association of traders in Santa Rita",
    )


def closing(post: Source) -> Claim:
    """Return an event that rests on the words before, and some of, those of the losses."""
    quote = (
        "closed on Monday after the river rose. The chamber of commerce said the closing was "
        "costing traders"
    )
    place = Place(CLAIMS_FILE, (0,))
    citation = cite(1, post, quote)
    record = ClaimRecord(
        "bridge-closing",
        place,
        "The bridge at *Santa Rita* closed after the river rose.",
        "event",
        (citation.record,),
        topics=("bridge",),
        when=day("2024-03-04"),
        inferred=(
            Inference("2024-03-04", "“Monday” in a report of Tuesday", place.at("inferred", 0)),
        ),
    )
    return Claim(record, (citation,))


def losses(post: Source, said_by: Entity) -> Claim:
    """Return a figure with a lower bound, a correction, a review and who said it."""
    quote = "the closing was costing traders more than $2 million per day in lost sales"
    place = Place(CLAIMS_FILE, (1,))
    citation = cite(1, post, quote, (said_by,), at=1)
    figure = Figure(
        "lost sales",
        "more than $2 million per day",
        place.at("figures", 0),
        at_least=Decimal(2_000_000),
        unit="USD",
        per="day",
        period=day("2024-03-04/2024-03-05"),
        counted_by=said_by.id,
    )
    record = ClaimRecord(
        "bridge-losses",
        place,
        "The chamber put the losses of traders at more than $2 million a day.",
        "figure",
        (citation.record,),
        topics=("bridge",),
        said_by=said_by.id,
        figures=(figure,),
        corrections=(
            Correction(
                day("2024-04-02"),
                "The chamber put the losses at $2 million.",
                "“more than” was left out",
                place.at("corrections", 0),
            ),
        ),
        reviewed=Review("A. Editor", day("2024-03-25")),
    )
    return Claim(record, (citation,), said_by)


def opening(post: Source, gazette: Source) -> Claim:
    """Return a plan that two articles tell, one of them with words left out."""
    first = cite(1, post, "Engineers expect the bridge to open again in April", at=2)
    second = cite(2, gazette, "Engineers expect […] traffic to cross again in April", at=2)
    record = ClaimRecord(
        "bridge-opening",
        Place(CLAIMS_FILE, (2,)),
        "Engineers expected the bridge to open again in April.",
        "plan",
        (first.record, second.record),
        topics=("bridge",),
        status="superseded",
        reviewed=Review("A. Editor", day("2024-03-25")),
    )
    return Claim(record, (first, second))


def bridge(claims: tuple[Claim, ...]) -> Topic:
    """Return the only topic: a section with its first claims, and the rest without a heading."""
    place = Place("content/topics/bridge.yaml")
    listed = SectionRecord(
        "The closing", tuple(claim.id for claim in claims[:2]), place.at("sections", 0)
    )
    record = TopicRecord(
        "bridge",
        place,
        "The bridge",
        "What the flood did to the *bridge*.",
        order=1,
        sections=(listed,),
        not_established=("How the chamber counted.",),
    )
    return Topic(record, (Section("The closing", claims[:2]), Section("", claims[2:])))


def small_site(base_url: str = "") -> Site:
    """Return two sources, three claims (two of them on overlapping words), an entity, a topic."""
    gazette, post = sources()
    claims = (closing(post), losses(post, chamber()), opening(post, gazette))
    record = SiteRecord(
        Place("content/site.yaml"),
        "The bridge at Santa Rita",
        "What is known of the flood & the bridge.",
        base_url=base_url,
        publisher=Publisher("The editors", "editors@bridge.example", "https://bridge.example/"),
        license="CC-BY-4.0",
    )
    cited_by = {
        gazette.id: ((claims[2], claims[2].cites[1]),),
        post.id: tuple((claim, claim.cites[0]) for claim in claims),
    }
    return Site(
        record,
        {gazette.id: gazette, post.id: post},
        {claim.id: claim for claim in claims},
        {"bridge": bridge(claims)},
        {chamber().id: chamber()},
        cited_by,
        digests={
            f"seeds/{source.record.text}": source.article.sha256 for source in (gazette, post)
        },
    )
