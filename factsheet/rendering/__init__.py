"""Step five: a page and a theme become a file. Pure: the same page gives the same bytes.

Autoescape is on for every template whatever its name, and a name that is not there is a fault.
What comes out unescaped was made by `markup` or `pages.marks`, or was rendered here.
"""

from factsheet.model import Output
from factsheet.pages import ClaimCard, ClaimPage, Page
from factsheet.rendering.faults import FAULTS, BrokenTemplate, broken
from factsheet.rendering.filters import FILTERS, bare, count, sentence
from factsheet.rendering.parts import GROUNDS
from factsheet.rendering.themes import (
    BESIDE,
    PACKAGED,
    Theme,
    assets,
    compile_templates,
    load_theme,
)

__all__ = [
    "BESIDE", "FILTERS", "PACKAGED", "BrokenTemplate", "Theme",
    "assets", "bare", "card", "compile_templates", "count", "load_theme", "render", "sentence",
]  # fmt: skip


def card(page: ClaimPage, theme: Theme) -> ClaimCard:
    """Return the claim as lists show it; raise BrokenTemplate when a template cannot be used."""
    claim = page.whole
    try:
        grounds = theme.environment.filters["grounds"](claim)
    except FAULTS as error:
        raise broken(error, GROUNDS) from error
    return ClaimCard(
        id=claim.id,
        page=claim.page,
        sentence=claim.sentence,
        plain=claim.plain,
        has_links=claim.has_links,
        kind=claim.kind,
        status=claim.status,
        grounds=grounds.encode(),
    )


def render(page: Page, theme: Theme) -> Output:
    """Return the page's file; raise BrokenTemplate when its template cannot be used."""
    try:
        html = theme.environment.get_template(page.template).render(
            page=page, site=page.site, root=page.root
        )
    except FAULTS as error:
        raise broken(error, page.template) from error
    return Output(page.path, html.encode())
