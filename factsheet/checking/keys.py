"""By what figures are brought together that may count the same thing."""

from functools import lru_cache

from factsheet.model import Figure
from factsheet.quotes.folding import fold

Measure = tuple[str, ...]


def measures(figure: Figure) -> tuple[Measure, ...]:
    """Return what the figure measures, so that equal ones may be compared.

    By its name, and, when all of them are given, by its unit, period and who counted.
    """
    by_name = ("name", compared(figure.name), figure.unit, figure.per)
    if not (figure.unit and figure.period and figure.counted_by):
        return (by_name,)
    return by_name, ("count", figure.unit, figure.per, figure.period.text, figure.counted_by)


@lru_cache(maxsize=1 << 14)
def compared(name: str) -> str:
    """Return the name of a figure as names of figures are compared."""
    return fold(name).text.strip().casefold()
