"""How far the work is: drafts, reviews, warnings, and what of each article no claim rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from factsheet.coverage import coverage
from factsheet.diagnostics import Diagnostic
from factsheet.inquiries.answers import counted, shortened
from factsheet.linking import without_drafts
from factsheet.model import Site, Source, Span


class Sentence(Struct, frozen=True):
    """A sentence of an article that no claim rests on."""

    line: int
    """Of the file in `seeds/`, from 1."""
    span: Span
    text: str


class ArticleCoverage(Struct, frozen=True):
    """How much of an article claims rest on."""

    source: str
    file: str
    """Path in the site's folder."""
    sentences: int
    resting: int
    """Sentences that at least one claim rests on."""
    untouched: tuple[Sentence, ...]


class FileWarnings(Struct, frozen=True):
    """How many warnings stand in a file."""

    file: str
    warnings: int


class Status(Struct, frozen=True):
    """The state of a site; ids in the order of the files."""

    claims: int
    """Without drafts."""
    drafts: tuple[str, ...]
    unreviewed: tuple[str, ...]
    """Claims, without drafts, that nobody is recorded to have gone through."""
    unused_sources: tuple[str, ...]
    errors: int
    warnings: tuple[FileWarnings, ...]
    coverage: tuple[ArticleCoverage, ...]


def status(site: Site, diagnostics: Iterable[Diagnostic]) -> Status:
    """Return the state of a site, given what its checks found; drafts cover nothing."""
    found = tuple(diagnostics)
    public = without_drafts(site)
    warnings = Counter(fault.place.file for fault in found if fault.severity == "warning")
    return Status(
        claims=len(public.claims),
        drafts=tuple(id for id in site.claims if id not in public.claims),
        unreviewed=tuple(id for id, c in public.claims.items() if c.record.reviewed is None),
        unused_sources=tuple(id for id, pairs in public.cited_by.items() if not pairs),
        errors=sum(fault.severity == "error" for fault in found),
        warnings=tuple(FileWarnings(file, number) for file, number in sorted(warnings.items())),
        coverage=tuple(article_coverage(public, source) for source in public.sources.values()),
    )


def article_coverage(site: Site, source: Source) -> ArticleCoverage:
    cited = (s for _, citation in site.cited_by[source.id] for s in citation.passage.spans)
    found = coverage(source, cited)
    return ArticleCoverage(
        source=source.id,
        file=f"seeds/{source.record.text}",
        sentences=len(found.sentences),
        resting=found.resting,
        untouched=tuple(sentence(source.text, span) for span in found.untouched),
    )


def sentence(text: str, span: Span) -> Sentence:
    begin, end = span
    return Sentence(text.count("\n", 0, begin) + 1, span, text[begin:end])


def as_text(found: Status) -> str:
    """Return the state in words."""
    return "\n".join(lines(found))


def lines(found: Status) -> Iterator[str]:
    yield f"{counted(found.claims, 'claim')}, {counted(len(found.drafts), 'draft')}"
    yield from (f"  draft: {id}" for id in found.drafts)
    yield f"{len(found.unreviewed)} of {counted(found.claims, 'claim')} not reviewed"
    yield from (f"no claim rests on the source {id}" for id in found.unused_sources)
    warnings = sum(file.warnings for file in found.warnings)
    yield f"{counted(found.errors, 'error')}, {counted(warnings, 'warning')}"
    yield from (f"  {file.file}: {counted(file.warnings, 'warning')}" for file in found.warnings)
    for article in found.coverage:
        yield from coverage_lines(article)


def coverage_lines(article: ArticleCoverage) -> Iterator[str]:
    ending = "; none on:" if article.untouched else ""
    yield (
        f"\n{article.source}: claims rest on {article.resting} of"
        f" {counted(article.sentences, 'sentence')}{ending}"
    )
    for sentence in article.untouched:
        yield f"  {article.file}:{sentence.line}  “{shortened(sentence.text)}”"
