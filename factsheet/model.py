"""The nouns. Records say what the files say; a Site holds only what was proved.

Every noun is frozen. Text is Markdown where a docstring says so and plain otherwise. Offsets are
code points into the article's text as archived, half-open.
"""

from array import array
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal

from msgspec import Struct, field

from factsheet import markup
from factsheet.dates import Edtf
from factsheet.diagnostics import Place
from factsheet.quotes import Prepared, prepare
from factsheet.releases import Release
from factsheet.sentences import sentences

Span = tuple[int, int]

Kind = Literal["event", "measure", "statement", "figure", "plan", "opinion", "background"]
Status = Literal["draft", "published", "disputed", "superseded", "withdrawn"]
Relation = Literal["supports", "disputes", "qualifies", "context"]
"""How a passage bears on a claim (CiTO: supports, disputes, qualifies, citesAsRelated)."""
Link = Literal["updates", "corrects", "disputes", "qualifies", "fulfils", "not-comparable-to"]
"""How a claim bears on another claim."""
Display = Literal["excerpts", "full", "none"]
UrlStatus = Literal["live", "dead", "deviated", "unknown"]
EntityType = Literal["person", "organization", "place"]


class Name(Struct, frozen=True, gc=False):
    """An author as CSL has it: family and given, or one literal."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Exclusion(Struct, frozen=True, gc=False):
    """Lines of an archived file that are not the article's words, from one line to another."""

    first: str
    """The whole line, or the words that the first of several lines begins with."""
    last: str
    """The words that the last line (included) begins with; `end` for the end of the file; empty:
    every line that is `first`."""
    place: Place


class Sic(Struct, frozen=True, gc=False):
    """Words that stand wrong in the article; they are shown as they stand, with this beside."""

    words: str
    read: str
    because: str
    place: Place


class Review(Struct, frozen=True, gc=False):
    """Who went through a record, and when."""

    by: str
    on: Edtf


class Acceptance(Struct, frozen=True, gc=False):
    """A warning that the editors let stand, with their reason; readers see both."""

    rule: str
    because: str
    place: Place


class Article(Struct, frozen=True):
    """An archived article: evidence, never edited. Those of one name with one digest are equal.

    It does not hold its text where something can read it: texts are most of what a site is made of,
    and are needed one at a time.
    """

    file: str
    """File name in `seeds/`."""
    sha256: str
    words: str | Callable[[], str]
    """Its text, or what reads it."""

    @property
    def text(self) -> str:
        """The bytes decoded as UTF-8, nothing translated.

        Raises UsageError where they are read now and are no longer those of the digest.
        """
        return self.words if isinstance(self.words, str) else _read(self.words)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Article):
            return NotImplemented
        return (self.file, self.sha256) == (other.file, other.sha256)

    def __hash__(self) -> int:
        return hash((self.file, self.sha256))

    def __reduce__(self) -> tuple[type["Article"], tuple[str, str, str]]:
        """Let another process have the text: it may not see the file."""
        return Article, (self.file, self.sha256, self.text)


@lru_cache(maxsize=256)
def _read(words: Callable[[], str]) -> str:
    """Return a text; those that were asked for last are at hand, few of those of a large site."""
    return words()


class SourceRecord(Struct, frozen=True, omit_defaults=True):
    """What a file in `content/sources/` says."""

    id: str
    place: Place
    type: str
    """CSL 1.0.2 item type."""
    title: str
    text: str
    """File name in `seeds/`."""
    sha256: str
    container_title: str = ""
    author: tuple[Name, ...] = ()
    issued: Edtf | None = None
    accessed: Edtf | None = None
    url: str = ""
    url_status: UrlStatus = "unknown"
    archive_url: str = ""
    archive_date: Edtf | None = None
    language: str = "en"
    rights: str = ""
    """rightsstatements.org code, e.g. `InC`."""
    license: str = ""
    """SPDX id."""
    display: Display = "excerpts"
    descriptor: str = ""
    via: tuple[str, ...] = ()
    """Entity ids: default provenance of its citations, origin first."""
    quotes_reliable: bool = True
    not_article: tuple[Exclusion, ...] = ()
    sic: tuple[Sic, ...] = ()
    note: str = ""
    """Markdown."""
    accepted: tuple[Acceptance, ...] = ()
    csl: Mapping[str, str] = field(default_factory=dict)
    """Further CSL variables, as pasted, under CSL's names."""


