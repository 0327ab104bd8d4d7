"""Numbers and the words that say them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from msgspec.structs import replace

from factsheet.checking.evidence import Evidence, beside, places
from factsheet.diagnostics import Diagnostic
from factsheet.model import Figure
from factsheet.numbers import said_by
from factsheet.quantities import Quantity
from factsheet.quotes.folding import fold

PERCENT = frozenset({"percent", "per cent", "%", "percentage points", "por ciento"})
"""Ways to write this unit."""
KEYS = {
    "value": "value", "at_least": "at-least", "at_most": "at-most", "lower": "from", "upper": "to",
}  # fmt: skip
"""Where a figure keeps its numbers, and the keys of the record."""


def figure_words_quoted(found: Evidence) -> Iterator[Diagnostic]:
    """The words that a figure names stand in one of the claim's quotations."""
    for figure in found.claim.record.figures:
        words = fold(figure.words).text.strip()
        if not any(words in one.folded.text for one in found.quoted):
            yield Diagnostic(
                "figure-not-quoted",
                "these words are in none of the claim's quotations",
                figure.place.at("words"),
                notes=tuple(f"quoted: “{one.text}”" for one in found.quoted),
                mend="copy into `words` the part of the quotation that gives the number",
            )


def figure_values_said(found: Evidence) -> Iterator[Diagnostic]:
    """A figure's number, bound and unit are what its words say."""
    for figure in found.claim.record.figures:
        declared = (n for what in found.declared for n in said_by(what, found.language))
        if any(says(number, figure) for number in chain(said_of(figure, found), declared)):
            continue
        if said := tuple(said_of(figure, found)):
            yield mistaken(figure, said, found)


def said_of(figure: Figure, found: Evidence) -> Iterator[Quantity]:
    """Yield the numbers that its words say, with the bounds that the quotation puts on them.

    They are read in the whole quotation: a figure whose words leave out `more than` has it still.
    """
    return (
        number
        for one in found.quoted
        for start, end in places(figure.words, one.folded)
        for number in said_by(one.text, one.language)
        if number.span[0] < end and start < number.span[1]
    )


def says(said: Quantity, figure: Figure) -> bool:
    """Return whether the words give the figure's number, with its bound, in its unit."""
    if not has_unit(said, figure):
        return False
    if said.kind == "indefinite":
        return is_indefinite(said, figure)
    if said.bound == "about" and not figure.approximate:
        return False
    return numbers_of(figure) == numbers_of(as_figure(said, figure))


def has_unit(said: Quantity, figure: Figure) -> bool:
    """Return whether the figure's unit is the one of the words; one not given is not missed."""
    if not said.unit or not figure.unit:
        return True
    if said.unit == "percent":
        return figure.unit.casefold() in PERCENT
    return figure.unit == said.unit


def is_indefinite(said: Quantity, figure: Figure) -> bool:
    """Return whether a figure for `thousands`, which nobody counted, claims no more than that."""
    least = said.lower or Decimal(1)
    if figure.at_least is not None:
        return least <= figure.at_least <= 2 * least
    return figure.approximate and figure.value is not None and least <= figure.value < 100 * least


def as_figure(said: Quantity, figure: Figure) -> Figure:
    """Return the figure with the numbers that the words give."""
    bare = replace(figure, value=None, at_least=None, at_most=None, lower=None, upper=None)
    if said.value is None:
        return replace(bare, lower=said.lower, upper=said.upper)
    if said.bound == "at-least":
        return replace(bare, at_least=said.value)
    if said.bound == "at-most":
        return replace(bare, at_most=said.value)
    return replace(bare, value=said.value)


def numbers_of(figure: Figure) -> tuple[Decimal | None, ...]:
    """Return value, lower and upper bound, with a range as both bounds."""
    low, high = figure.at_least, figure.at_most
    return (
        figure.value,
        figure.lower if low is None else low,
        figure.upper if high is None else high,
    )


def mistaken(figure: Figure, said: tuple[Quantity, ...], found: Evidence) -> Diagnostic:
    """Return the error, told at the key that is wrong, with what the words would have there."""
    meant, wrong = said[0], given(figure)
    right = given(as_figure(meant, figure))
    place = figure.place.at(next(iter(wrong)))
    mend = f"write `{'`, `'.join(map(line, right.items()))}`"
    if not has_unit(meant, figure):
        place, mend = figure.place.at("unit"), f"write `unit: {meant.unit}`"
    elif meant.kind == "indefinite":
        mend = f"write `at-least: {meant.lower:f}`; nobody counted them"
    elif right == wrong:
        mend = "add `approximate: true`"
    else:
        place = figure.place.at(next(key for key in wrong if wrong[key] != right.get(key)))
    return Diagnostic(
        "figure-value",
        f"the words say “{meant.words}”, and the figure does not",
        place,
        notes=beside(found),
        mend=mend,
    )


def given(figure: Figure) -> dict[str, Decimal]:
    """Return the numbers of a figure under the keys of its record."""
    values = {key: getattr(figure, name) for name, key in KEYS.items()}
    return {key: value for key, value in values.items() if value is not None}


def line(pair: tuple[str, Decimal]) -> str:
    """Return a line of the record."""
    return f"{pair[0]}: {pair[1]:f}"
