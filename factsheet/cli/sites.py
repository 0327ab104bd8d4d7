"""Commands over a whole site. What they said last time is said again without working it out."""

import time
from pathlib import Path

import click

from factsheet.cli.telling import (
    CLEAN,
    counted,
    format_option,
    fresh_option,
    jobs_option,
    quiet_option,
    say,
    say_report,
    site_option,
    strict_option,
)
from factsheet.remembering import Question, look, recall


@click.command()
@site_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: site/ in --site.")
@strict_option
@format_option
@quiet_option
@jobs_option
@fresh_option
@click.option("--own-templates/--no-own-templates", default=True, help="Use the site's templates/.")
@click.option("--profile", is_flag=True, help="Tell how long each step took.")
def build(
    folder: Path,
    output: Path | None,
    strict: bool,
    style: str,
    quiet: bool,
    jobs: int | None,
    fresh: bool,
    own_templates: bool,
    profile: bool,
) -> int:
    """Prove every quotation and publish the site; a single error publishes nothing."""
    begun = time.perf_counter()
    out = output or folder / "site"
    words = ("build", str(strict), style, str(own_templates))
    asked = look(Question(folder, words, out), time.time_ns())
    known = recall(asked)
    answer = None if fresh or profile else known.answer
    if answer is None:
        from factsheet.cli import runs

        told = (strict, style, quiet, jobs, own_templates)
        answer = runs.build(asked, *told, known.untouched, fresh, profile)
    say_report(answer.report, style, err=True)
    if quiet:
        return answer.exit
    if answer.exit != CLEAN:
        say(f"nothing published: {answer.summary}", err=True)
        return answer.exit
    seconds = time.perf_counter() - begun
    files = f"{counted(answer.files, 'file')} ({answer.written} written)"
    say(f"{out}: {files}, {answer.summary}, {seconds:.2f} s")
    return CLEAN


@click.command()
@site_option
@strict_option
@format_option
@quiet_option
@jobs_option
@fresh_option
def check(
    folder: Path, strict: bool, style: str, quiet: bool, jobs: int | None, fresh: bool
) -> int:
    """Tell every fault of the records, and write nothing."""
    asked = look(Question(folder, ("check", str(strict), style)), time.time_ns())
    answer = None if fresh else recall(asked).answer
    if answer is None:
        from factsheet.cli import runs

        answer = runs.check(asked, strict, style, quiet, jobs, fresh)
    say_report(answer.report, style, err=False)
    if not quiet and style == "text":
        say(answer.summary)
    return answer.exit
