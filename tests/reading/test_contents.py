from decimal import Decimal

import pytest

from factsheet import dates
from factsheet.diagnostics import Place
from factsheet.model import (
    CitationRecord,
    Correction,
    Exclusion,
    Figure,
    Inference,
    Name,
    RelationRecord,
    Review,
    SectionRecord,
    Sic,
    WordingRecord,
)
from factsheet.reading.contents import Contents, contents
from factsheet.reading.files import Kind, RecordFile

CLAIM = "- id: a\n  claim: C\n  kind: event\n  cites: [{source: s, quote: q}]\n"
WHOLE_CLAIM = """
- id: rail
  claim: >-
    The losses were
    *large*.
  kind: figure
  topics: [rail, trade]
  said-by: employers
  about: [eagle-pass]
  when: 2023-12-18/2023-12-22
  cites:
    - source: newsnet
      quote: losses of $100 million
      relation: qualifies
      via: [employers, press]
      occurrence: 2
      note: N
  figures:
    - {name: n, value: 1.10, unit: USD, per: day, period: 2023, counted-by: x, words: w}
    - {name: n, from: 1, to: 2, approximate: true, words: w}
  inferred:
    - {what: 2023-12-18, because: B}
  relations:
    - {not-comparable-to: other, because: B}
    - updates: older
  status: disputed
  corrections:
    - {date: 2026-11-30, was: W, because: B}
  reviewed: {by: AB, on: 2026-11-21}
  note: N
"""


def of(kind: Kind, text: str, name: str = "example") -> Contents:
    return contents(RecordFile(kind, f"content/x/{name}.yaml"), text)


def place(*path: str | int) -> Place:
    return Place("content/x/example.yaml", path)


def test_every_key_of_a_claim_reaches_its_noun() -> None:
    (claim,) = of("claims", WHOLE_CLAIM).claims
    assert (claim.id, claim.claim, claim.kind) == ("rail", "The losses were *large*.", "figure")
    assert (claim.topics, claim.said_by, claim.about) == (
        ("rail", "trade"),
        "employers",
        ("eagle-pass",),
    )
    assert claim.when == dates.parse("2023-12-18/2023-12-22")
    assert claim.cites == (
        CitationRecord("newsnet", "losses of $100 million", place(0, "cites", 0), "qualifies",
                       ("employers", "press"), 2, "N"),
    )  # fmt: skip
    assert claim.figures == (
        Figure("n", "w", place(0, "figures", 0), value=Decimal("1.10"), unit="USD", per="day",
               period=dates.parse("2023"), counted_by="x"),
        Figure("n", "w", place(0, "figures", 1), lower=Decimal(1), upper=Decimal(2),
               approximate=True),
    )  # fmt: skip
    assert claim.inferred == (Inference("2023-12-18", "B", place(0, "inferred", 0)),)
    assert claim.relations == (
        RelationRecord("not-comparable-to", "other", place(0, "relations", 0), "B"),
        RelationRecord("updates", "older", place(0, "relations", 1)),
    )
    day = dates.parse("2026-11-30")
    assert claim.corrections == (Correction(day, "W", "B", place(0, "corrections", 0)),)
    assert claim.reviewed == Review("AB", dates.parse("2026-11-21"))
    assert (claim.status, claim.note, claim.place) == ("disputed", "N", place(0))


def test_every_key_of_a_source_reaches_its_noun() -> None:
    text = f"""
id: example
type: article-newspaper
title: 1984
container-title: News
author: [{{family: Kelly, given: David}}, {{literal: Carina}}]
issued: {{date-parts: [[2023, 12, 22]]}}
accessed: [{{year: 2026, month: 11}}]
URL: https://a.example/
url-status: dead
archive-url: https://b.example/
archive-date: 2024
language: en-US
text: a.txt
sha256: {"0" * 64}
rights: InC
license: CC-BY-4.0
display: full
descriptor: D
via: [press]
quotes-reliable: false
not-article:
  - 2 mins read
  - {{from: Subscribe, to: end}}
sic:
  Ferrumex: {{read: Ferromex, because: B}}
note: N
publisher-place: Lund
DOI: 10.1/x
page: 1-2
"""
    (source,) = of("source", text).sources
    assert (source.id, source.title, source.text, source.sha256) == (
        "example",
        "1984",
        "a.txt",
        "0" * 64,
    )
    assert source.author == (Name("Kelly", "David"), Name(literal="Carina"))
    assert (source.issued, source.accessed) == (dates.parse("2023-12-22"), dates.parse("2026-11"))
    assert (source.url, source.url_status) == ("https://a.example/", "dead")
    assert (source.archive_url, source.archive_date) == ("https://b.example/", dates.parse("2024"))
    assert (source.language, source.rights, source.license) == ("en-US", "InC", "CC-BY-4.0")
    assert (source.display, source.descriptor, source.via) == ("full", "D", ("press",))
    assert source.quotes_reliable is False
    assert source.not_article == (
        Exclusion("2 mins read", "2 mins read", place("not-article", 0)),
        Exclusion("Subscribe", "end", place("not-article", 1)),
    )
    assert source.sic == (Sic("Ferrumex", "Ferromex", "B", place("sic", "Ferrumex")),)
    assert source.csl == {"publisher-place": "Lund", "DOI": "10.1/x", "page": "1-2"}
    assert source.container_title == "News"
    assert source.note == "N"


