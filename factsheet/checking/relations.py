"""Claims that bear on other claims, and topics below other topics."""

from collections.abc import Iterator, Mapping

from factsheet.diagnostics import Diagnostic
from factsheet.model import Claim, RelationRecord, Site, Topic


def relations_between_claims(site: Site) -> Iterator[Diagnostic]:
    """A relation leads to another claim, and from what readers see to what readers see."""
    for claim in site.claims.values():
        for relation in claim.record.relations:
            wrong = relation_fault(claim, relation, site.claims)
            if wrong:
                message, mend = wrong
                place = relation.place.at(relation.link)
                yield Diagnostic("relation-astray", message, place, mend=mend)


def relation_fault(
    claim: Claim, relation: RelationRecord, claims: Mapping[str, Claim]
) -> tuple[str, str] | None:
    """Return the message and the mend of a relation that leads nowhere useful."""
    if relation.claim == claim.id:
        return "a claim cannot bear on itself", "name the other claim"
    other = claims.get(relation.claim)
    if other and other.record.status == "draft" and claim.record.status != "draft":
        return (
            f"the claim `{other.id}` is a draft, so readers would be led nowhere",
            "publish that claim too, or take this relation out until it is",
        )
    return None


def topics_not_their_own_parents(site: Site) -> Iterator[Diagnostic]:
    """Going up from parent to parent ends."""
    for topic in site.topics.values():
        if in_circle(topic, site.topics):
            yield Diagnostic(
                "parent-circle",
                f"going up from `{topic.id}` leads back to it",
                topic.record.place.at("parent"),
                mend="take `parent` out of the topic that stands highest",
            )


def in_circle(topic: Topic, topics: Mapping[str, Topic]) -> bool:
    """Return whether the topic is among the topics above it."""
    above, seen = topics.get(topic.record.parent), set[str]()
    while above is not None and above.id not in seen:
        if above.id == topic.id:
            return True
        seen.add(above.id)
        above = topics.get(above.record.parent)
    return False
