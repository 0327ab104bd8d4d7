"""The Markdown texts of the records, and the pages to which they lead."""

from collections.abc import Iterator

from msgspec import Struct

from factsheet import markup
from factsheet.diagnostics import Place
from factsheet.model import Claim, Site, Topic


class Field(Struct, frozen=True):
    """A Markdown text of a record."""

    text: str
    place: Place
    inline: bool = False


def linked_pages(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of the site to which a text leads, with the links as they are written."""
    for target in markup.links(text) if may_link(text) else ():
        page = target.partition("#")[0]
        if page and ":" not in page:
            yield page, target


def may_link(text: str) -> bool:
    """Return False when a text can hold no link in Markdown; certain, and cheap."""
    return "](" in text or "]:" in text or "<" in text


def fields_beside_claims(site: Site) -> Iterator[Field]:
    """Yield every Markdown text of the site but the claims'; a note that is not there is none."""
    for source in site.sources.values():
        if source.record.note:
            yield Field(source.record.note, source.record.place.at("note"))
    for topic in site.topics.values():
        yield from topic_fields(topic)
    for entity in site.entities.values():
        if entity.description:
            yield Field(entity.description, entity.place.at("description"))


def claim_fields(claim: Claim) -> Iterator[Field]:
    record = claim.record
    yield Field(record.claim, record.place.at("claim"), inline=True)
    if record.note:
        yield Field(record.note, record.place.at("note"))
    for citation in claim.cites:
        if citation.record.note:
            yield Field(citation.record.note, citation.record.place.at("note"))


def topic_fields(topic: Topic) -> Iterator[Field]:
    record = topic.record
    yield Field(record.summary, record.place.at("summary"))
    for position, text in enumerate(record.not_established):
        yield Field(text, record.place.at("not-established", position), inline=True)
