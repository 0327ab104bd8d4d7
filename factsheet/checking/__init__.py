"""Editorial rules, each a function that yields diagnostics: of one claim, or of the whole site.

A claim rule sees one claim's Evidence and nothing else: the claim with its citations, their
sources and entities, and the Background, which is the little that the rest of the site lends to
every claim and which few edits change. So what was found of a claim holds as long as the claim and
the background are the same. What compares records with each other, or changes with every new
claim, is a site rule.

To add one, write the function in the file of its subject, name it in one of the tuples and its
diagnostics in ORDER, and tell editors about it in `factsheet/rules/<rule>.md`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from factsheet.checking import bases
from factsheet.checking.backgrounds import Background, background
from factsheet.checking.bases import Basis, Before, change
from factsheet.checking.corrections import changed_without_correction, corrections_in_order
from factsheet.checking.cuts import sentences_finished
from factsheet.checking.dates import claim_dates_in_order, dates_in_order, issued_before_accessed
from factsheet.checking.evidence import Evidence, evidence
from factsheet.checking.facts import SiteFacts, site_facts
from factsheet.checking.figures import figure_values_said, figure_words_quoted
from factsheet.checking.hedges import hedges_kept
from factsheet.checking.held import is_held
from factsheet.checking.links import internal_links
from factsheet.checking.markdown import claim_markdown_allowed, markdown_allowed
from factsheet.checking.measures import figures_agree, figures_complete
from factsheet.checking.names import names_vouched_for
from factsheet.checking.numbers import numbers_quoted
from factsheet.checking.origins import origin_named, origins_apart
from factsheet.checking.plans import plans_followed_up
from factsheet.checking.quotation_marks import marked_words_quoted, marked_words_reliable
from factsheet.checking.relations import relations_between_claims, topics_not_their_own_parents
from factsheet.checking.reviews import claim_review_up_to_date, reviews_up_to_date
from factsheet.checking.rights import display_allowed
from factsheet.checking.sources import excerpts_within_limit, sources_complete
from factsheet.checking.speakers import speaker_named
from factsheet.checking.spellings import names_apart
from factsheet.checking.statuses import statuses_explained
from factsheet.checking.times import dates_quoted
from factsheet.checking.unused import claims_on_topics, records_used
from factsheet.checking.weekdays import weekdays_fit
from factsheet.checking.wording import claim_wording_kept, wording_kept
from factsheet.diagnostics import Diagnostic
from factsheet.model import Claim, Site

__all__ = [
    "Background", "Before", "SiteFacts", "background", "check", "check_claim", "check_each",
    "check_each_rule", "check_site", "in_order", "site_facts",
]  # fmt: skip

ClaimRule = Callable[[Evidence], Iterator[Diagnostic]]
SiteRule = Callable[[Site], Iterator[Diagnostic]]
FactRule = Callable[[Site, SiteFacts], Iterator[Diagnostic]]

OF_EVERY_CLAIM: tuple[ClaimRule, ...] = (
    speaker_named,
    statuses_explained,
    figure_words_quoted,
    claim_dates_in_order,
    claim_markdown_allowed,
    claim_wording_kept,
    claim_review_up_to_date,
    corrections_in_order,
)
OF_HELD_CLAIMS: tuple[ClaimRule, ...] = (
    figure_values_said,
    numbers_quoted,
    dates_quoted,
    weekdays_fit,
    marked_words_quoted,
    marked_words_reliable,
    sentences_finished,
    hedges_kept,
    names_vouched_for,
    origin_named,
    origins_apart,
    figures_complete,
    claims_on_topics,
)
"""Not for claims that are superseded or withdrawn."""
CLAIM_RULES: tuple[ClaimRule, ...] = (*OF_EVERY_CLAIM, *OF_HELD_CLAIMS)

SITE_RULES: Mapping[SiteRule, Basis] = {
    dates_in_order: Basis(("sources", "entities")),
    issued_before_accessed: Basis(("sources",)),
    display_allowed: Basis(("sources",)),
    relations_between_claims: Basis((), bases.relations),
    topics_not_their_own_parents: Basis(("topics",)),
    markdown_allowed: Basis(("sources", "topics", "entities")),
    wording_kept: Basis(("sources", "topics", "entities", "wording")),
    sources_complete: Basis(("sources",)),
    excerpts_within_limit: Basis(("record", "sources"), bases.passages),
    reviews_up_to_date: Basis(("topics",), bases.corrections),
    changed_without_correction: Basis(("released",), bases.given),
}
"""Each with all that it rests on."""
FACT_RULES: Mapping[FactRule, Basis] = {
    internal_links: Basis(("sources", "topics", "entities"), bases.links),
    names_apart: Basis(("sources", "entities")),
    figures_agree: Basis((), bases.figures),
    records_used: Basis(("sources", "entities", "whole"), bases.uses),
    plans_followed_up: Basis(("record", "sources", "topics", "whole"), bases.plan),
}
"""Rules of the whole site that look at facts first, and at few of the records or none."""

AT_ONCE = 40
"""Claims that are checked together: a processor does the same thing to several of them faster than
many things to one, as long as what was read of their texts is still at hand (`phrases.KEPT`)."""

ORDER = (
    "said-by-missing",
    "status-unexplained",
    "figure-not-quoted",
    "figure-value",
    "number-not-quoted",
    "date-not-quoted",
    "weekday-contradicts",
    "quoted-words",
    "quotes-unreliable",
    "end-before-start",
    "issued-after-accessed",
    "display-not-allowed",
    "relation-astray",
    "parent-circle",
    "bad-markdown",
    "broken-link",
    "quote-stops-short",
    "hedge-lost plan-as-fact",
    "name-not-quoted",
    "names-nearly-agree",
    "one-origin",
    "repeated-origin",
    "figure-incomplete",
    "figures-disagree",
    "wording",
    "source-incomplete",
    "excerpt-limit",
    "unused-record",
    "no-topic",
    "plan-overdue",
    "review-outdated",
    "changed-without-correction",
    "correction-order",
)
"""Rules in the order in which they are reported; two on a line are one."""
RANKS = {name: rank for rank, names in enumerate(ORDER) for name in names.split()}
KINDS = {"sources": 0, "claims": 1, "topics": 2, "entities": 3}
"""Folders of `content/`, in the order in which one rule reports them."""
SIDELINES = frozenset({"descriptor", "sections"})
"""Keys of short texts, which are reported after the long ones."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what the rules find, in order."""
    told = site_facts(site)
    of_claims = check_each(tuple(site.claims.values()), background(site, told))
    yield from in_order(chain(chain.from_iterable(of_claims), check_site(site, told)))


