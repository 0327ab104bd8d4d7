"""The eight steps, in one direction: read, link, check, plan, render, export, publish, report.

`examining` takes the first three, `producing` the next three, `build` all but the last; the
preview calls the same functions and keeps what they return in memory.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple, replace

from factsheet.addresses import CLAIMS_JSON, MANIFEST, SOURCES_JSON, source_page
from factsheet.clock import Clock
from factsheet.diagnostics import Diagnostic
from factsheet.examining import NOTHING, Examined, Sound, examine
from factsheet.exports import Before
from factsheet.linking import without_drafts
from factsheet.model import Site
from factsheet.pages import Use, page_stamps, setting
from factsheet.producing import Crew, Press, produce, with_uses
from factsheet.publishing import Placed, Published, Stage, Work, publish
from factsheet.remembering import NOTHING_MADE, Made
from factsheet.rendering import BrokenTemplate, load_theme

EVIDENCE = ("content", "seeds", "templates")

Hire = Callable[[Stage], AbstractContextManager[Crew]]
"""Lends who makes the files that are put on a stage."""


class Built(Struct, frozen=True):
    """What came of a build."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    published: Published | None
    """None when nothing was published; the folder is then as it was."""
    made: Made = NOTHING_MADE
    """What a later build may rely on."""
    examined: Examined = NOTHING
    """The site with its drafts, and what a later examination takes over."""


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
    out: Path | str,
    *,
    strict: bool = False,
    own_templates: bool = True,
    made: Made = NOTHING_MADE,
    before: Examined = NOTHING,
    jobs: int = 1,
    hire: Hire | None = None,
    clock: Clock | None = None,
) -> Built:
    """Publish the site of this folder into another or at an address; one error publishes nothing.

    `made` is what an earlier build of the same tool left there, `before` what it examined; `clock`
    learns how far the build is; whom it may `hire` makes the pages, else `jobs` processes of this
    machine. Raises UsageError when there is no site, or when the output folder is not one to use.
    """
    clock = clock or Clock()
    examined = examine(folder, clock, jobs, before, sound=Sound(made.ground, made.claims))
    sound = examined.checked.sound
    made = replace(made, ground=sound.ground, claims=sound.claims)
    if examined.site is None or not examined.sound(strict):
        return Built(examined.site, examined.diagnostics, None, made, examined)
    site = without_drafts(examined.site)
    try:
        with clock.step("plan"):
            theme = load_theme(folder / "templates" if own_templates else None)
            press = Press(site, theme, setting(site))
            stamps = page_stamps(site, press.lent, examined.checked.stamps, theme.digest)
            press = with_uses(press, known_uses(made, stamps), jobs)
        work = partial(printed, press, made, stamps, jobs, hire, clock)
        with clock.step("publish"):
            published, faults = publish_at(out, work, folder, site.digests, made.untouched)
    except BrokenTemplate as broken:
        return Built(site, (*examined.diagnostics, broken.diagnostic), None, made, examined)
    if published is not None and isinstance(out, Path):
        made = now_made(made, digest_of(out / MANIFEST), stamps, press.lent.uses)
    return Built(site, (*examined.diagnostics, *faults), published, made, examined)


def printed(
    press: Press,
    made: Made,
    stamps: Mapping[str, str],
    jobs: int,
    hire: Hire | None,
    clock: Clock,
    stage: Stage,
) -> Iterator[Placed]:
    """Yield every file of the site, put on the stage or kept there."""
    kept = standing(stage, made, stamps)
    press = replace(press, before=published_data(stage, kept))
    with hire(stage) if hire else nullcontext() as crew:
        yield from produce(press, stage.put, kept=kept, jobs=jobs, crew=crew, clock=clock)


def publish_at(
    out: Path | str, work: Work, folder: Path, digests: Mapping[str, str], untouched: bool
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """Publish what is made of this folder in another, or at an address."""
    if isinstance(out, Path):
        keep_out = tuple(folder / name for name in EVIDENCE)
        return publish(work, out, digests=digests, keep_out=keep_out, untouched=untouched)
    from factsheet.publishing.remote import publish_remote  # most builds need not load it

    return publish_remote(work, out, digests=digests)


def now_made(made: Made, manifest: str, stamps: Mapping[str, str], uses: Mapping[str, Use]) -> Made:
    """Return what a later build may rely on, when these pages were published."""
    kept = {id: astuple(use) for id, use in uses.items()}
    return replace(made, manifest=manifest, pages=stamps, uses=kept)


def known_uses(made: Made, stamps: Mapping[str, str]) -> dict[str, Use]:
    """Return by source id what is used of those sources whose pages are made from the same."""
    return {
        id: Use(*use)
        for id, use in made.uses.items()
        if (page := source_page(id)) in stamps and stamps[page] == made.pages.get(page)
    }


def published_data(stage: Stage, kept: Mapping[str, Placed]) -> Before:
    """Return what stands of the data files, lines of those records whose pages stand too."""
    old = stage.old
    files = {path: old.files[path] for path in (CLAIMS_JSON, SOURCES_JSON) if path in old.files}
    return Before(old.folder, files, frozenset(kept))


def standing(stage: Stage, made: Made, stamps: Mapping[str, str]) -> dict[str, Placed]:
    """Return the pages that stand in the published folder just as they would be made."""
    if not made.manifest or made.manifest != digest_of(stage.old.folder / MANIFEST):
        return {}
    same = (path for path, stamp in stamps.items() if made.pages.get(path) == stamp)
    return {path: placed for path in same if (placed := stage.keep(path))}


def digest_of(file: Path) -> str:
    """Return the sha256 of a file's bytes; nothing, where there is none."""
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
