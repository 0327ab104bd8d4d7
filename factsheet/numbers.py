"""Whether a quotation says the numbers of a claim, compared by value.

Two things are not missed: `one` before a noun, since `a bridge` and `one bridge` say the same,
and years, which `days` compares.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from factsheet.language.phrases import KEPT, Token, tokens
from factsheet.language.tables import Language, NumberWords
from factsheet.quantities import Quantity, quantities

_Values = tuple[Decimal | None, Decimal | None, Decimal | None]
_Meaning = tuple[_Values, str, str, str]


def same_value(one: Quantity, other: Quantity) -> bool:
    """Return whether both give the same number, whatever the bound; `15` is not `15 percent`."""
    values = (one.value, one.lower, one.upper) == (other.value, other.lower, other.upper)
    return values and (one.unit == other.unit or not (one.unit and other.unit))


def covers(said: Quantity, claimed: Quantity) -> bool:
    """Return whether words that say the first number bear out the second.

    A bound may not be dropped, added or turned, but `about` may be added. A number nobody
    counted (`thousands`) is borne out by one that was, if it is at least two and below a hundred
    of them. A unit may be left out, not added; an ordinal is no cardinal.
    """
    if (said.kind == "ordinal") != (claimed.kind == "ordinal"):
        return False
    if claimed.unit and said.unit != claimed.unit:
        return False
    if claimed.kind == "indefinite" and said.value is not None and claimed.lower is not None:
        return 2 * claimed.lower <= said.value < 100 * claimed.lower
    if not same_value(said, claimed):
        return False
    return claimed.bound in (said.bound, "about" if said.bound == "exact" else said.bound)


def unsaid(
    claim: str, quotations: Iterable[str], language: Language, quoted_in: Language | None = None
) -> tuple[Quantity, ...]:
    """Return the numbers in the claim that no quotation says, in order.

    Years are left to `days.unsaid_moments`.
    """
    other = quoted_in or language
    said = [number for words in quotations for number in said_by(words, other)]
    return missing(quantities(claim, language), said)


@lru_cache(maxsize=KEPT)
def said_by(quotation: str, language: Language) -> tuple[Quantity, ...]:
    """Return the numbers of a quotation and those that its words imply: `both` says two."""
    return *quantities(quotation, language), *_implied(tokens(quotation), language.numbers)


def missing(claimed: Iterable[Quantity], said: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return what is claimed and not said, in order; for quotations in several languages."""
    by_value: dict[_Values, dict[_Meaning, Quantity]] = {}
    for number in said:
        by_value.setdefault(_values(number), {})[_meaning(number)] = number
    wanted = [number for number in claimed if is_missed(number)]
    different = {_meaning(number): number for number in wanted}
    unborne = {key for key, number in different.items() if not _is_said(number, by_value)}
    return tuple(number for number in wanted if _meaning(number) in unborne)


def is_missed(claimed: Quantity) -> bool:
    """Return whether a number of a claim is looked for in the quotations."""
    return not (claimed.kind == "year" or claimed.as_word)


def nearest(claimed: Quantity, said: Iterable[Quantity]) -> Quantity | None:
    """Return the number said that an editor will want to see beside the one claimed, or None.

    The same value first, then the value that is nearest in proportion.
    """
    counted = [number for number in said if _size(number) and number.kind != "year"]
    size = _size(claimed)
    if not counted or not size:
        return None
    return min(counted, key=lambda number: abs((_size(number) or size) - size) / size)


def _values(number: Quantity) -> _Values:
    return number.value, number.lower, number.upper


def _meaning(number: Quantity) -> _Meaning:
    """Return all of the number but its place, so that equal ones are kept once."""
    return _values(number), number.bound, number.unit, number.kind


def _is_said(number: Quantity, by_value: Mapping[_Values, Mapping[_Meaning, Quantity]]) -> bool:
    if any(covers(other, number) for other in by_value.get(_values(number), {}).values()):
        return True
    if number.kind == "indefinite":
        return any(covers(other, number) for same in by_value.values() for other in same.values())
    if number.upper is None or number.lower is None:
        return False
    end = replace(number, lower=None, upper=None)
    return all(
        _is_said(replace(end, value=side), by_value) for side in (number.lower, number.upper)
    )


def _implied(read: Iterable[Token], words: NumberWords) -> Iterator[Quantity]:
    for token in read:
        span = token.start, token.end
        if token.word in words.implied:
            yield Quantity(span, token.text, Decimal(words.implied[token.word]))
        if token.word in words.ordinals:
            yield Quantity(span, token.text, Decimal(words.ordinals[token.word]), kind="ordinal")


def _size(number: Quantity) -> Decimal | None:
    return number.value if number.value is not None else number.lower
