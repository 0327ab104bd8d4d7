"""The file format of topics, entities, wording and site; claims and sources have modules."""

from typing import get_args

from factsheet.model import (
    Acceptance,
    Entity,
    EntityType,
    Publisher,
    Review,
    SectionRecord,
    SiteRecord,
    TopicRecord,
    WordingRecord,
)
from factsheet.reading.shapes import Many, may, must, shape
from factsheet.reading.values import (
    BASE_URL,
    CLAIM_ID,
    DATE,
    EMAIL,
    LANGUAGE,
    MARKDOWN,
    NUMBER,
    PERCENT,
    SPDX,
    TEXT,
    TOPIC_ID,
    WEB_LINK,
    WHOLE,
    one_of,
)

REVIEWED = shape(
    "Reviewed",
    Review,
    "Who went through the record, and when.",
    must("by", TEXT, "The name or the initials of who did."),
    must("on", DATE, "The day, as 2026-11-21."),
)

ACCEPTED = shape(
    "Accepted",
    Acceptance,
    "A warning that stands.",
    must("rule", TEXT, "The name of the rule, as the message gives it in brackets."),
    must("because", TEXT, "Why the editors let the warning stand; readers see it."),
)

SECTION = shape(
    "Section",
    SectionRecord,
    "A heading of the topic's page and the claims below it.",
    must("heading", TEXT, "The heading."),
    must("claims", Many(CLAIM_ID), "Ids of claims, in the order of the page."),
)

TOPIC = shape(
    "Topic",
    TopicRecord,
    "A topic: a page with claims.",
    must("title", TEXT, "The heading of the page."),
    may("summary", MARKDOWN, "A few sentences before the claims. Markdown."),
    may("order", WHOLE, "Its position among the topics."),
    may("parent", TOPIC_ID, "The topic that this one belongs to."),
    may(
        "sections",
        Many(SECTION),
        "Order and headings; claims that are not listed follow under their kind.",
    ),
    may("not-established", Many(MARKDOWN), "What the sources do not say. Markdown, inline only."),
    may("reviewed", REVIEWED, "Who went through it, and when."),
    may("accepted", Many(ACCEPTED), "Warnings that stand, each with the reason."),
)

ENTITY = shape(
    "Entity",
    Entity,
    "A person, an organization or a place.",
    must("name", TEXT, "The name as pages show it."),
    must("type", one_of(get_args(EntityType)), "What it is."),
    may("also", Many(TEXT), "Other names; search finds them."),
    may(
        "garbled",
        Many(TEXT),
        "Spellings that are errors: search finds them, no page shows them as a name.",
    ),
    may("role", TEXT, "What the sources call it."),
    may("as-of", DATE, "When it had that role."),
    may("description", MARKDOWN, "A few sentences. Markdown."),
    may("same-as", Many(WEB_LINK), "Addresses of the same entity elsewhere."),
    may(
        "coordinates",
        Many(NUMBER, most=2, least=2),
        "Latitude and longitude in degrees, for places.",
    ),
    may("accepted", Many(ACCEPTED), "Warnings that stand, each with the reason."),
)

PUBLISHER = shape(
    "Publisher",
    Publisher,
    "Who answers for the site.",
    may("name", TEXT, "The name."),
    may("email", EMAIL, "Where corrections go."),
    may("url", WEB_LINK, "Where to read about the publisher."),
)

SITE = shape(
    "Site",
    SiteRecord,
    "The site as a whole.",
    must("title", TEXT, "The name of the site."),
    may("description", TEXT, "One sentence for search engines and readers."),
    may("language", LANGUAGE, "The language of the site's own words."),
    may(
        "base-url",
        BASE_URL,
        "Where it will stand; only feeds, the sitemap and canonical links need it.",
    ),
    may(
        "publisher",
        PUBLISHER,
        "The person or the office that answers for it, and where corrections go.",
    ),
    may("license", SPDX, "SPDX license id of the site's own words."),
    may("excerpt-limit", PERCENT, "The share of an article in copyright that may be published."),
    may("repository", WEB_LINK, "Where its files are kept, for links to suggest a correction."),
)

WORDING = shape(
    "Wording",
    WordingRecord,
    "A word that the editors agreed not to use in their own sentences.",
    must("avoid", TEXT, "The word to avoid."),
    must("prefer", TEXT, "What to write in its stead."),
    must("because", TEXT, "Why."),
)
