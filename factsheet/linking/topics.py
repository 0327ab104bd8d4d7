"""A topic is linked when its sections hold claims; the others of its claims follow them."""

from collections.abc import Container, Iterable, Iterator, Mapping

from factsheet.diagnostics import Diagnostic
from factsheet.linking.references import Register
from factsheet.model import Claim, ClaimRecord, Section, SectionRecord, Topic, TopicRecord


def link_topic(
    record: TopicRecord,
    claims: Mapping[str, Claim],
    naming: Iterable[Claim],
    known: Mapping[str, ClaimRecord],
    register: Register,
) -> tuple[Topic, tuple[Diagnostic, ...]]:
    """Return the topic with its claims in order, and what its sections name wrongly.

    `naming` are the claims that name the topic, in the order of the files.
    """
    wrong = register.missing("topic", record.parent, record.place, "parent")
    for section in record.sections:
        wrong.extend(register.unknown("claim", section.claims, section.place, "claims"))
        wrong.extend(strangers(record.id, section, known))
    wrong.extend(listed_twice(record))
    listed = {id for section in record.sections for id in section.claims}
    sections = [
        Section(section.heading, tuple(claims[id] for id in section.claims if id in claims))
        for section in record.sections
    ]
    sections.append(Section("", remaining(naming, listed)))
    return Topic(record, tuple(s for s in sections if s.claims)), tuple(wrong)


def strangers(
    topic: str, section: SectionRecord, known: Mapping[str, ClaimRecord]
) -> Iterator[Diagnostic]:
    """Yield a fault for each claim in a section that does not name the section's topic."""
    for position, id in enumerate(section.claims):
        if id in known and topic not in known[id].topics:
            yield Diagnostic(
                "claim-not-on-topic",
                f"the claim `{id}` stands in a section here but does not name this topic",
                section.place.at("claims", position),
                mend=f"add `{topic}` to the `topics` of the claim in {known[id].place.file}",
            )


def listed_twice(record: TopicRecord) -> Iterator[Diagnostic]:
    """Yield a fault for each claim that two places of the topic's sections list."""
    seen: dict[str, tuple[SectionRecord, int]] = {}
    for section in record.sections:
        for position, id in enumerate(section.claims):
            first, at = seen.setdefault(id, (section, position))
            if first is not section or at != position:
                yield Diagnostic(
                    "claim-listed-twice",
                    f"the claim `{id}` is listed on this topic already",
                    section.place.at("claims", position),
                    mend="list it once: its anchor on the page is its id",
                    also=(first.place.at("claims", at),),
                )


def remaining(claims: Iterable[Claim], listed: Container[str]) -> tuple[Claim, ...]:
    """Return those of a topic's claims that no section lists, in the same order."""
    return tuple(claim for claim in claims if claim.id not in listed)


def claims_by_topic(claims: Iterable[Claim], wanted: frozenset[str]) -> dict[str, list[Claim]]:
    """Return the claims that name each of the wanted topics, in the order of the files."""
    found: dict[str, list[Claim]] = {}
    for claim in [one for one in claims if not wanted.isdisjoint(one.record.topics)]:
        for topic in dict.fromkeys(claim.record.topics):
            found.setdefault(topic, []).append(claim)
    return found
