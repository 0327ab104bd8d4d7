"""Numbers in running text, with what bounds them and what they count in.

Not read, since they are names or say nothing that could be wrong: digits in names (`COVID-19`,
`24/7`, `B12`, `1990s`), times of day, the numbers of a list, the day in a date (dates are the
matter of `moments`), `one` as a pronoun, `second` where it may be a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsheet.language.amounts import Numeral, NumeralKind
from factsheet.language.numerals import beginnings, numeral_at
from factsheet.language.phrases import DASHES, KEPT, Token, tokens, word_at
from factsheet.language.signs import may_count
from factsheet.language.tables import Bound, Language, NumberWords
from factsheet.moments import Moment, moments
from factsheet.sentences import Span

SMALL = 12
"""Up to it a number in words after `over` or `around` is no estimate."""


class Quantity(Struct, frozen=True):
    """A number as a text gives it."""

    span: Span
    """Code points, half-open: from the bound to the unit."""
    words: str
    value: Decimal | None = None
    """None: a range, or a number that nobody counted."""
    lower: Decimal | None = None
    """Of a range; of a number nobody counted, what it is made of: 1,000 for `thousands`."""
    upper: Decimal | None = None
    bound: Bound = "exact"
    unit: str = ""
    """ISO 4217 code, `percent`, or empty."""
    kind: NumeralKind = "cardinal"
    as_word: bool = False
    """The single word for one."""


@lru_cache(maxsize=KEPT)
def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Return the numbers of a text in order, not overlapping. Linear time."""
    if not may_count(text, language):
        return ()
    read = tokens(text)
    named = moments(text, language)
    numerals = tuple(_numerals(read, language.numbers, named))
    if not numerals:
        return ()
    merged = _merged(numerals, read, language.numbers)
    return tuple(_quantities(text, read, merged, language.numbers))


def _numerals(
    read: Sequence[Token], words: NumberWords, named: Sequence[Moment]
) -> Iterator[Numeral]:
    done, passed, begins = 0, 0, beginnings(words)
    for index in [at for at, one in enumerate(read) if one.word in begins or one.kind == "digits"]:
        if index < done:
            continue
        token, found = read[index], numeral_at(read, index, words)
        while passed < len(named) and named[passed].span[1] <= token.start:
            passed += 1
        if passed < len(named) and named[passed].span[0] <= token.start:
            found = _year_of(found, named[passed])
        if found:
            yield found
            done = found.end


def _year_of(found: Numeral | None, moment: Moment) -> Numeral | None:
    """Return the number if it is the year of a date; its day is no number."""
    is_year = found is not None and moment.year is not None and found.value == moment.year
    return replace(found, kind="year") if found and is_year else None


def _merged(
    numerals: Sequence[Numeral], read: Sequence[Token], words: NumberWords
) -> Iterator[tuple[Numeral, Numeral | None]]:
    """Yield each number with the other end of its range, or with None."""
    index = 0
    while index < len(numerals):
        first = numerals[index]
        second = numerals[index + 1] if index + 1 < len(numerals) else None
        if second is not None and _is_range(first, second, read, words):
            yield first, second
            index += 2
        else:
            yield first, None
            index += 1


def _is_range(first: Numeral, second: Numeral, read: Sequence[Token], words: NumberWords) -> bool:
    """Return whether the two are the ends of one range: `18–22`, `between 10 and 20`."""
    if second.start != first.end + 1 or first.value is None or second.value is None:
        return False
    if "ordinal" in (first.kind, second.kind) or not _end(first, second) < second.value:
        return False
    link, before = read[first.end], read[first.start - 1].word if first.start else ""
    if link.text in DASHES:
        return link.glued == read[second.start].glued
    if link.word in words.range_to:
        return before not in words.range_from and "year" not in (first.kind, second.kind)
    return link.word in words.between_and and before in words.between


def _end(first: Numeral, second: Numeral) -> Decimal:
    """Return the lower end; a scale said once counts for both: `10 to 20 million`."""
    value, upper = first.value or Decimal(0), second.value or Decimal(0)
    shared = value * second.scale
    return shared if first.scale == 1 and second.scale > 12 and shared < upper else value


def _quantities(
    text: str,
    read: Sequence[Token],
    numerals: Iterable[tuple[Numeral, Numeral | None]],
    words: NumberWords,
) -> Iterator[Quantity]:
    before = {end: (start, bound) for start, end, bound in words.bounds.found(read)}
    for first, second in numerals:
        last = second or first
        start, bound = _bound_before(first, last, read, before, words)
        end, after = _bound_after(last, read, words)
        bound = after if bound == "exact" else bound
        span = read[start].start, read[end - 1].end
        yield _quantity(span, text[slice(*span)], first, second, bound)


def _quantity(
    span: Span, words: str, first: Numeral, second: Numeral | None, bound: Bound
) -> Quantity:
    if second is not None:
        unit = second.unit or first.unit
        kind: NumeralKind = "cardinal" if second.kind == first.kind == "cardinal" else second.kind
        return Quantity(span, words, None, _end(first, second), second.value, bound, unit, kind)
    kind = "cardinal" if first.kind == "year" and bound != "exact" else first.kind
    return Quantity(
        span, words, first.value, first.magnitude, None, bound, first.unit, kind, first.as_word
    )


def _bound_before(
    first: Numeral,
    last: Numeral,
    read: Sequence[Token],
    before: Mapping[int, tuple[int, Bound]],
    words: NumberWords,
) -> tuple[int, Bound]:
    at = first.start
    for _ in range(3):
        if at in before:
            start, bound = before[at]
            place = start + 1 == at and read[start].word in words.places
            if place and _is_place(last, read, words):
                break
            return start, bound
        if at == 0 or read[at - 1].word not in words.fillers:
            break
        at -= 1
    return first.start, "exact"


def _is_place(number: Numeral, read: Sequence[Token], words: NumberWords) -> bool:
    """Return whether a preposition before the number is one of place or time."""
    if number.kind in ("ordinal", "year") or word_at(read, number.end) in words.time_units:
        return True
    small = number.value is not None and number.value <= SMALL and not number.unit
    return small and read[number.start].kind == "word"


def _bound_after(last: Numeral, read: Sequence[Token], words: NumberWords) -> tuple[int, Bound]:
    hit = words.bounds_after.at(read, last.end) if last.end < len(read) else None
    return hit or (last.end, "exact")
