"""The first three steps: what the records say, proved and checked.

What was worked out for an examination is kept in what it returns. The next one takes over what
rests on nothing that has changed since: files by what the disk says of them, sources and claims by
the very objects that they are made of, findings by the claim and its background. The outcome is
that of an examination from nothing.
"""

import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from factsheet import reading
from factsheet.checking import Background, background, check_each, check_site, in_order
from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic, errors
from factsheet.jobs import shares, spread, together
from factsheet.linking import link
from factsheet.model import Article, Claim, Records, Site
from factsheet.reading import Contents, Found, RecordFile
from factsheet.seals import Seal, is_settled
from factsheet.stamps import claim_stamps

T = TypeVar("T")


class Kept(Struct, Generic[T], frozen=True):
    """What a file said when it was read."""

    value: T
    seal: Seal
    """From before it was opened."""
    at: int
    """When that was: nanoseconds since 1970."""

    def holds(self, found: Seal) -> bool:
        """Return whether the file is surely as it was, by its seal now."""
        return self.seal == found and is_settled(found, self.at)


class Files(Struct, frozen=True):
    """What was read, by path in the site's folder."""

    records: Mapping[str, Kept[Contents]] = field(default_factory=dict)
    articles: Mapping[str, Kept[Article]] = field(default_factory=dict)


class Sound(Struct, frozen=True):
    """Claims in which nothing was found, in an earlier run of the same tool."""

    ground: str = ""
    """Digest of the background against which they were checked."""
    claims: Mapping[str, str] = field(default_factory=dict)
    """Their stamps, by id."""


class Checked(Struct, frozen=True):
    """What the rules found in each claim, by its id, against one background."""

    ground: Background | None = None
    found: Mapping[str, tuple[Claim, tuple[Diagnostic, ...]]] = field(default_factory=dict)
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

    What is kept of the examination `before` serves the same process; what is `sound` is known
    from another one.
    """
    clock = clock or Clock()
    files, records, faults = read(folder, clock, jobs, before.files)
    if records is None:
        return Examined(None, faults, files=files)
    with clock.step("link"):
        site, dangling = link(records, before.site)
    checked = check_claims(site, clock, jobs, before.checked, sound)
    with clock.step("check"):
        of_claims = (fault for _, found in checked.found.values() for fault in found)
        told = in_order((*of_claims, *check_site(site)))
        remaining, accepted = accept((*faults, *dangling, *told), site)
        shown = replace(site, standing=standing(remaining, accepted, site))
    return Examined(shown, remaining, accepted, files, checked)


def read(
    folder: Path, clock: Clock, jobs: int, before: Files
) -> tuple[Files, Records | None, tuple[Diagnostic, ...]]:
    """Return what the files say, each by itself and all together, and what is wrong in them."""
    now, found = time.time_ns(), reading.look(folder)
    held = {file.path: before.records.get(file.path) for file in found.records}
    kept = {path: one for path, one in held.items() if one and one.holds(found.seals[path])}
    to_read = [file for file in found.records if file.path not in kept]
    given = shares(to_read, jobs)
    made = spread(partial(read_files, folder), given, jobs)
    for contents in together(clock.each("read", made, len(to_read), len)):
        value = as_before(contents, held[contents.file])
        kept[contents.file] = Kept(value, found.seals[contents.file], now)
    records = {path: kept[path] for path in held}
    with clock.step("read"):
        return assemble(folder, found, records, before.articles, now)


def assemble(
    folder: Path,
    found: Found,
    records: Mapping[str, Kept[Contents]],
    before: Mapping[str, Kept[Article]],
    now: int,
) -> tuple[Files, Records | None, tuple[Diagnostic, ...]]:
    """Return what all files say together, the articles read that may have changed."""
    seals = {name: found.seals[f"seeds/{name}"] for name in found.seeds}
    kept = {name: one for name, one in before.items() if name in seals and one.holds(seals[name])}
    known = {name: one.value for name, one in kept.items()}
    every = [one.value for one in records.values()]
    whole, faults = reading.assemble(folder, found, every, known)
    if whole is None:
        return Files(records, before), None, faults
    for name in whole.articles.keys() - kept.keys():
        article = whole.articles[name]
        value = before[name].value if name in before and before[name].value == article else article
        kept[name] = Kept(value, seals[name], now)
    kept = {name: kept[name] for name in whole.articles}
    articles = {name: one.value for name, one in kept.items()}
    return Files(records, kept), replace(whole, articles=articles), faults


def read_files(folder: Path, files: Sequence[RecordFile]) -> list[Contents]:
    return [reading.read_file(folder, file) for file in files]


def as_before(contents: Contents, before: Kept[Contents] | None) -> Contents:
    """Return what a file says, with the very objects of before for what it says as before."""
    if before is None or before.value == contents:
        return before.value if before else contents
    known = {claim.id: claim for claim in before.value.claims}
    claims = (known[one.id] if known.get(one.id) == one else one for one in contents.claims)
    return replace(contents, claims=tuple(claims))


def check_claims(
    site: Site, clock: Clock, jobs: int, before: Checked, sound: Sound | None
) -> Checked:
    """Return what the rules find in each claim, in the order of the site."""
    with clock.step("check"):
        ground = background(site)
        stamps = claim_stamps(site) if sound is not None else {}
        known = taken_over(site, ground, stamps, before, sound or Sound())
    new = [id for id in site.claims if id not in known]
    given = shares(new, jobs)
    made = spread(partial(find_faults, site.claims, ground), given, jobs)
    found = dict(zip(new, together(clock.each("check", made, len(new), len)), strict=True)) | known
    return Checked(ground, {id: (one, found[id]) for id, one in site.claims.items()}, stamps)


def taken_over(
    site: Site, ground: Background, stamps: Mapping[str, str], before: Checked, sound: Sound
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return what is known of the claims that are as they were, before the same background."""
    known = before.found if before.ground == ground else {}
    clean = sound.claims if sound.claims and sound.ground == ground.digest else {}
    same = {id: known[id][1] for id, one in site.claims.items() if known.get(id, (None,))[0] is one}
    return same | {id: () for id, stamp in stamps.items() if clean.get(id) == stamp}


def find_faults(
    claims: Mapping[str, Claim], ground: Background, ids: Sequence[str]
) -> list[tuple[Diagnostic, ...]]:
    return list(check_each([claims[id] for id in ids], ground))
