"""Editorial rules: each is a function over the finished Site that yields diagnostics.

To add one, write the function in the file of its subject, name it in RULES, and tell editors about
it in `factsheet/rules/<rule>.md`.
"""

from collections.abc import Callable, Iterator

from factsheet.checking.corrections import changed_without_correction, corrections_in_order
from factsheet.checking.cuts import sentences_finished
from factsheet.checking.dates import dates_in_order, issued_before_accessed
from factsheet.checking.figures import figure_values_said, figure_words_quoted
from factsheet.checking.hedges import hedges_kept
from factsheet.checking.markdown import internal_links, markdown_allowed
from factsheet.checking.measures import figures_agree, figures_complete
from factsheet.checking.names import names_vouched_for
from factsheet.checking.numbers import numbers_quoted
from factsheet.checking.origins import origin_named, origins_apart
from factsheet.checking.plans import plans_followed_up
from factsheet.checking.quotation_marks import marked_words_quoted, marked_words_reliable
from factsheet.checking.relations import relations_between_claims, topics_not_their_own_parents
from factsheet.checking.reviews import reviews_up_to_date
from factsheet.checking.rights import display_allowed
from factsheet.checking.sources import excerpts_within_limit, sources_complete
from factsheet.checking.speakers import speaker_named
from factsheet.checking.spellings import names_apart
from factsheet.checking.statuses import statuses_explained
from factsheet.checking.times import dates_quoted
from factsheet.checking.unused import claims_on_topics, records_used
from factsheet.checking.weekdays import weekdays_fit
from factsheet.checking.wording import wording_kept
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

Rule = Callable[[Site], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    speaker_named,
    statuses_explained,
    figure_words_quoted,
    figure_values_said,
    numbers_quoted,
    dates_quoted,
    weekdays_fit,
    marked_words_quoted,
    marked_words_reliable,
    dates_in_order,
    issued_before_accessed,
    display_allowed,
    relations_between_claims,
    topics_not_their_own_parents,
    markdown_allowed,
    internal_links,
    sentences_finished,
    hedges_kept,
    names_vouched_for,
    names_apart,
    origin_named,
    origins_apart,
    figures_complete,
    figures_agree,
    wording_kept,
    sources_complete,
    excerpts_within_limit,
    records_used,
    claims_on_topics,
    plans_followed_up,
    reviews_up_to_date,
    changed_without_correction,
    corrections_in_order,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what the rules find, rule by rule."""
    for rule in RULES:
        yield from rule(site)
