"""Editorial rules: each is a function over the finished Site that yields diagnostics.

To add one, write the function in the file of its subject, name it in RULES, and tell editors about
it in `factsheet/rules/<rule>.md`.
"""

from collections.abc import Callable, Iterator

from factsheet.checking.corrections import changed_without_correction, corrections_in_order
from factsheet.checking.dates import dates_in_order, issued_before_accessed
from factsheet.checking.figures import figure_words_quoted
from factsheet.checking.markdown import internal_links, markdown_allowed
from factsheet.checking.relations import relations_between_claims, topics_not_their_own_parents
from factsheet.checking.rights import display_allowed
from factsheet.checking.speakers import speaker_named
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site

Rule = Callable[[Site], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    speaker_named,
    figure_words_quoted,
    dates_in_order,
    issued_before_accessed,
    display_allowed,
    relations_between_claims,
    topics_not_their_own_parents,
    markdown_allowed,
    internal_links,
    changed_without_correction,
    corrections_in_order,
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what the rules find, rule by rule."""
    for rule in RULES:
        yield from rule(site)
