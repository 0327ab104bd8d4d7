"""Ids of a release that no record has any more; tests/cases/id-vanished.md has the messages."""

from factsheet.diagnostics import Place
from factsheet.linking import link
from factsheet.linking.references import Register
from factsheet.linking.vanished import vanished
from factsheet.model import ClaimRecord, Records, SiteRecord
from factsheet.reading.characters import MAX_FAULTS
from factsheet.releases import Release, ReleasedClaim

NOTHING_READ = frozenset[tuple[str, str]]()


def released(*ids: str) -> Release:
    file = "content/claims/a.yaml"
    return Release(
        claims=tuple(ReleasedClaim(id, file, "A.", "event", "published", 0, ()) for id in ids)
    )


def record(id: str) -> ClaimRecord:
    return ClaimRecord(id, Place("content/claims/a.yaml"), "A.", "event", ())


def records(
    release: Release, *claims: str, unread: frozenset[tuple[str, str]] = NOTHING_READ
) -> Records:
    site = SiteRecord(Place("content/site.yaml"), "Title")
    entries = tuple(map(record, claims))
    return Records(site, (), entries, (), (), (), {}, unread=unread, released=release)


def told(
    release: Release, *claims: str, unread: frozenset[tuple[str, str]] = NOTHING_READ
) -> list[str]:
    known = {id: record(id) for id in claims}
    register = Register.of(records(release, *claims, unread=unread), known)
    return [fault.rule for fault in vanished(release, known, register, ())]


def test_what_stands_in_an_unreadable_file_has_not_vanished() -> None:
    assert told(released("a", "b"), "a") == ["id-vanished"]
    assert told(released("a", "b"), "a", unread=frozenset({("claim", "b")})) == []
    assert told(released("a", "b"), "a", unread=frozenset({("claim", "*")})) == []
    assert told(released("a", "b"), "a", unread=frozenset({("topic", "*")})) == ["id-vanished"]


def test_a_claim_that_was_read_but_not_proved_has_not_vanished() -> None:
    assert told(released("a"), "a") == []


def test_a_new_id_like_the_old_one_is_named_and_an_old_one_is_not() -> None:
    known = {id: record(id) for id in ("rail-closures", "rail-closer")}
    release = released("rail-closer", "rail-closure")
    register = Register.of(records(release, *known), known)
    (fault,) = vanished(release, known, register, ())
    assert fault.notes[-1] == "was it renamed to `rail-closures`?"


def test_release_of_another_site_is_told_in_part() -> None:
    """R-802"""
    foreign = released(*(f"claim-{number}" for number in range(MAX_FAULTS + 50)))
    assert len(link(records(foreign))[1]) == MAX_FAULTS
