"""The file format of claims."""

from decimal import Decimal

from pydantic import Field, model_validator

from factsheet.model import Kind, Link, Relation, Status
from factsheet.reading.refusals import fault
from factsheet.reading.schemas import MANY, Accepted, Reviewed, Schema
from factsheet.reading.values import (
    Boolean,
    ClaimId,
    Date,
    EntityId,
    Markdown,
    Number,
    OwnId,
    Position,
    SourceId,
    Text,
    TopicId,
)

LINKS: tuple[Link, ...] = (
    "updates", "corrects", "disputes", "qualifies", "fulfils", "not-comparable-to",
)  # fmt: skip
NEED_REASON: tuple[Link, ...] = ("disputes", "not-comparable-to")


class Citation(Schema):
    """A passage that the claim rests on."""

    source: SourceId
    """The source: the name of its file in content/sources/ without .yaml."""
    quote: Text
    """The article's exact words; […] marks words left out."""
    relation: Relation = "supports"
    """How the passage bears on the claim."""
    via: list[EntityId] = Field([], max_length=MANY)
    """Who said it and who reported it; the first is the origin."""
    occurrence: Position | None = None
    """Which one is meant, from 1, when the words stand there more than once."""
    note: Markdown = ""
    """A note for readers. Markdown."""


class Figure(Schema):
    """A number that the claim gives."""

    name: Text
    """What is counted."""
    words: Text
    """The words in the quotation that say so."""
    value: Number | None = None
    """The number, digits only."""
    at_least: Number | None = None
    """The number, where the words say “more than” or “at least”."""
    at_most: Number | None = None
    """The number, where the words say “up to” or “at most”."""
    lower: Number | None = Field(None, alias="from")
    """The lower end of a range."""
    upper: Number | None = Field(None, alias="to")
    """The upper end of a range."""
    approximate: Boolean = False
    """true where the words say “about”."""
    unit: Text = ""
    """What one of them is: USD, people, percent."""
    per: Text = ""
    """day, week, month, year."""
    period: Date | None = None
    """The time that the number covers."""
    counted_by: EntityId = ""
    """Who counted."""

    @model_validator(mode="after")
    def _one_number(self) -> "Figure":
        if (self.lower is None) != (self.upper is None):
            raise fault("missing-key", "`from` and `to` stand together", "give both ends")
        given = [n for n in (self.value, self.at_least, self.at_most, self.lower) if n is not None]
        choice = "value, at-least, at-most, or from with to"
        if not given:
            raise fault("missing-key", "the figure has no number", f"give one of {choice}")
        if len(given) > 1:
            raise fault("bad-value", "the figure has several numbers", f"keep one of {choice}")
        _check_range(self.lower, self.upper)
        return self


def _check_range(lower: Decimal | None, upper: Decimal | None) -> None:
    if lower is not None and upper is not None and lower > upper:
        raise fault("bad-number", f"the range runs from {lower} down to {upper}", "exchange them")


class Inference(Schema):
    """A part of the claim that stands in none of its quotations."""

    what: Text
    """The part: a number, date or name as the record has it."""
    because: Text
    """How it follows."""


class Bearing(Schema):
    """How the claim bears on another: one link, and the reason."""

    updates: ClaimId = ""
    """The claim that this one brings up to date."""
    corrects: ClaimId = ""
    """The claim that this one sets right."""
    disputes: ClaimId = ""
    """The claim that this one contradicts; say why."""
    qualifies: ClaimId = ""
    """The claim that this one limits."""
    fulfils: ClaimId = ""
    """The plan that this claim tells the outcome of."""
    not_comparable_to: ClaimId = ""
    """The claim whose figure measures something else; say why."""
    because: Text = ""
    """The reason."""

    @model_validator(mode="after")
    def _one_link(self) -> "Bearing":
        link, others = self.links()[:1], self.links()[1:]
        if not link:
            raise fault(
                "missing-key",
                "the relation names no claim",
                f"give one of {', '.join(LINKS)}, with the id of the claim",
            )
        if others:
            raise fault(
                "bad-value",
                f"the relation has several links: {', '.join(self.links())}",
                "make an entry of each",
            )
        if link[0] in NEED_REASON and not self.because:
            raise fault(
                "missing-key",
                f"`{link[0]}` needs `because` beside it",
                "add because: with the reason",
            )
        return self

    def links(self) -> list[Link]:
        """Return the links that the entry has, by their keys."""
        return [link for link in LINKS if getattr(self, link.replace("-", "_"))]


class Correction(Schema):
    """What the record said before, and why it was changed."""

    date: Date
    """The day of the correction."""
    was: Text
    """What it said before."""
    because: Text
    """Why it was changed."""


class Claim(Schema):
    """A sentence of the editors, with the words that it rests on."""

    id: OwnId
    """Its permanent name: a-z, 0-9 and hyphens; never used again for another claim."""
    claim: Markdown
    """The sentence. Markdown, inline only."""
    kind: Kind
    """What sort of claim it is; statement and opinion must have said-by."""
    cites: list[Citation] = Field(min_length=1, max_length=MANY)
    """The passages it rests on; at least one."""
    topics: list[TopicId] = Field([], max_length=MANY)
    """The topics whose pages show it."""
    said_by: EntityId = ""
    """Who says so."""
    about: list[EntityId] = Field([], max_length=MANY)
    """Whom or what it is about."""
    when: Date | None = None
    """When it happened: 2023-12-22, 2023-09, 2023-12-18/2023-12-22, 2023-12~."""
    figures: list[Figure] = Field([], max_length=MANY)
    """The numbers it gives."""
    inferred: list[Inference] = Field([], max_length=MANY)
    """What stands in the claim but in no quotation."""
    relations: list[Bearing] = Field([], max_length=MANY)
    """How it bears on other claims."""
    status: Status = "published"
    """Whether readers see it, and how."""
    corrections: list[Correction] = Field([], max_length=MANY)
    """What was changed after publication."""
    reviewed: Reviewed | None = None
    """Who went through it, and when."""
    note: Markdown = ""
    """A note for readers. Markdown."""
    accepted: list[Accepted] = Field([], max_length=MANY)
    """Warnings that stand, each with the reason."""
