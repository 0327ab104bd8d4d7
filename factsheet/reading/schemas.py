"""The file format of topics, entities, wording and site; sources and claims have modules.

Each class describes one mapping of a file; the noun in model.py that it becomes has the same
fields. The docstring of a field is what an editor's YAML plug-in shows.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factsheet.model import EntityType
from factsheet.reading.values import (
    BaseUrl,
    ClaimId,
    Date,
    Email,
    Language,
    Markdown,
    Number,
    Percent,
    Spdx,
    Text,
    TopicId,
    WebLink,
    Whole,
)

MANY = 1000
"""The most entries that a list of one record can have."""


def kebab(field: str) -> str:
    """Return the key that records write for a field of ours."""
    return field.replace("_", "-")


class Schema(BaseModel):
    """A mapping of a record: every key is known, none stands for two things."""

    model_config = ConfigDict(
        alias_generator=kebab, extra="forbid", use_attribute_docstrings=True, frozen=True
    )


class Reviewed(Schema):
    """Who went through the record, and when."""

    by: Text
    """The name or the initials of who did."""
    on: Date
    """The day, as 2026-11-21."""


class Section(Schema):
    """A heading of the topic's page and the claims below it."""

    heading: Text
    """The heading."""
    claims: list[ClaimId] = Field(max_length=MANY)
    """Ids of claims, in the order of the page."""


class Accepted(Schema):
    """A warning that stands."""

    rule: Text
    """The name of the rule, as the message gives it in brackets."""
    because: Text
    """Why the editors let the warning stand; readers see it."""


class Topic(Schema):
    """A topic: a page with claims."""

    title: Text
    """The heading of the page."""
    summary: Markdown = ""
    """A few sentences before the claims. Markdown."""
    order: Whole | None = None
    """Its position among the topics."""
    parent: TopicId = ""
    """The topic that this one belongs to."""
    sections: list[Section] = Field([], max_length=MANY)
    """Order and headings; claims that are not listed follow under their kind."""
    not_established: list[Markdown] = Field([], max_length=MANY)
    """What the sources do not say. Markdown, inline only."""
    reviewed: Reviewed | None = None
    """Who went through it, and when."""
    accepted: list[Accepted] = Field([], max_length=MANY)
    """Warnings that stand, each with the reason."""


class Entity(Schema):
    """A person, an organization or a place."""

    name: Text
    """The name as pages show it."""
    type: EntityType
    """What it is."""
    also: list[Text] = Field([], max_length=MANY)
    """Other names; search finds them."""
    garbled: list[Text] = Field([], max_length=MANY)
    """Spellings that are errors: search finds them, no page shows them as a name."""
    role: Text = ""
    """What the sources call it."""
    as_of: Date | None = None
    """When it had that role."""
    description: Markdown = ""
    """A few sentences. Markdown."""
    same_as: list[WebLink] = Field([], max_length=MANY)
    """Addresses of the same entity elsewhere."""
    coordinates: Annotated[list[Number], Field(min_length=2, max_length=2)] | None = None
    """Latitude and longitude in degrees, for places."""
    accepted: list[Accepted] = Field([], max_length=MANY)
    """Warnings that stand, each with the reason."""


class Publisher(Schema):
    """Who answers for the site."""

    name: Text = ""
    """The name."""
    email: Email = ""
    """Where corrections go."""
    url: WebLink = ""
    """Where to read about the publisher."""


class Site(Schema):
    """The site as a whole."""

    title: Text
    """The name of the site."""
    description: Text = ""
    """One sentence for search engines and readers."""
    language: Language = "en"
    """The language of the site's own words."""
    base_url: BaseUrl = ""
    """Where it will stand; only feeds, the sitemap and canonical links need it."""
    publisher: Publisher = Publisher()
    """The person or the office that answers for it, and where corrections go."""
    license: Spdx = ""
    """SPDX license id of the site's own words."""
    excerpt_limit: Percent | None = None
    """The share of an article in copyright that may be published."""
    repository: WebLink = ""
    """Where its files are kept, for links to suggest a correction."""


class Wording(Schema):
    """A word that the editors agreed not to use in their own sentences."""

    avoid: Text
    """The word to avoid."""
    prefer: Text
    """What to write in its stead."""
    because: Text
    """Why."""
