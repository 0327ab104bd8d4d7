"""Warnings that the editors let stand, each by name and with a reason, in the record it is about.

What a record answers is told to readers instead of to editors. Errors cannot be answered so.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from msgspec import Struct

from factsheet.diagnostics import Diagnostic, Place, Step
from factsheet.model import (
    Acceptance,
    ClaimRecord,
    Entity,
    Site,
    SourceRecord,
    StandingWarning,
    TopicRecord,
)
from factsheet.spelling import suggestion

Record = SourceRecord | ClaimRecord | TopicRecord | Entity
Key = tuple[str, tuple[Step, ...], str]
"""A file, the key path of a record in it, and a rule."""


class Accepted(Struct, frozen=True):
    """A warning that the editors let stand, with their reason."""

    diagnostic: Diagnostic
    because: str


def accept(
    diagnostics: Iterable[Diagnostic], site: Site
) -> tuple[tuple[Diagnostic, ...], tuple[Accepted, ...]]:
    """Return what remains to be mended, and the warnings that records accept.

    An entry that accepts nothing is a warning itself, and remains.
    """
    entries = acceptances(site)
    answered: dict[Key, bool] = {}
    remaining: list[Diagnostic] = []
    accepted: list[Accepted] = []
    for diagnostic in diagnostics:
        key = next((key for key in keys(diagnostic) if key in entries), None)
        if key is None or diagnostic.severity == "error":
            remaining.append(diagnostic)
        else:
            accepted.append(Accepted(diagnostic, entries[key][0].because))
        if key is not None:
            answered[key] = diagnostic.severity == "warning"
    remaining.extend(accepted_for_nothing(entries, answered, site.whole))
    return tuple(remaining), tuple(accepted)


def acceptances(site: Site) -> Mapping[Key, tuple[Acceptance, ...]]:
    """Return the entries of `accepted` by what they answer; a rule named twice has two."""
    found: dict[Key, tuple[Acceptance, ...]] = {}
    for record in [record for record in records(site) if record.accepted]:
        for entry in record.accepted:
            key = (record.place.file, record.place.path, entry.rule)
            found[key] = (*found.get(key, ()), entry)
    return found


def records(site: Site) -> Iterator[Record]:
    """Yield every record that may accept a warning."""
    yield from (source.record for source in site.sources.values())
    yield from (claim.record for claim in site.claims.values())
    yield from (topic.record for topic in site.topics.values())
    yield from site.entities.values()


def keys(diagnostic: Diagnostic) -> Iterator[Key]:
    """Yield what an entry that answers the diagnostic may be found by, from the file inward."""
    place = diagnostic.place
    for length in range(len(place.path) + 1):
        yield place.file, place.path[:length], diagnostic.rule


def accepted_for_nothing(
    entries: Mapping[Key, tuple[Acceptance, ...]], answered: Mapping[Key, bool], whole: bool
) -> Iterator[Diagnostic]:
    """Yield a warning for each entry that answers no warning.

    While records are left out for their faults, a warning that does not come may come back with
    them: then only those entries are told that are wrong in any case.
    """
    for key, (first, *again) in entries.items():
        for entry in again:
            yield nothing(entry, f"`{entry.rule}` is accepted here twice", "keep one of the two")
        if key in answered and not answered[key]:
            mend = "mend the record, and take this entry out"
            yield nothing(first, f"`{first.rule}` is an error, which cannot be accepted", mend)
        elif key not in answered and first.rule not in (known := known_rules()):
            mend = suggestion(first.rule, known) or "`factsheet explain` lists the rules"
            yield nothing(first, f"there is no rule `{first.rule}`", mend)
        elif key not in answered and whole:
            yield nothing(first, f"`{first.rule}` gives no warning here", "take this entry out")


def nothing(entry: Acceptance, message: str, mend: str) -> Diagnostic:
    place = entry.place.at("rule")
    return Diagnostic("accepted-for-nothing", message, place, severity="warning", mend=mend)


def known_rules() -> frozenset[str]:
    """Return the names of all rules that have a page."""
    pages = (resources.files("factsheet") / "rules").iterdir()
    return frozenset(page.name.removesuffix(".md") for page in pages)


def standing(
    remaining: Iterable[Diagnostic], accepted: Iterable[Accepted], site: Site
) -> tuple[StandingWarning, ...]:
    """Return every warning that is published with the site, those without an answer first."""
    told = [Accepted(d, "") for d in remaining if d.severity == "warning"]
    told += accepted
    if not told:
        return ()
    files = {one.diagnostic.place.file for one in told}
    claims = {
        (place.file, place.path): id
        for id, claim in site.claims.items()
        if (place := claim.record.place).file in files
    }
    return tuple(
        StandingWarning(
            rule=one.diagnostic.rule,
            message=one.diagnostic.message,
            file=one.diagnostic.place.file,
            claim=claim_at(one.diagnostic.place, claims),
            because=one.because,
        )
        for one in told
    )


def claim_at(place: Place, claims: Mapping[tuple[str, tuple[Step, ...]], str]) -> str:
    """Return the id of the claim that the place lies in, or nothing."""
    return claims.get((place.file, place.path[:1]), "")
