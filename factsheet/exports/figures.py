"""data/figures.csv: every figure of every claim (RFC 4180, UTF-8), for whoever has a spreadsheet.

Numbers are written without separators, dates as EDTF, a list with `; ` between its parts. A cell
that a spreadsheet could take for a formula has a ' before it; data/claims.json has the exact text.
"""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO, TextIOWrapper

from factsheet.addresses import FIGURES_CSV, claim_page, passage_href
from factsheet.model import Output, Site
from factsheet.origins import articles, origins
from factsheet.tallies import Tally, tallies

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[^\S\t\r]*[\t\r]")
"""What a spreadsheet may compute: one of the signs at the start of a cell, or of a line in it."""
LINE_END = re.compile(r"[\n\r]")

COLUMNS = (
    *("claim_id", "url", "claim", "status", "name"),
    *("value", "at_least", "at_most", "from", "to", "approximate", "unit", "per", "period"),
    *("counted_by", "counted_by_name", "words", "passage"),
    *("articles", "origins", "origin_names"),
    *("not_comparable_to", "not_comparable_because"),
)


def figures_csv(site: Site) -> Iterator[Output]:
    """Yield the one file: a line a figure, by who counted and then by what time."""
    file = BytesIO()
    text = TextIOWrapper(file, "utf-8", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow(COLUMNS)
    for tally in tallies(site):
        lines.writerow(map(safe, _cells(tally)))
    yield Output(FIGURES_CSV, file.getvalue())


def safe(cell: str) -> str:
    """Return the cell, with a ' before it when a spreadsheet could take it for a formula."""
    if cell[:1].isalnum() and cell.isprintable():  # neither a sign nor a second line
        return cell
    if FORMULA.match(cell):
        return f"'{cell}"
    for end in LINE_END.finditer(cell):
        if FORMULA.match(cell, end.end()):
            return f"'{cell}"
    return cell


def _cells(tally: Tally) -> tuple[str, ...]:
    """Return the cells in the order of the columns."""
    claim, figure, citation = tally.claim, tally.figure, tally.citation
    numbers = (figure.value, figure.at_least, figure.at_most, figure.lower, figure.upper)
    names = origins(claim)
    return (
        *(claim.id, claim_page(claim.id), claim.plain, claim.record.status),
        figure.name,
        *(_digits(number) for number in numbers),
        "yes" if figure.approximate else "no",
        figure.unit,
        figure.per,
        figure.period.text if figure.period else "",
        figure.counted_by,
        tally.counted_by.name if tally.counted_by else "",
        figure.words,
        passage_href(citation.source.id, claim.id, citation.number),
        str(articles(claim)),
        str(len(names)),
        "; ".join(names.values()),
        "; ".join(one.claim.id for one in tally.apart),
        "; ".join(one.because for one in tally.apart),
    )


def _digits(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
