"""The eight steps, in one direction: read, link, check, plan, render, export, publish, report.

`examine` takes the first three, `producing` the next three, `build` all but the last; the preview
calls the same functions and keeps what they return in memory.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from factsheet import reading
from factsheet.checking import Background, background, check_claim, check_site, in_order
from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic, errors
from factsheet.jobs import shares, spread, together
from factsheet.linking import link, without_drafts
from factsheet.model import Claim, Site
from factsheet.producing import produce
from factsheet.publishing import Published, publish
from factsheet.reading import Contents, RecordFile
from factsheet.rendering import BrokenTemplate, load_theme

EVIDENCE = ("content", "seeds", "templates")
FEW_FILES = 200
FEW_CLAIMS = 300
"""What one process has done sooner than several have begun."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the records say, as far as it was proved, and what is wrong with them."""

    site: Site | None
    """None only when `content/site.yaml` cannot be used. Holds drafts."""
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    """Warnings that records let stand with a reason; they are not among the diagnostics."""

    def sound(self, strict: bool) -> bool:
        """Return whether it may be published; strictly means without an open warning too."""
        return not (self.diagnostics if strict else errors(self.diagnostics))


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    published: Published | None
    """None when nothing was published; the folder is then as it was."""


def examine(folder: Path, clock: Clock | None = None, jobs: int = 1) -> Examined:
    """Read, link and check the site in this folder; raise UsageError where there is none."""
    clock = clock or Clock()
    found = reading.look(folder)
    given = shares(found.records, jobs if len(found.records) >= FEW_FILES else 1)
    read = spread(partial(read_files, folder), given, jobs)
    files = together(clock.each("read", read, len(found.records), len))
    with clock.step("read"):
        records, faults = reading.assemble(folder, found, files)
    if records is None:
        return Examined(None, faults)
    with clock.step("link"):
        site, dangling = link(records)
    jobs = jobs if len(site.claims) >= FEW_CLAIMS else 1
    told = in_order(find_faults(site, clock, jobs))
    remaining, accepted = accept((*faults, *dangling, *told), site)
    shown = replace(site, standing=standing(remaining, accepted, site))
    return Examined(shown, remaining, accepted)


def find_faults(site: Site, clock: Clock, jobs: int) -> Iterator[Diagnostic]:
    """Yield what the rules find, of the claims in their order, and then of the whole site."""
    with clock.step("check"):
        ground = background(site)
    given = shares(list(site.claims), jobs)
    checked = spread(partial(check_claims, site.claims, ground), given, jobs)
    yield from chain(*together(clock.each("check", checked, len(site.claims), len)))
    with clock.step("check"):
        yield from tuple(check_site(site))


def read_files(folder: Path, files: Sequence[RecordFile]) -> list[Contents]:
    return [reading.read_file(folder, file) for file in files]


def check_claims(
    claims: Mapping[str, Claim], ground: Background, ids: Sequence[str]
) -> list[tuple[Diagnostic, ...]]:
    return [check_claim(claims[id], ground) for id in ids]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector away: what a build makes it needs, or drops without cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@uncollected()
def build(
    folder: Path,
    out: Path,
    *,
    strict: bool = False,
    own_templates: bool = True,
    untouched: bool = False,
    jobs: int = 1,
    clock: Clock | None = None,
) -> Built:
    """Publish the site of this folder into another; a single error publishes nothing.

    `untouched` says that the other folder is known to be as it was published; `clock` learns how
    far the build is and how long each step takes. Raises UsageError when there is no site, or when
    the output folder is not one to write into.
    """
    clock = clock or Clock()
    examined = examine(folder, clock, jobs)
    if examined.site is None or not examined.sound(strict):
        return Built(examined.site, examined.diagnostics, None)
    site = without_drafts(examined.site)
    jobs = jobs if len(site.claims) >= FEW_CLAIMS else 1
    try:
        theme = load_theme(folder / "templates" if own_templates else None)
        with clock.step("publish"):
            published, faults = publish(
                lambda put: produce(site, theme, put, jobs=jobs, clock=clock),
                out,
                digests=site.digests,
                keep_out=tuple(folder / name for name in EVIDENCE),
                untouched=untouched,
            )
    except BrokenTemplate as broken:
        return Built(site, (*examined.diagnostics, broken.diagnostic), None)
    return Built(site, (*examined.diagnostics, *faults), published)
