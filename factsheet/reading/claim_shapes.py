"""The file format of claims."""

from typing import get_args

from factsheet.model import (
    CitationRecord,
    ClaimRecord,
    Correction,
    Figure,
    Inference,
    Kind,
    Link,
    Relation,
    RelationRecord,
    Status,
)
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Many, Values, may, must, shape
from factsheet.reading.site_shapes import ACCEPTED, REVIEWED
from factsheet.reading.values import (
    BOOLEAN,
    CLAIM_ID,
    DATE,
    ENTITY_ID,
    MARKDOWN,
    NUMBER,
    OWN_ID,
    POSITION,
    SOURCE_ID,
    TEXT,
    TOPIC_ID,
    one_of,
)

LINKS: dict[str, Link] = {link.replace("-", "_"): link for link in get_args(Link)}
"""By the field that a key becomes."""
NEED_REASON: tuple[Link, ...] = ("disputes", "not-comparable-to")
NUMBERS = ("value", "at_least", "at_most", "lower")


def check_number(values: Values) -> None:
    """Refuse a figure with no number, with several, or with half a range."""
    lower, upper = values.get("lower"), values.get("upper")
    if (lower is None) != (upper is None):
        raise Refusal("missing-key", "`from` and `to` stand together", "give both ends")
    given = sum(number in values for number in NUMBERS)
    choice = "value, at-least, at-most, or from with to"
    if not given:
        raise Refusal("missing-key", "the figure has no number", f"give one of {choice}")
    if given > 1:
        raise Refusal("bad-value", "the figure has several numbers", f"keep one of {choice}")
    if lower is not None and upper is not None and lower > upper:
        raise Refusal("bad-number", f"the range runs from {lower} down to {upper}", "exchange them")


def check_link(values: Values) -> None:
    """Refuse a relation that names no claim or several, or that lacks its reason."""
    links = [link for field, link in LINKS.items() if field in values]
    if not links:
        raise Refusal(
            "missing-key",
            "the relation names no claim",
            f"give one of {', '.join(LINKS.values())}, with the id of the claim",
        )
    if len(links) > 1:
        raise Refusal(
            "bad-value",
            f"the relation has several links: {', '.join(links)}",
            "make an entry of each",
        )
    if links[0] in NEED_REASON and "because" not in values:
        raise Refusal(
            "missing-key",
            f"`{links[0]}` needs `because` beside it",
            "add because: with the reason",
        )


def link_and_claim(values: Values) -> Values:
    """Return link and claim as two fields: in the record, one is the key of the other."""
    ((field, claim),) = ((field, values[field]) for field in LINKS if field in values)
    return {"link": LINKS[field], "claim": claim, "because": values.get("because", "")}


CITATION = shape(
    "Citation",
    CitationRecord,
    "A passage that the claim rests on.",
    must(
        "source", SOURCE_ID, "The source: the name of its file in content/sources/ without .yaml."
    ),
    must("quote", TEXT, "The article's exact words; […] marks words left out."),
    may("relation", one_of(get_args(Relation)), "How the passage bears on the claim."),
    may("via", Many(ENTITY_ID), "Who said it and who reported it; the first is the origin."),
    may(
        "occurrence",
        POSITION,
        "Which one is meant, from 1, when the words stand there more than once.",
    ),
    may("note", MARKDOWN, "A note for readers. Markdown."),
)

FIGURE = shape(
    "Figure",
    Figure,
    "A number that the claim gives.",
    must("name", TEXT, "What is counted."),
    must("words", TEXT, "The words in the quotation that say so."),
    may("value", NUMBER, "The number, digits only."),
    may("at-least", NUMBER, "The number, where the words say “more than” or “at least”."),
    may("at-most", NUMBER, "The number, where the words say “up to” or “at most”."),
    may("from", NUMBER, "The lower end of a range.", field="lower"),
    may("to", NUMBER, "The upper end of a range.", field="upper"),
    may("approximate", BOOLEAN, "true where the words say “about”."),
    may("unit", TEXT, "What one of them is: USD, people, percent."),
    may("per", TEXT, "day, week, month, year."),
    may("period", DATE, "The time that the number covers."),
    may("counted-by", ENTITY_ID, "Who counted."),
    check=check_number,
)

INFERENCE = shape(
    "Inference",
    Inference,
    "A part of the claim that stands in none of its quotations.",
    must("what", TEXT, "The part: a number, date or name as the record has it."),
    must("because", TEXT, "How it follows."),
)

BEARING = shape(
    "Bearing",
    RelationRecord,
    "How the claim bears on another: one link, and the reason.",
    may("updates", CLAIM_ID, "The claim that this one brings up to date."),
    may("corrects", CLAIM_ID, "The claim that this one sets right."),
    may("disputes", CLAIM_ID, "The claim that this one contradicts; say why."),
    may("qualifies", CLAIM_ID, "The claim that this one limits."),
    may("fulfils", CLAIM_ID, "The plan that this claim tells the outcome of."),
    may("not-comparable-to", CLAIM_ID, "The claim whose figure measures something else; say why."),
    may("because", TEXT, "The reason."),
    check=check_link,
    arrange=link_and_claim,
)

CORRECTION = shape(
    "Correction",
    Correction,
    "What the record said before, and why it was changed.",
    must("date", DATE, "The day of the correction."),
    must("was", TEXT, "What it said before."),
    must("because", TEXT, "Why it was changed."),
)

CLAIM = shape(
    "Claim",
    ClaimRecord,
    "A sentence of the editors, with the words that it rests on.",
    must(
        "id",
        OWN_ID,
        "Its permanent name: a-z, 0-9 and hyphens; never used again for another claim.",
    ),
    must("claim", MARKDOWN, "The sentence. Markdown, inline only."),
    must(
        "kind",
        one_of(get_args(Kind)),
        "What sort of claim it is; statement and opinion must have said-by.",
    ),
    must("cites", Many(CITATION, least=1), "The passages it rests on; at least one."),
    may("topics", Many(TOPIC_ID), "The topics whose pages show it."),
    may("said-by", ENTITY_ID, "Who says so."),
    may("about", Many(ENTITY_ID), "Whom or what it is about."),
    may("when", DATE, "When it happened: 2023-12-22, 2023-09, 2023-12-18/2023-12-22, 2023-12~."),
    may("figures", Many(FIGURE), "The numbers it gives."),
    may("inferred", Many(INFERENCE), "What stands in the claim but in no quotation."),
    may("relations", Many(BEARING), "How it bears on other claims."),
    may("status", one_of(get_args(Status)), "Whether readers see it, and how."),
    may("corrections", Many(CORRECTION), "What was changed after publication."),
    may("reviewed", REVIEWED, "Who went through it, and when."),
    may("note", MARKDOWN, "A note for readers. Markdown."),
    may("accepted", Many(ACCEPTED), "Warnings that stand, each with the reason."),
)
