"""The first three steps: what the records say, proved and checked.

What was worked out for an examination is kept in what it returns. The next one takes over what
rests on nothing that has changed since: files by what the disk says of them, sources and claims by
the very objects that they are made of, findings by the claim and its background. What files said
and where quotations stand can be stored for another process. The outcome is that of an examination
from nothing.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from factsheet.checking import (
    Background,
    Before,
    SiteFacts,
    background,
    check_each,
    check_each_rule,
    in_order,
    site_facts,
)
from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic, errors
from factsheet.jobs import shares, spread, together
from factsheet.linking import UNPROVED, Proofs, link
from factsheet.model import Claim, Site
from factsheet.reading.rereading import Files, reread
from factsheet.stamps import claim_stamps


class Sound(Struct, frozen=True):
    """Claims in which nothing was found, in an earlier run of the same tool."""

    ground: str = ""
    """Digest of the background against which they were checked."""
    claims: Mapping[str, str] = field(default_factory=dict)
    """Their stamps, by id."""


class Checked(Struct, frozen=True):
    """What the rules found in each claim, by its id, against one background."""

    ground: Background | None = None
    facts: SiteFacts = SiteFacts()
    """What claims and articles tell the checks of the whole site."""
    found: Mapping[str, tuple[Claim, tuple[Diagnostic, ...]]] = field(default_factory=dict)
    of_site: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """What each rule of the whole site finds, by its name."""
    stamps: Mapping[str, str] = field(default_factory=dict)
    """Of the claims, by id; empty where nobody will want to know what is sound."""

    @property
    def sound(self) -> Sound:
        """Return what a later run need not check."""
        clean = {id: stamp for id, stamp in self.stamps.items() if not self.found[id][1]}
        return Sound(self.ground.digest if self.ground else "", clean)


class Examined(Struct, frozen=True):
    """What the records say, as far as it was proved, and what is wrong with them."""

    site: Site | None
    """None only when `content/site.yaml` cannot be used. Holds drafts."""
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    """Warnings that records let stand with a reason; they are not among the diagnostics."""
    files: Files = Files()
    checked: Checked = Checked()
    proofs: Proofs = UNPROVED
    """What is known of an earlier run, whose site is not."""

    def sound(self, strict: bool) -> bool:
        """Return whether it may be published; strictly means without an open warning too."""
        return not (self.diagnostics if strict else errors(self.diagnostics))


NOTHING = Examined(None, ())


def examine(
    folder: Path,
    clock: Clock | None = None,
    jobs: int = 1,
    before: Examined = NOTHING,
    sound: Sound | None = None,
) -> Examined:
    """Read, link and check the site in this folder; raise UsageError where there is none.

    What is `sound` is known from another process, and so may be the files and the proofs of the
    examination `before`.
    """
    clock = clock or Clock()
    files, (records, faults) = reread(folder, clock, jobs, before.files)
    if records is None:
        return Examined(None, faults, files=files)
    with clock.step("link"):
        site, dangling = link(records, before.site, before.proofs)
    checked = check_claims(site, clock, jobs, before.checked, sound)
    with clock.step("check"):
        known = before.checked
        last = Before(before.site, known.facts, known.of_site) if before.site else None
        of_site = check_each_rule(site, checked.facts, last)
        of_claims = (fault for _, found in checked.found.values() for fault in found)
        told = in_order((*of_claims, *chain.from_iterable(of_site.values())))
        remaining, accepted = accept((*faults, *dangling, *told), site)
        shown = replace(site, standing=standing(remaining, accepted, site))
    return Examined(shown, remaining, accepted, files, replace(checked, of_site=of_site))


def check_claims(
    site: Site, clock: Clock, jobs: int, before: Checked, sound: Sound | None
) -> Checked:
    """Return what the rules find in each claim, in the order of the site."""
    with clock.step("check"):
        facts = site_facts(site, before.facts)
        ground = background(site, facts)
        stamps = claim_stamps(site) if sound is not None else {}
        known = taken_over(site, ground, stamps, before, sound or Sound())
    new = [id for id in site.claims if id not in known]
    given = shares(new, jobs)
    made = spread(partial(find_faults, site.claims, ground), given, jobs)
    for id, faults in zip(new, together(clock.each("check", made, len(new), len)), strict=True):
        known[id] = site.claims[id], faults
    return Checked(ground, facts, {id: known[id] for id in site.claims}, stamps=stamps)


def taken_over(
    site: Site, ground: Background, stamps: Mapping[str, str], before: Checked, sound: Sound
) -> dict[str, tuple[Claim, tuple[Diagnostic, ...]]]:
    """Return what is known of the claims that are as they were, before the same background."""
    known = before.found if before.ground == ground else {}
    clean = sound.claims if sound.claims and sound.ground == ground.digest else {}
    claims = site.claims
    same = {id: one for id, one in known.items() if claims.get(id) is one[0]}
    return same | {id: (claims[id], ()) for id, stamp in stamps.items() if clean.get(id) == stamp}


def find_faults(
    claims: Mapping[str, Claim], ground: Background, ids: Sequence[str]
) -> list[tuple[Diagnostic, ...]]:
    return list(check_each([claims[id] for id in ids], ground))
