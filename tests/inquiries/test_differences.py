from msgspec.structs import replace

from factsheet.inquiries.differences import as_text, difference, summary
from factsheet.releases import Release, ReleasedCitation, ReleasedClaim, ReleasedFigure

CITE = ReleasedCitation("post", "supports", "Some 460,000 people came.")


def claim(id: str, value: str = "460,000", corrections: int = 0) -> ReleasedClaim:
    figures = (ReleasedFigure("people", value),)
    return ReleasedClaim(
        id, "content/claims/a.yaml", f"About {id}.", "figure", "published", corrections, (CITE,),
        figures,
    )  # fmt: skip


BEFORE = Release(
    claims=(claim("corrected"), claim("gone"), claim("same"), claim("silent"), claim("withdrawn")),
    topics=("trade",),
    sources=("post",),
    entities=("cbp",),
)
AFTER = Release(
    claims=(
        claim("corrected", "461,000", 1),
        claim("new"),
        claim("same"),
        claim("silent", "461,000"),
        replace(claim("withdrawn", "1", 1), status="withdrawn"),
    ),
    topics=("rail", "trade"),
    sources=("post",),
)


def test_difference_is_told_in_words() -> None:
    first, *rest = as_text(difference(BEFORE, AFTER), "v1").splitlines()
    assert first == (
        "since v1: 3 claims changed, 1 without a correction note, 1 claim new, 1 claim gone, "
        "1 other record new, 1 other record gone"
    )
    assert rest == [
        "claim corrected: one figure changed: 460,000 → 461,000, with a correction note",
        "claim silent: one figure changed: 460,000 → 461,000, no correction note",
        "claim withdrawn: 2 changes, with a correction note",
        "  one figure changed: 460,000 → 1",
        "  the status changed: published → withdrawn",
        "claim new: new: About new.",
        "claim gone: gone; it stood in content/claims/a.yaml: About gone.",
        "topic rail: new",
        "entity cbp: gone",
    ]


def test_kind_alone_asks_for_no_note() -> None:
    after = Release(claims=(replace(claim("a"), kind="event"),))
    found = difference(Release(claims=(claim("a"),)), after)
    assert as_text(found, "v1").splitlines()[1] == "claim a: the kind changed: figure → event"


def test_nothing_changed() -> None:
    found = difference(BEFORE, BEFORE)
    assert summary(found) == "nothing changed for readers"
    assert found == difference(Release(), Release())
