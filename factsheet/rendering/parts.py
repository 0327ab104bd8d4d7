"""Parts of pages that are the same on many: rendered once, and put into each."""

from jinja2 import Environment
from markupsafe import Markup

from factsheet.pages import ClaimBlock, ClaimCard, Page
from factsheet.pages.blocks import ROOT
from factsheet.pages.values import Masthead, SourceLine

GROUNDS = "partials/grounds.html"
"""The template of what is the same wherever a claim is shown."""
SOURCE_LINE = "partials/source_line.html"
"""The template of what is the same wherever a source is listed."""


class Shared:
    """The filter `shared`: a part of the frame, rendered once for all pages that have the same."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._kept: dict[tuple[str, str], tuple[Masthead, dict[str, Markup]]] = {}
        self._last: tuple[Page | None, dict[str, Markup]] = None, {}
        """The page that was asked for last, and the parts that it shares by their templates."""

    def __call__(self, page: Page, template: str) -> Markup:
        """Return the part as this page shows it."""
        last, parts = self._last
        if last is not page:
            parts = self._shared(page)
            self._last = page, parts
        known = parts.get(template)
        if known is None:
            whole = self._environment.get_template(template)
            html = whole.render(page=page, site=page.site, root=page.root)
            known = parts[template] = Markup(html.removesuffix("\n"))
        return known

    def _shared(self, page: Page) -> dict[str, Markup]:
        """Return the parts of all pages that have the same, as far as any was asked for."""
        key = page.root, page.path if page.listed else ""
        known = self._kept.get(key)
        if known is None or (known[0] is not page.site and known[0] != page.site):
            known = self._kept[key] = page.site, {}
        return known[1]


class Listed:
    """The filter `listed`: a source in a list, rendered once for all lists that have the same."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._kept: dict[tuple[str, str], tuple[SourceLine, Markup]] = {}

    def __call__(self, line: SourceLine, root: str) -> Markup:
        """Return the finished HTML, without a line end."""
        key = root, line.link.href
        known = self._kept.get(key)
        if known is None or (known[0] is not line and known[0] != line):
            html = self._environment.get_template(SOURCE_LINE).render(line=line, root=root)
            known = self._kept[key] = line, Markup(html.removesuffix("\n"))
        return known[1]


class Grounds:
    """The filter `grounds`: what a claim rests on, from the claim's block or from its card.

    The last block's is kept, since a claim's page shows what its card holds.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._last: tuple[ClaimBlock, Markup] | None = None

    def __call__(self, claim: ClaimBlock | ClaimCard) -> Markup:
        """Return the finished HTML, without a line end."""
        if isinstance(claim, ClaimCard):
            return Markup(claim.grounds.decode())
        last = self._last
        if last is None or (last[0] is not claim and last[0] != claim):
            html = self._environment.get_template(GROUNDS).render(claim=claim, root=ROOT)
            last = self._last = claim, Markup(html.removesuffix("\n"))
        return last[1]
