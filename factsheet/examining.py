"""The first three steps: what the records say, proved and checked.

What was worked out for an examination is kept in what it returns. The next one takes over what
rests on nothing that has changed since: files by what the disk says of them, sources and claims by
the very objects that they are made of, findings by the claim and its background. The outcome is
that of an examination from nothing.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from factsheet import reading
from factsheet.checking import Background, background, check_claim, check_site, in_order
from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic, errors
from factsheet.jobs import shares, spread, together
from factsheet.linking import link
from factsheet.model import Article, Claim, Records, Site
from factsheet.reading import Contents, Found, RecordFile
from factsheet.seals import Seal, is_settled, seal

T = TypeVar("T")

FEW_FILES = 200
FEW_CLAIMS = 300
"""What one process has done sooner than several have begun."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """What a file said when it was read."""

    value: T
    seal: Seal
    """From before it was opened."""
    at: int
    """When that was: nanoseconds since 1970."""

    def holds(self, found: Seal) -> bool:
        """Return whether the file is surely as it was, by its seal now."""
        return self.seal == found and is_settled(found, self.at)


@dataclass(frozen=True, slots=True)
class Files:
    """What was read, by path in the site's folder."""

    records: Mapping[str, Kept[Contents]] = field(default_factory=dict)
    articles: Mapping[str, Kept[Article]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found in each claim, by its id, against one background."""

    ground: Background | None = None
    found: Mapping[str, tuple[Claim, tuple[Diagnostic, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examined:
    """What the records say, as far as it was proved, and what is wrong with them."""

    site: Site | None
    """None only when `content/site.yaml` cannot be used. Holds drafts."""
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    """Warnings that records let stand with a reason; they are not among the diagnostics."""
    files: Files = field(default=Files(), compare=False)
    checked: Checked = field(default=Checked(), compare=False)

    def sound(self, strict: bool) -> bool:
        """Return whether it may be published; strictly means without an open warning too."""
        return not (self.diagnostics if strict else errors(self.diagnostics))


NOTHING = Examined(None, ())


def examine(
    folder: Path, clock: Clock | None = None, jobs: int = 1, before: Examined = NOTHING
) -> Examined:
    """Read, link and check the site in this folder; raise UsageError where there is none."""
    clock = clock or Clock()
    files, records, faults = read(folder, clock, jobs, before.files)
    if records is None:
        return Examined(None, faults, files=files)
    with clock.step("link"):
        site, dangling = link(records, before.site)
    checked = check_claims(site, clock, jobs, before.checked)
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
    seals = {file.path: seal(folder / file.path) for file in found.records}
    held = {path: before.records.get(path) for path in seals}
    kept = {path: one for path, one in held.items() if one and one.holds(seals[path])}
    to_read = [file for file in found.records if file.path not in kept]
    given = shares(to_read, jobs if len(to_read) >= FEW_FILES else 1)
    made = spread(partial(read_files, folder), given, jobs)
    for contents in together(clock.each("read", made, len(to_read), len)):
        same = held[contents.file]
        value = same.value if same is not None and same.value == contents else contents
        kept[contents.file] = Kept(value, seals[contents.file], now)
    records = {path: kept[path] for path in seals}
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
    seals = {name: seal(folder / "seeds" / name) for name in found.seeds}
    known = {
        name: one.value for name, one in before.items() if name in seals and one.holds(seals[name])
    }
    every = [one.value for one in records.values()]
    whole, faults = reading.assemble(folder, found, every, known)
    if whole is None:
        return Files(records, before), None, faults
    articles = {
        name: before[name].value if name in before and before[name].value == article else article
        for name, article in whole.articles.items()
    }
    kept = {name: Kept(article, seals[name], now) for name, article in articles.items()}
    return Files(records, kept), replace(whole, articles=articles), faults


def read_files(folder: Path, files: Sequence[RecordFile]) -> list[Contents]:
    return [reading.read_file(folder, file) for file in files]


def check_claims(site: Site, clock: Clock, jobs: int, before: Checked) -> Checked:
    """Return what the rules find in each claim, in the order of the site."""
    with clock.step("check"):
        ground = background(site)
    known = before.found if before.ground == ground else {}
    new = [id for id, claim in site.claims.items() if id not in known or known[id][0] is not claim]
    given = shares(new, jobs if len(new) >= FEW_CLAIMS else 1)
    made = spread(partial(find_faults, site.claims, ground), given, jobs)
    found = dict(zip(new, together(clock.each("check", made, len(new), len)), strict=True))
    return Checked(
        ground,
        {
            id: (claim, found[id] if id in found else known[id][1])
            for id, claim in site.claims.items()
        },
    )


def find_faults(
    claims: Mapping[str, Claim], ground: Background, ids: Sequence[str]
) -> list[tuple[Diagnostic, ...]]:
    return [check_claim(claims[id], ground) for id in ids]
