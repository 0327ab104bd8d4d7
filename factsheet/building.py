"""The eight steps, in one direction: read, link, check, plan, render, export, publish, report.

`examine` takes the first three, `produce` the next three, `build` all but the last; the preview
calls the same functions and keeps what they return in memory.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from factsheet import reading
from factsheet.checking import check
from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic, errors
from factsheet.exports import EXPORTS
from factsheet.linking import link, without_drafts
from factsheet.model import Output, Site
from factsheet.pages import ClaimCard, claim_pages, list_pages, page_paths, setting
from factsheet.publishing import Published, publish, putting
from factsheet.rendering import BrokenTemplate, Theme, assets, card, load_theme, render

Outputs = Iterator[Output]

EVIDENCE = ("content", "seeds", "templates")


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


def examine(folder: Path, clock: Clock | None = None) -> Examined:
    """Read, link and check the site in this folder; raise UsageError where there is none."""
    clock = clock or Clock()
    with clock.step("read"):
        records, faults = reading.read(folder)
    if records is None:
        return Examined(None, faults)
    with clock.step("link"):
        site, dangling = link(records)
    found = tuple(clock.each("check", check(site)))
    remaining, accepted = accept((*faults, *dangling, *found), site)
    told = replace(site, standing=standing(remaining, accepted, site))
    return Examined(told, remaining, accepted)


def produce(site: Site, theme: Theme, clock: Clock | None = None) -> Outputs:
    """Yield every file of the site; the same site and theme give the same bytes."""
    clock = clock or Clock()
    with clock.step("plan"):
        lent = setting(site)
    cards: dict[str, ClaimCard] = {}
    for page in clock.each("plan", claim_pages(site, lent, site.claims)):
        with clock.step("render"):
            cards[page.whole.id] = card(page, theme)
            output = render(page, theme)
        yield output
    lists = clock.each("plan", list_pages(site, lent, cards, frozenset(page_paths(site))))
    yield from clock.each("render", (render(page, theme) for page in lists))
    yield from assets(theme)
    for export in EXPORTS:
        yield from clock.each("export", export(site))


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
    watch: Callable[[Outputs], Outputs] = iter,
    clock: Clock | None = None,
) -> Built:
    """Publish the site of this folder into another; a single error publishes nothing.

    `watch` sees every output on its way, for progress; `clock` learns how long each step takes.
    Raises UsageError when there is no site, or when the output folder is not one to write into.
    """
    clock = clock or Clock()
    examined = examine(folder, clock)
    if examined.site is None or not examined.sound(strict):
        return Built(examined.site, examined.diagnostics, None)
    site = without_drafts(examined.site)
    try:
        theme = load_theme(folder / "templates" if own_templates else None)
        outputs = watch(produce(site, theme, clock))
        keep_out = tuple(folder / name for name in EVIDENCE)
        with clock.step("publish"):
            work = putting(outputs)
            published, faults = publish(work, out, digests=site.digests, keep_out=keep_out)
    except BrokenTemplate as broken:
        return Built(site, (*examined.diagnostics, broken.diagnostic), None)
    return Built(site, (*examined.diagnostics, *faults), published)
