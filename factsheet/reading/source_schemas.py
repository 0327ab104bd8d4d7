"""The file format of sources: CSL variables, and what the archive needs to know."""

from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from factsheet.model import Display, UrlStatus
from factsheet.reading.refusals import fault
from factsheet.reading.schemas import MANY, Accepted, Schema
from factsheet.reading.values import (
    NATIVE_TEXT,
    Boolean,
    CslDate,
    EntityId,
    Language,
    Markdown,
    SeedName,
    Sha256,
    Spdx,
    Text,
    WebLink,
)

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip
Rights = Literal[
    "InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US",
    "CNE", "UND", "NKC",
]  # fmt: skip


class Author(Schema):
    """An author: family and given name, or one literal name."""

    family: Text = ""
    """Family name."""
    given: Text = ""
    """Given names."""
    literal: Text = ""
    """The name as one piece: an organization, or a person with one name."""

    @model_validator(mode="after")
    def _named(self) -> "Author":
        if not (self.family or self.given or self.literal):
            raise fault("missing-key", "an author needs a name", "write literal: with the name")
        return self


class NotArticle(Schema):
    """Lines of the file that are not the article's words: one line, or from one to another."""

    first: Text = Field(alias="from")
    """The line it begins with, or the words that line begins with."""
    last: Text = Field(alias="to")
    """The line it ends with, included; `end` for the end of the file."""

    @model_validator(mode="before")
    @classmethod
    def _one_line(cls, value: Any) -> Any:
        return {"from": value, "to": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [NATIVE_TEXT, handler(core_schema)]}


class SicEntry(Schema):
    """What the words should read, and why."""

    read: Text
    """The right words."""
    because: Text
    """How it is known that the article errs."""


class CslVariables(Schema):
    """Further CSL variables, as reference managers export them; kept, and not interpreted."""

    publisher: Text = ""
    """CSL: publisher."""
    publisher_place: Text = ""
    """CSL: the publisher's place."""
    section: Text = ""
    """CSL: section of the newspaper or site."""
    page: Text = ""
    """CSL: pages."""
    volume: Text = ""
    """CSL: volume."""
    issue: Text = ""
    """CSL: issue."""
    edition: Text = ""
    """CSL: edition."""
    genre: Text = ""
    """CSL: genre."""
    medium: Text = ""
    """CSL: medium."""
    doi: Text = Field("", alias="DOI")
    """CSL: DOI."""
    issn: Text = Field("", alias="ISSN")
    """CSL: ISSN."""
    isbn: Text = Field("", alias="ISBN")
    """CSL: ISBN."""
    pmid: Text = Field("", alias="PMID")
    """CSL: PubMed id."""
    number: Text = ""
    """CSL: number of the report, bill or post."""
    abstract: Text = ""
    """CSL: abstract."""
    keyword: Text = ""
    """CSL: keywords."""


class Source(CslVariables):
    """One article, with the file in seeds/ that holds its words."""

    id: Text = ""
    """May be left out; where it stands it is the name of the file."""
    type: CslType
    """CSL item type: article-newspaper, webpage, report, …"""
    title: Text
    """The title as the article has it."""
    text: SeedName
    """The name of the file in seeds/ that holds the article's words."""
    sha256: Sha256
    """The sha256 of the bytes of that file; a difference stops the build."""
    container_title: Text = ""
    """The newspaper, magazine or site that brought it."""
    author: list[Author] = Field([], max_length=MANY)
    """Who wrote it: [{family: Kelly, given: David}] or [{literal: Carina}]."""
    issued: CslDate | None = None
    """When it was published. Leave it out when the article has no date; never guess."""
    accessed: CslDate | None = None
    """When it was read."""
    url: WebLink = Field("", alias="URL")
    """Its address."""
    url_status: UrlStatus = "unknown"
    """Whether the address still leads to the article."""
    archive_url: WebLink = ""
    """The address of an archived copy."""
    archive_date: CslDate | None = None
    """When the archived copy was made."""
    language: Language = "en"
    """The language of the article, as en-US."""
    rights: Rights | None = None
    """A code of rightsstatements.org: InC is in copyright."""
    license: Spdx = ""
    """An SPDX license id, as CC-BY-4.0."""
    display: Display = "excerpts"
    """What is published: the cited passages, the full text, or only the reference."""
    descriptor: Text = ""
    """What kind of article it is and on whom it rests, in one sentence."""
    via: list[EntityId] = Field([], max_length=MANY)
    """Who is behind its words unless a citation says otherwise, the origin first."""
    quotes_reliable: Boolean = True
    """false: words inside quotation marks may not be the speaker's."""
    not_article: list[NotArticle] = Field([], max_length=MANY)
    """Lines of the file that are not the article's words; nothing there can be cited."""
    sic: dict[Text, SicEntry] = Field({}, max_length=MANY)
    """Errors of the article: the words as they stand, and what they should read."""
    note: Markdown = ""
    """A note for readers. Markdown."""
    accepted: list[Accepted] = Field([], max_length=MANY)
    """Warnings that stand, each with the reason."""

    @model_validator(mode="after")
    def _dated_copy(self) -> "Source":
        if self.archive_url and not self.archive_date:
            raise fault(
                "missing-key",
                "`archive-url` needs `archive-date` beside it",
                "add archive-date: with the day of the copy",
            )
        return self