def check_each(claims: Sequence[Claim], background: Background) -> Iterator[tuple[Diagnostic, ...]]:
    """Yield what the rules find in each claim: depends on it and the background alone."""
    for start in range(0, len(claims), AT_ONCE):
        yield from check_some(claims[start : start + AT_ONCE], background)


def check_claim(claim: Claim, background: Background) -> tuple[Diagnostic, ...]:
    """Return what the rules find in one claim."""
    return check_some((claim,), background)[0]


def check_some(claims: Sequence[Claim], background: Background) -> list[tuple[Diagnostic, ...]]:
    """Return what the rules find in each of a few claims, having gone over them rule by rule."""
    every = [(evidence(claim, background), list[Diagnostic]()) for claim in claims]
    held = [(one, found) for one, found in every if is_held(one.claim)]
    for rules, some in ((OF_EVERY_CLAIM, every), (OF_HELD_CLAIMS, held)):
        for rule in rules:
            for one, found in some:
                found += rule(one)
    return [tuple(found) for _, found in every]


def check_site(site: Site, told: SiteFacts | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules of the whole site find, rule by rule; not what is wrong in a claim."""
    return chain.from_iterable(check_each_rule(site, told or site_facts(site)).values())


def check_each_rule(
    site: Site, told: SiteFacts, before: Before | None = None
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return what each rule of the whole site finds, by its name.

    It is what it was `before` where all that the rule rests on is.
    """
    changed = change(before.site, before.told, site, told) if before else None
    rules = [(rule.__name__, partial(rule, site), basis) for rule, basis in SITE_RULES.items()]
    for look, basis in FACT_RULES.items():
        rules.append((look.__name__, partial(look, site, told), basis))
    return {
        name: before.found[name] if before and changed and changed.spares(basis) else tuple(find())
        for name, find, basis in rules
    }


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics rule by rule, of one rule those of sources before those of claims.

    What is equal in this keeps its order: that of the site's claims, and of the site rules.
    """
    return sorted(found, key=rank)


def rank(fault: Diagnostic) -> tuple[int, bool, int]:
    folder, first = fault.place.file.split("/")[1:2], fault.place.path[:1]
    kind = KINDS.get(folder[0], 1) if folder else 1
    return RANKS[fault.rule], first != () and first[0] in SIDELINES, kind
