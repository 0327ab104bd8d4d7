"""Numbers and the words that say them."""

from collections.abc import Iterator

from factsheet.diagnostics import Diagnostic
from factsheet.model import Claim, Site
from factsheet.quotes import fold


def figure_words_quoted(site: Site) -> Iterator[Diagnostic]:
    """The words that a figure names stand in one of the claim's quotations."""
    for claim in site.claims.values():
        quotes = folded_quotes(claim) if claim.record.figures else ()
        for figure in claim.record.figures:
            words = fold(figure.words).text.strip()
            if not any(words in quote for quote in quotes):
                yield Diagnostic(
                    "figure-not-quoted",
                    "these words are in none of the claim's quotations",
                    figure.place.at("words"),
                    notes=tuple(f"quoted: “{c.passage.quote}”" for c in claim.cites),
                    mend="copy into `words` the part of the quotation that gives the number",
                )


def folded_quotes(claim: Claim) -> tuple[str, ...]:
    """Return the claim's quotations as they are compared."""
    return tuple(fold(citation.passage.quote).text for citation in claim.cites)
