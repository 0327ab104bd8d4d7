"""A source is linked when its archived article is there, unchanged, and as its record says."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic
from factsheet.linking.proofs import SourceProof
from factsheet.linking.references import Register
from factsheet.model import Article, Exclusion, Source, SourceRecord, Span
from factsheet.spelling import suggestion

Line = tuple[str, Span]


def link_source(
    record: SourceRecord,
    articles: Mapping[str, Article],
    register: Register,
    before: Source | None = None,
    sound: bool = False,
    proof: SourceProof | None = None,
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the source with its article, or None and what is wrong with it.

    The source as it was `before` is returned where record and article are the same objects. If all
    was `sound` then, what they say of each other is as well; so it is where a `proof` of the record
    holds.
    """
    wrong = register.unknown("entity", record.via, record.place, "via")
    article = articles.get(record.text)
    if article is None:
        if ("article", record.text) not in register.unread:
            wrong.append(article_missing(record))
        return None, tuple(wrong)
    if article.sha256 != record.sha256:
        return None, (*wrong, article_changed(record, article))
    kept = before if before and before.record is record and before.article is article else None
    if kept and sound:
        return kept, tuple(wrong)
    excluded, faults = (proof.excluded, ()) if proof else exclusions(record, article)
    return kept or Source(record, article, excluded), (*wrong, *faults)


def exclusions(
    record: SourceRecord, article: Article
) -> tuple[tuple[Span, ...], tuple[Diagnostic, ...]]:
    """Return where the file is not the article's words, and what the record says that is not so."""
    if not (record.not_article or record.sic):
        return (), ()
    lines = lines_of(article.text) if record.not_article else ()
    wrong: list[Diagnostic] = []
    spans: list[Span] = []
    for exclusion in record.not_article:
        found = excluded_lines(exclusion, lines)
        spans.extend(found)
        if not found:
            wrong.append(line_not_found(exclusion, record, lines))
    return merged(spans), (*wrong, *sic_not_found(record, article.text))


def article_missing(record: SourceRecord) -> Diagnostic:
    return Diagnostic(
        "article-missing",
        f"seeds/{record.text} is not there, so no quotation from it can be checked",
        record.place.at("text"),
        mend="put the article's file back into seeds/, or name the file that is there",
    )


def article_changed(record: SourceRecord, article: Article) -> Diagnostic:
    return Diagnostic(
        "article-changed",
        f"seeds/{record.text} is not the file that this record was made from",
        record.place.at("sha256"),
        notes=(f"recorded: {record.sha256}", f"the file:  {article.sha256}"),
        mend="bring the article's file back as it was (articles are never edited)",
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Return each line without surrounding white space, and where it stands (end included)."""
    found: list[Line] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        found.append((line.strip(), (begin, begin + len(line))))
        begin += len(line)
    return tuple(found)


def excluded_lines(exclusion: Exclusion, lines: tuple[Line, ...]) -> tuple[Span, ...]:
    """Return what an entry of `not-article` covers: every such line, or one run of lines."""
    if exclusion.last in ("", exclusion.first):
        return tuple(span for line, span in lines if line == exclusion.first.strip())
    starts = (n for n, (line, _) in enumerate(lines) if line.startswith(exclusion.first.strip()))
    first = next(starts, None)
    if first is None:
        return ()
    last = last_line(exclusion.last.strip(), first, lines)
    return ((lines[first][1][0], lines[last][1][1]),) if last is not None else ()


def last_line(words: str, first: int, lines: tuple[Line, ...]) -> int | None:
    if words == "end":
        return len(lines) - 1
    return next((n for n in range(first, len(lines)) if lines[n][0].startswith(words)), None)


def line_not_found(
    exclusion: Exclusion, record: SourceRecord, lines: tuple[Line, ...]
) -> Diagnostic:
    """Return the fault of an entry that covers nothing: no such line, or none after the first."""
    texts = [line for line, _ in lines]
    begun = next((n for n, t in enumerate(texts) if t.startswith(exclusion.first.strip())), None)
    words, key, where = exclusion.first, "from", ""
    if exclusion.last and begun is not None:
        words, key, where, texts = exclusion.last, "to", " after the first one", texts[begun:]
    return Diagnostic(
        "line-not-found",
        f"seeds/{record.text} has no line like this{where}",
        exclusion.place.at(key) if exclusion.last else exclusion.place,
        mend=suggestion(words, filter(None, texts))
        or "copy the whole line from the article's file",
    )


def sic_not_found(record: SourceRecord, text: str) -> Iterator[Diagnostic]:
    for sic in record.sic:
        if sic.words not in text:
            yield Diagnostic(
                "sic-not-found",
                f"`{sic.words}` does not stand in seeds/{record.text}",
                replace(sic.place, on_key=True),
                mend="copy the wrong words from the article exactly as they stand there",
            )


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, with those that touch or overlap made one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)
