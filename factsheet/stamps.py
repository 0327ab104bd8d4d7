"""Stamps of claims: a digest of all that a claim says and of all that it is linked to.

Where a claim has the stamp that it had in an earlier run of the same tool, whatever was worked out
from the claim alone is as it was.
"""

from collections.abc import Mapping

from factsheet.digests import digest
from factsheet.model import Claim, Entity, Site, Source

ARTICLES = "seeds/"


def claim_stamps(site: Site) -> dict[str, str]:
    """Return the stamp of every claim by its id."""
    sources = {id: source_stamp(source, site.digests) for id, source in site.sources.items()}
    entities = {id: entity_stamp(entity, site.digests) for id, entity in site.entities.items()}
    return {id: claim_stamp(claim, sources, entities) for id, claim in site.claims.items()}


def claim_stamp(claim: Claim, sources: Mapping[str, str], entities: Mapping[str, str]) -> str:
    record = claim.record
    named = [record.said_by, *record.about, *[figure.counted_by for figure in record.figures]]
    named += [entity.id for citation in claim.cites for entity in citation.via]
    cited = [sources[citation.record.source] for citation in claim.cites]
    return digest(record.digest or record, cited, [entities.get(id) for id in named])


def source_stamp(source: Source, digests: Mapping[str, str]) -> str:
    """Return what a source is known by: its record's bytes, or what they say, and its article's."""
    return digests.get(source.record.place.file) or digest(source.record, source.article.sha256)


def entity_stamp(entity: Entity, digests: Mapping[str, str]) -> str:
    """Return what an entity is known by."""
    return digests.get(entity.place.file) or digest(entity)
