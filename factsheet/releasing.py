"""A site as readers are given it, in the form that a release keeps."""

from decimal import Decimal

from factsheet.model import Claim, Figure, Site
from factsheet.releases import Release, ReleasedCitation, ReleasedClaim, ReleasedFigure


def release_of(site: Site) -> Release:
    """Return what readers are given of this site; drafts are not."""
    claims = (site.claims[id] for id in sorted(site.claims))
    return Release(
        claims=tuple(released(claim) for claim in claims if claim.record.status != "draft"),
        topics=tuple(sorted(site.topics)),
        sources=tuple(sorted(site.sources)),
        entities=tuple(sorted(site.entities)),
    )


def released(claim: Claim) -> ReleasedClaim:
    """Return the claim in the form that a release keeps."""
    record = claim.record
    return ReleasedClaim(
        id=record.id,
        file=record.place.file,
        claim=one_line(record.claim),
        kind=record.kind,
        status=record.status,
        corrections=len(record.corrections),
        cites=tuple(
            ReleasedCitation(c.source.id, c.record.relation, one_line(c.passage.quote))
            for c in claim.cites
        ),
        figures=tuple(map(released_figure, record.figures)),
    )


def released_figure(figure: Figure) -> ReleasedFigure:
    return ReleasedFigure(
        name=one_line(figure.name),
        value=amount(figure),
        unit=figure.unit,
        per=figure.per,
        period=figure.period.text if figure.period else "",
        counted_by=figure.counted_by,
    )


def amount(figure: Figure) -> str:
    """Return the number in words: `460,000`, `at least 788,000`, `about 6,500`, `40 to 60`.

    However the record spells a number (`1.50`, `1.5`), the same number gives the same words.
    """
    about = "about " if figure.approximate else ""
    for bound, value in (
        ("", figure.value),
        ("at least ", figure.at_least),
        ("at most ", figure.at_most),
    ):
        if value is not None:
            return f"{about}{bound}{digits(value)}"
    ends = (digits(value) for value in (figure.lower, figure.upper) if value is not None)
    return about + " to ".join(ends)


def digits(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def one_line(text: str) -> str:
    return " ".join(text.split())