class CitationRecord(Struct, frozen=True, omit_defaults=True, gc=False):
    """One entry of a claim's `cites`."""

    source: str
    quote: str
    place: Place
    relation: Relation = "supports"
    via: tuple[str, ...] = ()
    """Entity ids, the origin first; empty: as its source says."""
    occurrence: int | None = None
    note: str = ""
    """Markdown."""


class Figure(Struct, frozen=True, omit_defaults=True, gc=False):
    """A number that a claim gives, with what makes it comparable or not."""

    name: str
    words: str
    """The words in the quotation that say so."""
    place: Place
    value: Decimal | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    lower: Decimal | None = None
    """`from` in the record."""
    upper: Decimal | None = None
    """`to` in the record."""
    approximate: bool = False
    unit: str = ""
    per: str = ""
    period: Edtf | None = None
    counted_by: str = ""
    """Entity id."""


class Inference(Struct, frozen=True, gc=False):
    """A part of the claim that no quotation says, with the editor's reason."""

    what: str
    because: str
    place: Place


class RelationRecord(Struct, frozen=True, gc=False):
    """How a claim bears on another."""

    link: Link
    claim: str
    place: Place
    because: str = ""


class Correction(Struct, frozen=True, gc=False):
    """What a published record said before, and why it was changed."""

    date: Edtf
    was: str
    because: str
    place: Place


class ClaimRecord(Struct, frozen=True, omit_defaults=True, gc=False):
    """One entry of a file in `content/claims/`."""

    id: str
    place: Place
    claim: str
    """The editor's sentence: Markdown, inline only."""
    kind: Kind
    cites: tuple[CitationRecord, ...]
    topics: tuple[str, ...] = ()
    said_by: str = ""
    """Entity id."""
    about: tuple[str, ...] = ()
    """Entity ids."""
    when: Edtf | None = None
    figures: tuple[Figure, ...] = ()
    inferred: tuple[Inference, ...] = ()
    relations: tuple[RelationRecord, ...] = ()
    status: Status = "published"
    corrections: tuple[Correction, ...] = ()
    reviewed: Review | None = None
    note: str = ""
    """Markdown."""
    accepted: tuple[Acceptance, ...] = ()
    digest: str = ""
    """Of all that the entry says, wherever it stands in its file; empty: not known."""


class SectionRecord(Struct, frozen=True):
    """A heading of a topic page and the ids of the claims below it."""

    heading: str
    claims: tuple[str, ...]
    place: Place


class TopicRecord(Struct, frozen=True):
    """What a file in `content/topics/` says."""

    id: str
    place: Place
    title: str
    summary: str = ""
    """Markdown."""
    order: int | None = None
    parent: str = ""
    """Topic id."""
    sections: tuple[SectionRecord, ...] = ()
    not_established: tuple[str, ...] = ()
    """Markdown, inline only: what the sources do not say."""
    reviewed: Review | None = None
    accepted: tuple[Acceptance, ...] = ()


class Entity(Struct, frozen=True, omit_defaults=True):
    """A person, an organization or a place, as a file in `content/entities/` has it."""

    id: str
    place: Place
    name: str
    type: EntityType
    also: tuple[str, ...] = ()
    garbled: tuple[str, ...] = ()
    """Spellings that are errors: found by search, shown as a name on no page."""
    role: str = ""
    as_of: Edtf | None = None
    description: str = ""
    """Markdown."""
    same_as: tuple[str, ...] = ()
    coordinates: tuple[Decimal, Decimal] | None = None
    """Latitude, longitude in degrees."""
    accepted: tuple[Acceptance, ...] = ()


class Publisher(Struct, frozen=True):
    """Who answers for the site."""

    name: str = ""
    email: str = ""
    url: str = ""


class SiteRecord(Struct, frozen=True):
    """What `content/site.yaml` says."""

    place: Place
    title: str
    description: str = ""
    language: str = "en"
    base_url: str = ""
    """Ends with a slash, or empty."""
    publisher: Publisher = Publisher()
    license: str = ""
    excerpt_limit: Decimal = Decimal(15)
    """Per cent."""
    repository: str = ""


class WordingRecord(Struct, frozen=True):
    """A word that the editors agreed not to use in their own sentences."""

    avoid: str
    prefer: str
    because: str
    place: Place