def test_every_key_of_a_topic_reaches_its_noun() -> None:
    text = """
title: T
summary: S
order: 3
parent: p
sections: [{heading: H, claims: [a, b]}]
not-established: [X]
reviewed: {by: AB, on: 2026-11-21}
"""
    (topic,) = of("topic", text).topics
    assert (topic.id, topic.title, topic.summary, topic.order, topic.parent) == (
        "example",
        "T",
        "S",
        3,
        "p",
    )
    assert topic.sections == (SectionRecord("H", ("a", "b"), place("sections", 0)),)
    assert topic.not_established == ("X",)
    assert topic.reviewed == Review("AB", dates.parse("2026-11-21"))


def test_every_key_of_an_entity_reaches_its_noun() -> None:
    text = """
name: N
type: place
also: [A]
garbled: [G]
role: R
as-of: 2023-09
description: D
same-as: [https://a.example/]
coordinates: [28.709, -100.500]
"""
    (entity,) = of("entity", text).entities
    assert (entity.id, entity.name, entity.type, entity.also) == ("example", "N", "place", ("A",))
    assert (entity.garbled, entity.role, entity.as_of) == (("G",), "R", dates.parse("2023-09"))
    assert (entity.description, entity.same_as) == ("D", ("https://a.example/",))
    assert entity.coordinates == (Decimal("28.709"), Decimal("-100.500"))


def test_every_key_of_the_site_reaches_its_noun() -> None:
    text = """
title: T
description: D
language: es
base-url: https://a.example/x
publisher: {name: N, email: a@b.example, url: https://b.example/}
license: CC0-1.0
excerpt-limit: 7.5%
repository: https://c.example/
"""
    site = of("site", text).site
    assert site is not None
    assert (site.title, site.description, site.language) == ("T", "D", "es")
    assert (site.base_url, site.license, site.excerpt_limit) == (
        "https://a.example/x/",
        "CC0-1.0",
        Decimal("7.5"),
    )
    assert (site.publisher.name, site.publisher.email, site.publisher.url) == (
        "N",
        "a@b.example",
        "https://b.example/",
    )
    assert site.repository == "https://c.example/"


def test_wording_is_a_list() -> None:
    read = of("wording", "- {avoid: a, prefer: b, because: c}\n")
    assert read.wording == (WordingRecord("a", "b", "c", place(0)),)


def test_an_entry_with_faults_is_left_out_and_the_others_stay() -> None:
    read = of("claims", CLAIM + CLAIM.replace("id: a", "id: b").replace("event", "x"))
    assert [claim.id for claim in read.claims] == ["a"]
    assert read.unread == {("claim", "b")}


def test_an_entry_without_an_id_may_be_any_claim() -> None:
    assert of("claims", CLAIM.replace("id: a", "is: a")).unread == {("claim", "*")}


@pytest.mark.parametrize(
    ("kind", "unread"),
    [("source", {("source", "example")}), ("topic", {("topic", "example")}),
     ("entity", {("entity", "example")}), ("claims", {("claim", "*")}),
     ("site", set()), ("wording", set())],
)  # fmt: skip
def test_a_file_with_faults_is_noted_as_unread(kind: Kind, unread: set[tuple[str, str]]) -> None:
    for text in ("a: [", "a: b #5", ""):
        read = of(kind, text)
        assert read.diagnostics
        assert read.unread == unread
        assert (read.claims, read.sources, read.site) == ((), (), None)


def test_faults_of_yaml_and_of_the_schema_come_together() -> None:
    read = of("entity", "name: x #5\ntype: plce\n")
    assert [f.rule for f in read.diagnostics] == ["cut-by-comment", "bad-value"]


@pytest.mark.parametrize("name", ["A", "index", "a_b", "con", "x" * 81, "a b"])
def test_a_file_name_that_is_no_id_is_told(name: str) -> None:
    """R-402"""
    read = of("entity", "name: N\ntype: place\n", name)
    assert [(f.rule, f.place.path, f.mend) for f in read.diagnostics] == [
        ("bad-id", (), "rename the file")
    ]
