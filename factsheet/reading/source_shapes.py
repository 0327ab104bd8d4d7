"""The file format of sources: CSL variables, and what the archive needs to know."""

from typing import get_args

from factsheet.model import Display, Exclusion, Name, Sic, SourceRecord, UrlStatus
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Many, Named, Values, may, must, shape
from factsheet.reading.site_shapes import ACCEPTED
from factsheet.reading.values import (
    BOOLEAN,
    CSL_DATE,
    ENTITY_ID,
    LANGUAGE,
    MARKDOWN,
    SEED_NAME,
    SHA256,
    SPDX,
    TEXT,
    WEB_LINK,
    one_of,
)

CSL_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip
RIGHTS = (
    "InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US",
    "CNE", "UND", "NKC",
)  # fmt: skip
CSL = {
    "publisher": "CSL: publisher.",
    "publisher-place": "CSL: the publisher's place.",
    "section": "CSL: section of the newspaper or site.",
    "page": "CSL: pages.",
    "volume": "CSL: volume.",
    "issue": "CSL: issue.",
    "edition": "CSL: edition.",
    "genre": "CSL: genre.",
    "medium": "CSL: medium.",
    "DOI": "CSL: DOI.",
    "ISSN": "CSL: ISSN.",
    "ISBN": "CSL: ISBN.",
    "PMID": "CSL: PubMed id.",
    "number": "CSL: number of the report, bill or post.",
    "abstract": "CSL: abstract.",
    "keyword": "CSL: keywords.",
}
"""Further CSL variables, as reference managers export them; kept, and not interpreted."""


def check_name(values: Values) -> None:
    """Refuse an author without a name."""
    if not values:
        raise Refusal("missing-key", "an author needs a name", "write literal: with the name")


def check_copy(values: Values) -> None:
    """Refuse an archived copy without the day it was made."""
    if "archive_url" in values and "archive_date" not in values:
        raise Refusal(
            "missing-key",
            "`archive-url` needs `archive-date` beside it",
            "add archive-date: with the day of the copy",
        )


def csl_apart(values: Values) -> Values:
    """Return the fields with the further CSL variables in one; the id is the file's name."""
    csl = {key: values.pop(key) for key in CSL if key in values}
    values.pop("id", None)
    return {**values, "csl": csl}


def one_line(line: str) -> dict[str, str]:
    return {"from": line, "to": line}


AUTHOR = shape(
    "Author",
    Name,
    "An author: family and given name, or one literal name.",
    may("family", TEXT, "Family name."),
    may("given", TEXT, "Given names."),
    may("literal", TEXT, "The name as one piece: an organization, or a person with one name."),
    check=check_name,
)

NOT_ARTICLE = shape(
    "NotArticle",
    Exclusion,
    "Lines of the file that are not the article's words: one line, or from one to another.",
    must(
        "from", TEXT, "The line it begins with, or the words that line begins with.", field="first"
    ),
    must(
        "to", TEXT, "The line it ends with, included; `end` for the end of the file.", field="last"
    ),
    short=one_line,
)

SIC_ENTRY = shape(
    "SicEntry",
    Sic,
    "What the words should read, and why.",
    must("read", TEXT, "The right words."),
    must("because", TEXT, "How it is known that the article errs."),
)

SOURCE = shape(
    "Source",
    SourceRecord,
    "One article, with the file in seeds/ that holds its words.",
    *(may(key, TEXT, description, field=key) for key, description in CSL.items()),
    may("id", TEXT, "May be left out; where it stands it is the name of the file."),
    must("type", one_of(CSL_TYPES), "CSL item type: article-newspaper, webpage, report, …"),
    must("title", TEXT, "The title as the article has it."),
    must("text", SEED_NAME, "The name of the file in seeds/ that holds the article's words."),
    must("sha256", SHA256, "The sha256 of the bytes of that file; a difference stops the build."),
    may("container-title", TEXT, "The newspaper, magazine or site that brought it."),
    may(
        "author",
        Many(AUTHOR),
        "Who wrote it: [{family: Kelly, given: David}] or [{literal: Carina}].",
    ),
    may(
        "issued",
        CSL_DATE,
        "When it was published. Leave it out when the article has no date; never guess.",
    ),
    may("accessed", CSL_DATE, "When it was read."),
    may("URL", WEB_LINK, "Its address.", field="url"),
    may(
        "url-status", one_of(get_args(UrlStatus)), "Whether the address still leads to the article."
    ),
    may("archive-url", WEB_LINK, "The address of an archived copy."),
    may("archive-date", CSL_DATE, "When the archived copy was made."),
    may("language", LANGUAGE, "The language of the article, as en-US."),
    may("rights", one_of(RIGHTS), "A code of rightsstatements.org: InC is in copyright."),
    may("license", SPDX, "An SPDX license id, as CC-BY-4.0."),
    may(
        "display",
        one_of(get_args(Display)),
        "What is published: the cited passages, the full text, or only the reference.",
    ),
    may("descriptor", TEXT, "What kind of article it is and on whom it rests, in one sentence."),
    may(
        "via",
        Many(ENTITY_ID),
        "Who is behind its words unless a citation says otherwise, the origin first.",
    ),
    may(
        "quotes-reliable", BOOLEAN, "false: words inside quotation marks may not be the speaker's."
    ),
    may(
        "not-article",
        Many(NOT_ARTICLE),
        "Lines of the file that are not the article's words; nothing there can be cited.",
    ),
    may(
        "sic",
        Named(TEXT, SIC_ENTRY),
        "Errors of the article: the words as they stand, and what they should read.",
    ),
    may("note", MARKDOWN, "A note for readers. Markdown."),
    may("accepted", Many(ACCEPTED), "Warnings that stand, each with the reason."),
    check=check_copy,
    arrange=csl_apart,
)
