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
from factsheet.remembering import Question, Recalled, look, recall


@click.command()
@site_option
@click.option("-o", "--output", help="A folder, or an address (s3://…); default: site/ in --site.")
@strict_option
@format_option
@quiet_option
@jobs_option
@fresh_option
@click.option("--own-templates/--no-own-templates", default=True, help="Use the site's templates/.")
@click.option("--cluster", help="Let a cluster make the pages: its ADDRESS, or local:N.")
@click.option("--profile", is_flag=True, help="Tell how long each step took.")
def build(
    folder: Path,
    output: str | None,
    strict: bool,
    style: str,
    quiet: bool,
    jobs: int | None,
    fresh: bool,
    own_templates: bool,
    cluster: str | None,
    profile: bool,
) -> int:
    """Prove every quotation and publish the site; a single error publishes nothing."""
    begun = time.perf_counter()
    out = at(output) if output else folder / "site"
    words = ("build", str(strict), style, str(own_templates), out if isinstance(out, str) else "")
    asked = look(Question(folder, words, None if isinstance(out, str) else out), time.time_ns())
    known = Recalled() if isinstance(out, str) else recall(asked)
    answer = None if fresh or profile else known.answer
    if answer is None:
        from factsheet.cli import runs

        told = (strict, style, quiet, jobs, own_templates)
        answer = runs.build(asked, out, *told, known.untouched, fresh, profile, cluster)
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


def at(output: str) -> Path | str:
    """Return the folder that is named, or the address."""
    return output if "://" in output else Path(output)


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
