"""What the checks know of a language: its words for numbers, times and hedges.

A table is equal to itself alone, so that what was read by it can be kept by it.

A table holds words in small letters with straight apostrophes; a phrase is words with one space
between them. What only names do (capital letters, digits, signs) is the same in every language
and stands in the modules that read.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from factsheet.language.phrases import Phrases

Bound = Literal["exact", "at-least", "at-most", "about"]
HedgeKind = Literal[
    "approximation", "likelihood", "expectation", "future", "commitment", "allegation",
    "request", "attribution", "negation", "condition", "contrast",
]  # fmt: skip

_NOTHING: frozenset[str] = frozenset()


class NumberWords(Struct, frozen=True, eq=False):
    """How a language says how many."""

    thousands: str = ","
    """Characters between groups of three digits; narrow and no-break spaces always are."""
    decimals: str = "."
    cardinals: Mapping[str, int] = field(default_factory=dict)
    """Words that are added up, to below 1,000: `seven`, `twenty`, `doscientos`."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply what stands before them: `hundred`, `million`, `dozen`."""
    alone: frozenset[str] = _NOTHING
    """Scales that need no number before them: Spanish `mil`."""
    short_scales: Mapping[str, int] = field(default_factory=dict)
    """Scales written straight after digits: `bn`."""
    money_scales: Mapping[str, int] = field(default_factory=dict)
    """Scales only after an amount of money, since they mean something else elsewhere: `m`."""
    plurals: Mapping[str, int] = field(default_factory=dict)
    """Numbers nobody counted: `dozens`, `thousands`; what one of them is."""
    several: frozenset[str] = _NOTHING
    """Before a scale they make a number nobody counted: `several hundred`."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: frozenset[str] = _NOTHING
    before_ordinals: frozenset[str] = _NOTHING
    """A word like `second` counts as an ordinal only after one of these."""
    fractions: Mapping[str, int] = field(default_factory=dict)
    """`third`, `quarters`: into how many parts."""
    halves: frozenset[str] = _NOTHING
    and_a_half: Phrases[str] = field(default_factory=Phrases)
    """After a number they add half of one."""
    articles: frozenset[str] = _NOTHING
    """Stand for one before a scale: `a dozen`."""
    of: frozenset[str] = _NOTHING
    """After a part of a whole: `half of`, `half the`."""
    joiner: str = ""
    """Between the parts of one number: `and`, `y`."""
    joins_tens: bool = False
    """Whether the joiner stands after tens (Spanish) or after hundreds and above (English)."""
    ones: frozenset[str] = _NOTHING
    """`one`: a number only when no pronoun."""
    before_pronoun_one: frozenset[str] = _NOTHING
    after_pronoun_one: frozenset[str] = _NOTHING
    percent: Phrases[str] = field(default_factory=Phrases)
    currencies: Mapping[str, str] = field(default_factory=dict)
    """Sign, code or word to ISO 4217 code."""
    bounds: Phrases[Bound] = field(default_factory=Phrases)
    """Phrases before a number."""
    bounds_after: Phrases[Bound] = field(default_factory=Phrases)
    places: frozenset[str] = _NOTHING
    """Bounds that are prepositions of place and time too (`over two days`): they count only
    before numbers above twelve that no time unit follows."""
    fillers: frozenset[str] = _NOTHING
    """May stand between a bound and its number: `more than an additional 20`."""
    time_units: frozenset[str] = _NOTHING
    range_to: frozenset[str] = _NOTHING
    range_from: frozenset[str] = _NOTHING
    """Before the first of two numbers: a change, not a range (`from 10 to 20`)."""
    between: frozenset[str] = _NOTHING
    between_and: frozenset[str] = _NOTHING
    prefixes: frozenset[str] = _NOTHING
    """May be tied to a number by a hyphen (`mid-2023`); any other word makes it a name."""
    clock: frozenset[str] = _NOTHING
    """After a number that is a time of day."""
    implied: Mapping[str, int] = field(default_factory=dict)
    """Words that say a number without being one: `both`, `twice`."""


class TimeWords(Struct, frozen=True, eq=False):
    """How a language says when."""

    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Monday is 0."""
    months: Mapping[str, int] = field(default_factory=dict)
    """January is 1; abbreviations without their stop."""
    capitalised: bool = True
    """Whether names of days and months are written with a capital letter."""
    doubtful: frozenset[str] = _NOTHING
    """Months that are other words too (`May`, `March`); they need a number or a preposition."""
    before_times: frozenset[str] = _NOTHING
    """Prepositions before months and years."""
    before_years: frozenset[str] = _NOTHING
    """Before a year that tells which one is meant: `the 2023 talks`."""
    of: frozenset[str] = _NOTHING
    """Between a day and its month, a month and its year."""
    back: frozenset[str] = _NOTHING
    """Before a time that is over or has begun: `since`."""
    forward: frozenset[str] = _NOTHING
    """Before a time to come: `coming`."""
    vague: frozenset[str] = _NOTHING
    """Before a time of which people disagree which one is meant: `next Friday`."""
    future: frozenset[str] = _NOTHING
    """In a sentence before a weekday they leave open whether it is over."""
    small: frozenset[str] = _NOTHING
    """Words in small letters that may follow a year; before any other a number is no year."""
    relatives: Phrases[str] = field(default_factory=Phrases)
    """Phrase to a key of `days.SPANS_OF_DAYS`, or to a key that names no certain days."""


class HedgeWords(Struct, frozen=True):
    """How a language says that something is not quite so, not yet so, or only said to be so."""

    kinds: Phrases[HedgeKind | None] = field(default_factory=Phrases)
    """None: words that look like a hedge and are none (`not only`)."""
    deniers: Phrases[str] = field(default_factory=Phrases)
    """Before words that the sentence does not affirm: `denied that`."""
    empty: frozenset[str] = _NOTHING
    """Words too common to show that two sentences speak of the same."""
    stems: Mapping[str, str] = field(default_factory=dict)
    """Irregular forms."""
    clauses: frozenset[str] = _NOTHING
    """Words that begin another clause, on which a hedge before them does not bear."""
    infinitive: frozenset[str] = _NOTHING
    """Between whom somebody asks and what for."""
    endings: tuple[str, ...] = ()
    """Cut off before words are compared, the first that fits."""
    past: frozenset[str] = _NOTHING
    """Irregular past forms."""
    past_endings: tuple[str, ...] = ()


class Language(Struct, frozen=True, eq=False):
    """All that the checks know of one language; empty tables say nothing and raise no alarm."""

    tag: str
    numbers: NumberWords = field(default_factory=NumberWords)
    times: TimeWords = field(default_factory=TimeWords)
    hedges: HedgeWords = field(default_factory=HedgeWords)
    name_endings: tuple[str, ...] = ()
    """By which names of countries, peoples and persons differ: `Mexico`, `Mexicans`."""