class Records(Struct, frozen=True):
    """All that the files say, each value with its place; nothing is proved yet."""

    site: SiteRecord
    sources: tuple[SourceRecord, ...]
    claims: tuple[ClaimRecord, ...]
    topics: tuple[TopicRecord, ...]
    entities: tuple[Entity, ...]
    wording: tuple[WordingRecord, ...]
    articles: Mapping[str, Article]
    """By file name in `seeds/`."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Kind (`source`, `claim`, `topic`, `entity`, `article`) and id of what was there but could not
    be read, `*` for ids not known: a reference to one of them is not reported a second time."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """sha256 of every file read, by its path in the site's folder."""
    released: Release | None = None
    """What readers were last given; None: there was no release yet."""


class Source(Struct, frozen=True, dict=True):
    """An article whose archived bytes are the recorded ones. It knows nothing of claims.

    What takes long to work out from its text is worked out once, and only when needed. Whoever asks
    more than one thing of the text takes it at hand first: it may be read each time.
    """

    record: SourceRecord
    article: Article
    excluded: tuple[Span, ...] = ()
    """Where the file is not the article's words; sorted, not overlapping."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def prepared(self) -> Prepared:
        """The article ready to be searched again and again; it holds the text, up to three times.

        Who looks once, or article by article, prepares it for himself.
        """
        return prepare(self.text, self.excluded)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The article's sentences and headings, in reading order."""
        bounds = iter(self._bounds)
        return tuple(zip(bounds, bounds, strict=True))

    @cached_property
    def _bounds(self) -> "array[int]":
        """Where each sentence begins and ends: pairs of numbers take twenty times as much."""
        return array("I", chain.from_iterable(sentences(self.text, self.record.language)))


class Passage(Struct, frozen=True, gc=False):
    """Words that were found in a source: the proof that a quotation stands there."""

    spans: tuple[Span, ...]
    """One span a part of the quotation, in reading order, not overlapping."""
    parts: tuple[str, ...]
    """The article's own characters in each span."""

    @property
    def quote(self) -> str:
        """The article's own characters, parts joined by ` […] `."""
        return " […] ".join(self.parts)


class Citation(Struct, frozen=True):
    """A passage of a source that bears on a claim."""

    record: CitationRecord
    number: int
    """Position in its claim, from 1: the anchor is `<claim-id>-<number>`."""
    source: Source
    passage: Passage
    via: tuple[Entity, ...]
    """Who said it and who reported it, the origin first; empty: the source itself."""

    @property
    def origin(self) -> str:
        """The id of the entity that the words go back to, or else of the source."""
        return self.via[0].id if self.via else self.source.id


class Claim(Struct, frozen=True, dict=True):
    """A ClaimRecord whose every quotation was found and whose every reference leads somewhere."""

    record: ClaimRecord
    cites: tuple[Citation, ...]
    said_by: Entity | None = None
    about: tuple[Entity, ...] = ()

    @property
    def id(self) -> str:
        return self.record.id

    @cached_property
    def plain(self) -> str:
        """Its sentence without Markdown; worked out once, since many pages name the claim."""
        return markup.plain(self.record.claim)


class Section(Struct, frozen=True):
    """A heading of a topic page with its claims; the heading is empty for claims not listed."""

    heading: str
    claims: tuple[Claim, ...]


class Topic(Struct, frozen=True):
    """A topic with its claims in the order of its page."""

    record: TopicRecord
    sections: tuple[Section, ...]

    @property
    def id(self) -> str:
        return self.record.id


class StandingWarning(Struct, frozen=True):
    """What a check still says of a record that is published."""

    rule: str
    message: str
    file: str
    """The record's file, relative to the site's folder."""
    claim: str = ""
    """The claim's id; empty for a record of another kind."""
    because: str = ""
    """Why the editors let it stand; empty when they have not answered it."""


class Site(Struct, frozen=True):
    """The linked whole. Rules, pages and exports read it; nothing changes it."""

    record: SiteRecord
    sources: Mapping[str, Source]
    """By id, sorted."""
    claims: Mapping[str, Claim]
    """By id, in the order of the files. Drafts are not among them unless asked for."""
    topics: Mapping[str, Topic]
    """By id, in the order of the site's navigation."""
    entities: Mapping[str, Entity]
    """By id, sorted."""
    cited_by: Mapping[str, tuple[tuple[Claim, Citation], ...]]
    """Source id to the citations of it, in reading order."""
    wording: tuple[WordingRecord, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    released: Release | None = None
    whole: bool = True
    """False when records with faults were left out: what is not here may well be there."""
    standing: tuple[StandingWarning, ...] = ()
    """Filled in when the checks are done."""


class Output(Struct, frozen=True):
    """One file of the site."""

    path: str
    """Relative to the output folder, with forward slashes."""
    body: bytes
