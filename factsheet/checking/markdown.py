"""Markdown in the records, and the links in it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from factsheet import addresses, markup
from factsheet.checking.evidence import Evidence
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Claim, Site, Topic
from factsheet.spelling import suggestion


class Field(Struct, frozen=True):
    """A Markdown text of a record."""

    text: str
    place: Place
    inline: bool = False


def markdown_allowed(site: Site) -> Iterator[Diagnostic]:
    """A Markdown field holds what a page can show: no HTML, no images, no dangerous links."""
    return not_shown(fields_beside_claims(site))


def claim_markdown_allowed(found: Evidence) -> Iterator[Diagnostic]:
    """A Markdown field of a claim holds what a page can show."""
    return not_shown(claim_fields(found.claim))


def not_shown(fields: Iterable[Field]) -> Iterator[Diagnostic]:
    for field in fields:
        for fault in markup.faults(field.text, inline_only=field.inline):
            yield Diagnostic("bad-markdown", fault, field.place)


def internal_links(site: Site) -> Iterator[Diagnostic]:
    """A link to a page of the site leads to one that is there."""
    pages = frozenset(addresses.site_pages(site.topics, site.claims, site.sources, site.entities))
    claims = (claim for claim in site.claims.values() if may_link(all_text(claim)))
    of_claims = (field for claim in claims for field in claim_fields(claim))
    for field in chain(fields_beside_claims(site), of_claims):
        for target in markup.links(field.text) if may_link(field.text) else ():
            page = target.partition("#")[0]
            if page and ":" not in page and page not in pages:
                yield Diagnostic(
                    "broken-link",
                    f"there is no page `{page}` on this site",
                    field.place.saying(target),
                    mend=suggestion(page, pages)
                    or "write the page as seen from the site's root: claims/some-claim.html",
                )


def may_link(text: str) -> bool:
    """Return False when a text can hold no link in Markdown; certain, and cheap."""
    return "](" in text or "]:" in text or "<" in text


def all_text(claim: Claim) -> str:
    """Return the Markdown texts of a claim one below the other."""
    record = claim.record
    return "\n".join((record.claim, record.note, *(one.note for one in record.cites)))


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
