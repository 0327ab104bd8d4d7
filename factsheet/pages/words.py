"""The site's own words for what records say in codes."""

from collections.abc import Iterable
from functools import lru_cache

from factsheet import addresses, dates, markup
from factsheet.dates import Edtf
from factsheet.model import Entity, Figure, Kind, Link, Name, Relation, Source, Status
from factsheet.pages import values
from factsheet.pages.values import Day

KINDS: dict[Kind, tuple[str, str]] = {
    "event": ("Event", "Events"),
    "measure": ("Measure", "Measures"),
    "statement": ("Statement", "Statements"),
    "figure": ("Figure", "Figures"),
    "plan": ("Plan", "Plans"),
    "opinion": ("Opinion", "Opinions"),
    "background": ("Background", "Background"),
}
"""One and many, in the order in which a page shows them."""

STATUSES: dict[Status, str] = {
    "draft": "Draft",
    "published": "",
    "disputed": "Disputed",
    "superseded": "Superseded",
    "withdrawn": "Withdrawn",
}

RELATIONS: dict[Relation, str] = {
    "supports": "",
    "disputes": "Disputes the claim",
    "qualifies": "Qualifies the claim",
    "context": "Context",
}

LINKS: dict[Link, tuple[str, str]] = {
    "updates": ("Updates", "Updated by"),
    "corrects": ("Corrects", "Corrected by"),
    "disputes": ("Disputes", "Disputed by"),
    "qualifies": ("Qualifies", "Qualified by"),
    "fulfils": ("Carries out", "Carried out by"),
    "not-comparable-to": ("Not to be compared with", "Not to be compared with"),
}
"""How a claim bears on another, seen from its own end and from the other."""

RIGHTS = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright, EU orphan work",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-RUU": "In copyright, rights-holder not found",
    "NoC-CR": "No copyright, contractual restrictions",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-OKLR": "No copyright, other known legal restrictions",
    "NoC-US": "No copyright in the United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}
"""rightsstatements.org 1.0."""

URL_STATUSES = {
    "live": "",
    "dead": "no longer online",
    "deviated": "now shows something else",
    "unknown": "",
}

DAYS_KEPT = 4096
"""Dates of which the words are remembered; an archive says few, and each of them often."""


def day(date: Edtf | None) -> Day | None:
    """Return the date as a page shows it; None stays None."""
    return None if date is None else dated(date)


@lru_cache(DAYS_KEPT)
def dated(date: Edtf) -> Day:
    """Return a date that is there for sure as a page shows it."""
    said, iso = dates.in_words(date), dates.iso(date) or ""
    return Day(said, iso, markup.time(said, iso))


def publication(source: Source) -> str:
    """Return who published the source, or its title where nobody is named."""
    return source.record.container_title or source.record.title


def authors(names: Iterable[Name]) -> str:
    """Return the names as a byline has them: `A, B and C`."""
    shown = [name.literal or f"{name.given} {name.family}".strip() for name in names]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def entity_link(entity: Entity) -> values.Link:
    """Return the entity's name, leading to its page."""
    return values.Link(addresses.entity_page(entity.id), entity.name)


def source_link(source: Source) -> values.Link:
    """Return the source's title, leading to its page."""
    return values.Link(addresses.source_page(source.id), source.record.title)


def amount(figure: Figure) -> str:
    """Return value, bounds, unit and rate in words; empty when the figure has no number.

    A unit with which the figure's name begins is left to the name: `304,162` people entering.
    """
    number = _number(figure)
    about = "about " if figure.approximate else ""
    rate = f"per {figure.per}" if figure.per else ""
    named = not rate and figure.name.startswith(f"{figure.unit} ")
    unit = "" if named else figure.unit
    return " ".join(filter(None, (about + number if number else "", unit, rate)))


def _number(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value:,f}"
    if figure.lower is not None and figure.upper is not None:
        return f"{figure.lower:,f} to {figure.upper:,f}"
    if figure.at_least is not None and figure.at_most is not None:
        return f"at least {figure.at_least:,f} and at most {figure.at_most:,f}"
    if figure.at_least is not None:
        return f"at least {figure.at_least:,f}"
    return f"at most {figure.at_most:,f}" if figure.at_most is not None else ""


def foreign(language: str, home: str) -> str:
    """Return the tag when it is another language than the one at home, else nothing."""
    if language == home or language.partition("-")[0] == home.partition("-")[0]:
        return ""
    return language


def date_or_words(text: str) -> str:
    """Return an EDTF date in words, and any other text as it is."""
    try:
        return dates.in_words(dates.parse(text))
    except ValueError:
        return text


def has_quotation_marks(text: str) -> bool:
    """Return whether the article puts any of these words into quotation marks."""
    return any(mark in text for mark in '“”"«»„')
