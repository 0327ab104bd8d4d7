"""Claims as pages show them, with all that each rests on."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from factsheet import addresses, markup, model
from factsheet import origins as provenance
from factsheet.model import Citation, Claim, Entity, Figure, Site
from factsheet.pages import words
from factsheet.pages.excerpts import sic_notes
from factsheet.pages.inferences import anchors, inferences
from factsheet.pages.notices import notices
from factsheet.pages.originals import original
from factsheet.pages.settings import OneByOne, Setting
from factsheet.pages.values import (
    Amount,
    Change,
    ClaimBlock,
    Link,
    Origins,
    Other,
    Quote,
    Related,
)

End = tuple[str, Claim, str]
"""How a claim bears on another, which one, and why."""
ROOT = "../"
"""The way to the site's root from every page that shows a claim's block."""


def relations(site: Site) -> Mapping[str, tuple[Related, ...]]:
    """Return by claim id how it bears on others, and how others bear on it."""
    found: dict[str, list[End]] = {}
    for claim, other, link, because in _related_pairs(site):
        there, back = words.LINKS[link]
        found.setdefault(claim.id, []).append((there, other, because))
        found.setdefault(other.id, []).append((back, claim, because))
    return OneByOne(found, partial(_related, found))


def _related(ends: Mapping[str, Sequence[End]], id: str) -> tuple[Related, ...]:
    """Return how a claim bears on others: each way once, and in it each claim with a reason."""
    ways: dict[str, dict[Other, None]] = {}
    for how, other, because in ends[id]:
        ways.setdefault(how, {})[Other(other.id, claim_link(other), because)] = None
    return tuple(Related(how, tuple(others)) for how, others in ways.items())


def _related_pairs(site: Site) -> Iterator[tuple[Claim, Claim, model.Link, str]]:
    for claim in [one for one in site.claims.values() if one.record.relations]:
        for relation in claim.record.relations:
            if relation.claim in site.claims:
                yield claim, site.claims[relation.claim], relation.link, relation.because


def claim_link(claim: Claim) -> Link:
    """Return the claim's sentence in plain words, leading to its page."""
    return Link(addresses.claim_page(claim.id), claim.plain)


def claim_block(site: Site, setting: Setting, claim: Claim) -> ClaimBlock:
    """Return all that is shown of the claim, with how it bears on others."""
    record = claim.record
    related = setting.related.get(claim.id, ())
    inferred = inferences(claim)
    reasons = anchors(inferred)
    sentence = markup.inline(record.claim, ROOT, reasons)
    return ClaimBlock(
        id=claim.id,
        page=addresses.claim_page(claim.id),
        sentence=sentence,
        plain=claim.plain,
        has_links="<a " in sentence,
        kind=words.KINDS[record.kind][0],
        status=words.STATUSES[record.status],
        notices=notices(claim, related),
        said_by=words.entity_link(claim.said_by) if claim.said_by else None,
        about=tuple([words.entity_link(entity) for entity in claim.about]),
        when=words.day(record.when),
        when_because=reasons.get(record.when.text, "") if record.when else "",
        quotes=tuple([_quote(site, setting, claim.id, citation) for citation in claim.cites]),
        figures=tuple([amount(figure, site.entities, reasons) for figure in record.figures]),
        inferred=inferred,
        related=related,
        changes=tuple(_changes(claim)),
        changes_anchor=addresses.changes_anchor(claim.id) if record.corrections else "",
        origins=origins(claim),
        note=markup.block(record.note, ROOT),
    )


def _quote(site: Site, setting: Setting, claim_id: str, citation: Citation) -> Quote:
    source = citation.source.record
    listed = setting.sources[source.id]
    return Quote(
        parts=citation.passage.parts,
        language=words.foreign(source.language, site.record.language),
        relation=words.RELATIONS[citation.record.relation],
        chain=_chain(citation),
        source=listed.link,
        container=source.container_title,
        issued=listed.issued,
        passage=addresses.passage_href(source.id, claim_id, citation.number),
        original=_original(setting, claim_id, citation),
        archived=source.archive_url,
        archived_on=words.day(source.archive_date),
        reliable=source.quotes_reliable or not words.has_quotation_marks(citation.passage.quote),
        sic=sic_notes(citation.source, citation.passage.quote) if source.sic else (),
        note=markup.block(citation.record.note, ROOT),
    )


def _chain(citation: Citation) -> tuple[Link, ...]:
    """Return who said the words and who reported them; nobody where it is the outlet alone."""
    if [entity.name for entity in citation.via] == [citation.source.record.container_title]:
        return ()
    return tuple([words.entity_link(entity) for entity in citation.via])


def _original(setting: Setting, claim_id: str, citation: Citation) -> str:
    known = setting.originals.get((claim_id, citation.number))
    return original(citation, citation.source.prepared) if known is None else known


def amount(figure: Figure, entities: Mapping[str, Entity], reasons: Mapping[str, str]) -> Amount:
    """Return the figure in words; `reasons` are the ids of what was inferred, by its text."""
    counted_by = entities.get(figure.counted_by)
    return Amount(
        name=figure.name,
        amount=words.amount(figure),
        period=words.day(figure.period),
        counted_by=words.entity_link(counted_by) if counted_by else None,
        words=figure.words,
        period_because=reasons.get(figure.period.text, "") if figure.period else "",
    )


def _changes(claim: Claim) -> Iterator[Change]:
    for correction in claim.record.corrections:
        was = markup.inline(correction.was, ROOT)
        yield Change(words.dated(correction.date), was, correction.because)


def origins(claim: Claim) -> Origins:
    """Return how many articles support the claim, and the names of whom they have it from."""
    return Origins(provenance.articles(claim), tuple(provenance.origins(claim).values()))
