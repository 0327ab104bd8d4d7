"""The work of a build and of a check, and what is said of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from factsheet import building
from factsheet.building import Built, Hire, uncollected
from factsheet.checking import SiteFacts
from factsheet.cli.progress import Bar
from factsheet.cli.telling import CLEAN, FAULTS, counted, say, tally
from factsheet.clock import Clock
from factsheet.examining import NOTHING, Checked, Examined, Sound, examine
from factsheet.jobs import cores
from factsheet.linking import UNPROVED, Proofs, proofs_of
from factsheet.reading import Contents
from factsheet.reading.rereading import (
    Fingerprint,
    Kept,
    articles_to_keep,
    kept_files,
    records_to_keep,
)
from factsheet.remembering import (
    NOTHING_MADE,
    Answer,
    Look,
    Made,
    Question,
    keep,
    recall_made,
    remember,
    remember_made,
    take,
)
from factsheet.reporting import report


@uncollected()
def build(
    asked: Look,
    out: Path | str,
    strict: bool,
    style: str,
    quiet: bool,
    jobs: int | None,
    own_templates: bool,
    untouched: bool,
    fresh: bool,
    profile: bool,
    cluster: str | None,
) -> Answer:
    """Build the site that was looked at, and remember what is to be said when it was published."""
    folder = asked.question.folder
    with timed(quiet) as clock, hiring(cluster) as hire:
        built = building.build(
            folder,
            out,
            strict=strict,
            own_templates=own_templates,
            made=replace(known(asked, fresh), untouched=untouched and not fresh),
            before=NOTHING if fresh else last_examined(folder),
            jobs=jobs or cores(),
            hire=hire,
            clock=clock,
        )
    remember_made(asked.question, replace(built.made, untouched=False))
    remember_examined(folder, built.examined)
    told = report(built.diagnostics, folder, style)
    if profile:
        say(clock.table().removesuffix("\n"), err=True)
    if built.published is None or built.site is None:
        return Answer(told, tally(built.diagnostics), FAULTS)
    answer = Answer(told, summary(built), CLEAN, built.published.files)
    if asked.question.out:
        remember(asked, answer)
    return replace(answer, written=built.published.written)


@uncollected()
def check(
    asked: Look, strict: bool, style: str, quiet: bool, jobs: int | None, fresh: bool
) -> Answer:
    """Check the records that were looked at, and remember what is to be said."""
    folder = asked.question.folder
    made = known(asked, fresh)
    with timed(quiet) as clock:
        sound = Sound(made.ground, made.claims)
        before = NOTHING if fresh else last_examined(folder)
        examined = examine(folder, clock, jobs or cores(), before, sound)
    found = examined.checked.sound
    remember_made(asked.question, Made(ground=found.ground, claims=found.claims))
    remember_examined(folder, examined)
    answer = Answer(
        report(examined.diagnostics, folder, style),
        tally(examined.diagnostics, len(examined.accepted)),
        CLEAN if examined.sound(strict) else FAULTS,
    )
    remember(asked, answer)
    return answer


def known(asked: Look, fresh: bool) -> Made:
    """Return what the last run of the same question made, unless a fresh one is asked for."""
    return NOTHING_MADE if fresh else recall_made(asked.question)


def last_examined(folder: Path) -> Examined:
    """Return what is kept of the last examination of a site, whatever it was asked for."""
    of_site = Question(folder, ("examined",))
    records = take(of_site, "records", Kept[Contents])
    articles = take(of_site, "articles", Kept[Fingerprint])
    proofs = next(iter(take(of_site, "proofs", Proofs)), UNPROVED)
    facts = next(iter(take(of_site, "facts", SiteFacts)), SiteFacts())
    files, checked = kept_files(folder, records, articles), Checked(facts=facts)
    return replace(NOTHING, files=files, proofs=proofs, checked=checked)


def remember_examined(folder: Path, examined: Examined) -> None:
    """Keep what an examination read, proved and noted; nothing, where no site could be read."""
    if examined.site is not None:
        of_site = Question(folder, ("examined",))
        keep(of_site, "records", records_to_keep(examined.files))
        keep(of_site, "articles", articles_to_keep(examined.files))
        keep(of_site, "proofs", [proofs_of(examined.site, examined.diagnostics)])
        keep(of_site, "facts", [examined.checked.facts])


@contextmanager
def hiring(cluster: str | None) -> Iterator[Hire | None]:
    """Lend whom a build may hire on a cluster; nobody, where none is named."""
    if cluster is None:
        yield None
        return
    from factsheet.cluster import hired

    with hired(cluster) as found:
        yield found.hire


@contextmanager
def timed(quiet: bool) -> Iterator[Clock]:
    """Lend a clock that shows how far the run is, where somebody looks at a terminal."""
    if quiet or not sys.stderr.isatty():
        yield Clock()
        return
    bar = Bar()
    try:
        yield Clock(bar.watch)
    finally:
        bar.close()


def summary(built: Built) -> str:
    """Return what a site holds, in words."""
    site = built.site
    assert site is not None, "told of sites that were published"
    cites = sum(len(claim.cites) for claim in site.claims.values())
    return (
        f"{counted(len(site.claims), 'claim')}, {counted(cites, 'quotation')} found in "
        f"{counted(len(site.sources), 'article')}, {tally(built.diagnostics)}"
    )
