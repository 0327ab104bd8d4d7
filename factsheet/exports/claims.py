"""data/claims.json: every claim with its passages.

Keys that have nothing to say are left out; lists are there even when they are empty. A figure has
`value`, or `from` and `to`; `at_least` makes its value a lower bound, and `at_most`, which is
there only then, an upper one. Spans are code points into the article's archived text, half-open.
Dates are EDTF, level 0 and 1.
"""

from collections.abc import Iterator

from factsheet.addresses import CLAIMS_JSON, claim_page, passage_href
from factsheet.exports.json_files import (
    NOTHING_BEFORE,
    Before,
    Json,
    encode,
    known_lines,
    number,
    said,
)
from factsheet.model import Citation, Claim, Figure, Output, Site
from factsheet.origins import origins


def claims_json(site: Site, before: Before = NOTHING_BEFORE) -> Iterator[Output]:
    """Yield the one file: all claims of the site, whatever their status, sorted by id."""
    known = known_lines(CLAIMS_JSON, before, claim_page)
    body = encode("claims", sorted(site.claims), lambda id: _claim(site.claims[id]), known)
    yield Output(CLAIMS_JSON, body)


def _claim(claim: Claim) -> dict[str, Json]:
    record = claim.record
    return said(
        {
            "id": record.id,
            "url": claim_page(record.id),
            "claim": claim.plain,
            "kind": record.kind,
            "status": record.status,
            "topics": list(record.topics),
            "said_by": record.said_by,
            "when": record.when.text if record.when else "",
            "cites": [_citation(record.id, citation) for citation in claim.cites],
            "figures": [_figure(figure) for figure in record.figures],
            "inferred": [{"what": i.what, "because": i.because} for i in record.inferred],
            "origins": list(origins(claim)),
        }
    )


def _citation(claim_id: str, citation: Citation) -> dict[str, Json]:
    return {
        "source": citation.source.id,
        "relation": citation.record.relation,
        "via": [entity.id for entity in citation.via],
        "href": passage_href(citation.source.id, claim_id, citation.number),
        "quote": citation.passage.quote,
        "spans": [[start, end] for start, end in citation.passage.spans],
    }


def _figure(figure: Figure) -> dict[str, Json]:
    return said(
        {
            **_amount(figure),
            "unit": figure.unit,
            "per": figure.per,
            "at_least": figure.at_least is not None,
            "approximate": figure.approximate,
            **({"at_most": True} if figure.at_most is not None else {}),
            "name": figure.name,
            "words": figure.words,
            "period": figure.period.text if figure.period else "",
            "counted_by": figure.counted_by,
        }
    )


def _amount(figure: Figure) -> dict[str, Json]:
    """Return the one value, whatever bound it is, or the two ends of a range."""
    for value in (figure.value, figure.at_least, figure.at_most):
        if value is not None:
            return {"value": number(value)}
    ends = (("from", figure.lower), ("to", figure.upper))
    return {key: number(value) for key, value in ends if value is not None}
