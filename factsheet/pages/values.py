"""What pages are made of: frozen values that hold exactly what is shown, in words.

Addresses are relative to the site's root. Text is plain as `str`, finished HTML as `Markup`.
"""

from typing import ClassVar

from markupsafe import Markup
from msgspec import Struct

from factsheet.laying import Laid


class Link(Struct, frozen=True):
    """A page of this site, or a place outside it."""

    href: str
    text: str


class Day(Struct, frozen=True):
    """A date in words, and for machines where HTML can say it (`<time datetime>`)."""

    words: str
    iso: str
    """Empty for intervals and open dates."""
    html: Markup
    """The words, for machines too where they can read them."""


class Masthead(Struct, frozen=True):
    """What every page of the site shows."""

    title: str
    description: str
    language: str
    topics: tuple[Link, ...]
    publisher: str = ""
    publisher_url: str = ""
    email: str = ""
    license: Link | None = None
    base_url: str = ""
    repository: str = ""


class Page(Struct, frozen=True, kw_only=True):
    """A page to be: where it goes, which template shows it, and what that may show."""

    template: ClassVar[str]
    listed: ClassVar[bool] = False
    """True: the masthead may link to it, and then shows it as the current page."""
    path: str
    title: str
    description: str
    site: Masthead

    @property
    def root(self) -> str:
        """The way from this page to the site's root: empty, or `../`."""
        return "../" * self.path.count("/")

    @property
    def canonical(self) -> str:
        """The page's full address; empty when the site's is not known."""
        return self.site.base_url + self.path if self.site.base_url else ""


class SicNote(Struct, frozen=True):
    """Words that stand wrong in the article, and what the editors read in them."""

    words: str
    read: str
    because: str


class Quote(Struct, frozen=True):
    """A quotation with where it stands, who is behind it, and the ways to it."""

    parts: tuple[str, ...]
    """The article's own characters; between parts the editors left words out."""
    language: str
    """BCP 47 tag of the words; empty when it is the site's own language."""
    relation: str
    """How the words bear on the claim; empty when they support it."""
    chain: tuple[Link, ...]
    """Who said it, then who reported it; empty: the source itself."""
    source: Link
    container: str
    """The newspaper, agency or site that published the source."""
    issued: Day | None
    passage: str
    """Address of the words on the source's page."""
    original: str
    """Address of the words in the original article; empty when not known."""
    archived: str
    """Address of an archived copy; empty when not known."""
    archived_on: Day | None
    reliable: bool
    """False: the words inside the quotation marks here may not be the speaker's own."""
    sic: tuple[SicNote, ...]
    note: Markup


class Amount(Struct, frozen=True):
    """A figure of a claim."""

    name: str
    amount: str
    """Value, bounds, unit and rate in words, e.g. `at least 2,000,000 USD per day`."""
    period: Day | None
    counted_by: Link | None
    words: str
    """The article's words for it."""
    period_because: str = ""
    """Id of the reason in the claim's block when the period is the editors' own."""


class Inferred(Struct, frozen=True):
    """Parts of a claim that stand in no quotation, for one reason."""

    anchor: str
    """Id that the reason has wherever the claim's block is shown."""
    what: str
    """The parts in words, those that say the same said once."""
    because: str
    texts: tuple[str, ...]
    """The parts as the record writes them."""


class Other(Struct, frozen=True):
    """Another claim, with the editors' reason for naming it."""

    id: str
    claim: Link
    because: str


class Related(Struct, frozen=True):
    """Other claims that bear on this one, or that this one bears on, in one and the same way."""

    how: str
    """In words that lead to the other claims, e.g. `Updates`, `Updated by`."""
    others: tuple[Other, ...]


class Change(Struct, frozen=True):
    """An entry of a claim's history."""

    date: Day
    was: Markup
    because: str


class Notice(Struct, frozen=True):
    """Why a claim does not simply stand any more."""

    how: str
    """How the other claim bears on this one; empty when the reason names none."""
    claim: Link | None
    because: str


class Origins(Struct, frozen=True):
    """How many articles tell a claim, and from whom they have it."""

    articles: int
    names: tuple[str, ...]


class ClaimBlock(Struct, frozen=True):
    """A claim with all it rests on, the same on each page that shows it."""

    id: str
    page: str
    """Address of the claim's own page."""
    sentence: Markup
    plain: str
    """The sentence without marks and links."""
    has_links: bool
    """True: the sentence holds links, to other pages or to what is inferred, and cannot be one."""
    kind: str
    status: str
    """Empty for a claim that simply stands."""
    notices: tuple[Notice, ...]
    """Why it does not; empty when it does."""
    said_by: Link | None
    about: tuple[Link, ...]
    when: Day | None
    when_because: str
    """Id of the reason when the date is the editors' own; empty when a quotation says it."""
    quotes: tuple[Quote, ...]
    figures: tuple[Amount, ...]
    inferred: tuple[Inferred, ...]
    related: tuple[Related, ...]
    changes: tuple[Change, ...]
    changes_anchor: str
    """Id of its corrections; empty when there are none."""
    origins: Origins
    note: Markup


class ClaimCard(Struct, frozen=True):
    """What topic and entity pages need of a claim: small, and ready to be put in."""

    id: str
    page: str
    sentence: Markup
    plain: str
    has_links: bool
    kind: str
    status: str
    grounds: bytes | Laid
    """Finished HTML as UTF-8, half the memory of a text: all that the claim rests on."""


class Group(Struct, frozen=True):
    """A heading with claims under it."""

    anchor: str
    """Id of the heading; holds an underscore, so that no claim's id can be the same."""
    heading: str
    claims: tuple[ClaimCard, ...]


class SourceLine(Struct, frozen=True):
    """A source as a list shows it, with how many claims rest on it."""

    link: Link
    container: str
    author: str
    issued: Day | None
    descriptor: str
    claims: int
