"""The numbers in an editor's sentence, beside those that are quoted."""

from collections.abc import Iterator
from itertools import chain, islice

from factsheet.checking.evidence import MOST_TOLD, Evidence, beside, entry
from factsheet.diagnostics import Diagnostic
from factsheet.numbers import is_missed, missing, nearest, said_by, same_value
from factsheet.quantities import Quantity, quantities

FAR = 2
"""A number so many times another was not meant for it."""


def numbers_quoted(found: Evidence) -> Iterator[Diagnostic]:
    """A number in a claim stands in one of its quotations, or is declared as inferred."""
    claimed = quantities(found.sentence, found.language)
    if any(map(is_missed, claimed)):
        wrong = islice(unsaid(claimed, found), MOST_TOLD)
        yield from (unborne(number, found) for number in wrong)


def unsaid(claimed: tuple[Quantity, ...], found: Evidence) -> tuple[Quantity, ...]:
    """Return what neither the quotations nor the editors' inferences say, in order.

    Mostly the first quotation says all, and the others need not be read.
    """
    said = said_numbers(found)
    first = next(said, ())
    if not missing(claimed, first):
        return ()
    return missing(claimed, (*first, *chain.from_iterable(said)))


def said_numbers(found: Evidence) -> Iterator[tuple[Quantity, ...]]:
    """Yield the numbers that each quotation says, and each of the editors' inferences."""
    yield from (said_by(one.text, one.language) for one in found.quoted)
    yield from (said_by(what, found.language) for what in found.declared)


def unborne(claimed: Quantity, found: Evidence) -> Diagnostic:
    """Return the error for a number that nothing bears out, beside the one that was quoted."""
    other = meant(claimed, found)
    return Diagnostic(
        "number-not-quoted",
        f"no quotation says “{claimed.words}”" + (f", but “{other.words}”" if other else ""),
        found.claim.record.place.at("claim").saying(claimed.words),
        notes=beside(found),
        mend=mend(claimed, other),
    )


def meant(claimed: Quantity, found: Evidence) -> Quantity | None:
    """Return the number of the quotations that an editor may have meant, or None.

    Twice or half as much is another number.
    """
    said = (number for one in found.quoted for number in quantities(one.text, one.language))
    other = nearest(claimed, said)
    sizes = [number.value or number.lower for number in (claimed, other) if number]
    if other is None or not all(sizes):
        return None
    low, high = sorted(size for size in sizes if size)
    return other if high < FAR * low else None


def mend(claimed: Quantity, other: Quantity | None) -> str:
    """Return what to write; where only a bound differs, there is nothing to declare."""
    own = f"if the number is your own, add to `inferred:`  {entry(claimed.words)}"
    if other is None:
        return own
    if same_value(claimed, other) and claimed.kind == other.kind:
        return f"write “{other.words}”"
    return f"write “{other.words}”; {own}"
