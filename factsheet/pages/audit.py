"""The audit page: what this build checked, what it could not answer, and how to repeat it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from factsheet import addresses
from factsheet.checking.sources import belongs_to_somebody
from factsheet.model import Site, Source, StandingWarning
from factsheet.pages import words
from factsheet.pages.blocks import claim_link
from factsheet.pages.front import Counts, counts
from factsheet.pages.inferences import inferences
from factsheet.pages.settings import Setting
from factsheet.pages.topics import topic_link
from factsheet.pages.uses import Use, use
from factsheet.pages.values import Inferred, Link, Page


class ArticleAudit(Struct, frozen=True):
    """What was checked against one archived article."""

    source: Link
    outlet: str
    file: str
    sha256: str
    quotations: int
    sentences: int
    resting: int
    """Sentences that at least one claim rests on."""
    quoted: str
    """Per cent of the article's characters that stand in quotations."""
    shown: str
    """Per cent of the article's characters that this site publishes."""
    limited: bool
    """True: the article belongs to somebody, and the site's limit holds for it."""
    over: bool
    """True: more of it is published than the site's limit."""


class Standing(Struct, frozen=True):
    """A warning that stands."""

    message: str
    record: Link | None
    """What it is about, where that has a page."""
    file: str
    because: str
    """Why the editors let it stand; empty when they have not answered it."""


class RuleStanding(Struct, frozen=True):
    """The warnings of one rule."""

    rule: str
    warnings: tuple[Standing, ...]


class Inferences(Struct, frozen=True):
    """What of one claim is the editors' own."""

    claim: Link
    parts: tuple[tuple[Link, Inferred], ...]
    """Each with the way to its reason on the claim's page."""


class AuditPage(Page, frozen=True, kw_only=True):
    """The numbers of this build."""

    template: ClassVar[str] = "audit.html"
    counts: Counts
    limit: str
    """Per cent of an article that the site allows itself to publish."""
    articles: tuple[ArticleAudit, ...]
    open: tuple[RuleStanding, ...]
    accepted: tuple[RuleStanding, ...]
    inferred: tuple[Inferences, ...]


def audit_page(site: Site, setting: Setting) -> AuditPage:
    """Return the page."""
    unanswered = (warning for warning in site.standing if not warning.because)
    answered = (warning for warning in site.standing if warning.because)
    pages = _pages_of_files(site)
    return AuditPage(
        path=addresses.AUDIT,
        title="Audit",
        description="What this build checked against which bytes, which warnings stand and why.",
        site=setting.masthead,
        counts=counts(site),
        limit=f"{site.record.excerpt_limit.normalize():f}",
        articles=tuple(
            _article(site, source, setting.uses.get(id) or use(site, id))
            for id, source in site.sources.items()
        ),
        open=_by_rule(site, unanswered, pages),
        accepted=_by_rule(site, answered, pages),
        inferred=tuple(_inferences(site)),
    )


def _article(site: Site, source: Source, use: Use) -> ArticleAudit:
    shown = 100 * use.shown
    limited = belongs_to_somebody(source)
    return ArticleAudit(
        source=words.source_link(source),
        outlet=source.record.container_title,
        file=source.article.file,
        sha256=source.article.sha256,
        quotations=len(site.cited_by.get(source.id, ())),
        sentences=use.sentences,
        resting=use.resting,
        quoted=f"{100 * use.quoted:.1f}",
        shown=f"{shown:.1f}",
        limited=limited,
        over=limited and shown > site.record.excerpt_limit,
    )


def _by_rule(
    site: Site, warnings: Iterable[StandingWarning], pages: Mapping[str, Link]
) -> tuple[RuleStanding, ...]:
    """Return the warnings rule by rule, those with the most first."""
    found: dict[str, list[StandingWarning]] = {}
    for warning in warnings:
        found.setdefault(warning.rule, []).append(warning)
    sizes = Counter({rule: len(of_rule) for rule, of_rule in found.items()})
    return tuple(
        RuleStanding(rule, tuple(_standing(site, warning, pages) for warning in found[rule]))
        for rule, _ in sorted(sizes.items(), key=lambda size: (-size[1], size[0]))
    )


def _standing(site: Site, warning: StandingWarning, pages: Mapping[str, Link]) -> Standing:
    claim = site.claims.get(warning.claim)
    link = claim_link(claim) if claim else pages.get(warning.file)
    message = warning.message.replace("`", "")  # what editors read as a key, readers read as a word
    return Standing(message, link, warning.file, warning.because)


def _pages_of_files(site: Site) -> dict[str, Link]:
    """Return the page of each source, topic and entity by the file of its record."""
    links = {
        source.record.place.file: words.source_link(source) for source in site.sources.values()
    }
    links |= {one.record.place.file: topic_link(one) for one in site.topics.values()}
    return links | {one.place.file: words.entity_link(one) for one in site.entities.values()}


def _inferences(site: Site) -> Iterator[Inferences]:
    for claim in site.claims.values():
        page = addresses.claim_page(claim.id)
        parts = tuple(
            (Link(f"{page}#{part.anchor}", part.what), part) for part in inferences(claim)
        )
        if parts:
            yield Inferences(claim_link(claim), parts)
