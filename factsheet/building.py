"""The eight steps, in one direction: read, link, check, plan, render, export, publish, report.

`examining` takes the first three, `producing` the next three, `build` all but the last; the
preview calls the same functions and keeps what they return in memory.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic
from factsheet.examining import FEW_CLAIMS, examine
from factsheet.linking import without_drafts
from factsheet.model import Site
from factsheet.producing import produce
from factsheet.publishing import Published, publish
from factsheet.rendering import BrokenTemplate, load_theme

EVIDENCE = ("content", "seeds", "templates")


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    published: Published | None
    """None when nothing was published; the folder is then as it was."""


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
