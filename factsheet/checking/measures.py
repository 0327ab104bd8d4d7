"""Numbers of several claims: whether they count the same thing, and then whether they agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from msgspec import Struct

from factsheet.checking.evidence import Evidence
from factsheet.checking.facts import SiteFacts
from factsheet.checking.held import is_held
from factsheet.checking.keys import Measure, measures
from factsheet.dates import Edtf
from factsheet.diagnostics import Diagnostic
from factsheet.model import Claim, Figure, Site

LEEWAY = Decimal("0.1")
"""How far from the number given an approximate one may lie, as a part of it."""
MOST = 100
"""How many earlier figures of one measure a figure is compared with, the nearest to it in the
files, so that a file with thousands of them takes no longer than one with as many others."""
ENDLESS = Decimal("Infinity")


class Count(Struct, frozen=True):
    """A figure with the claim that gives it."""

    claim: Claim
    figure: Figure


def figures_complete(found: Evidence) -> Iterator[Diagnostic]:
    """A number says what is counted in what, for which time, and by whom."""
    for figure in found.claim.record.figures:
        given = {"unit": figure.unit, "period": figure.period, "counted-by": figure.counted_by}
        missing = [f"`{key}`" for key, value in given.items() if not value]
        if missing:
            yield Diagnostic(
                "figure-incomplete",
                f"this number has no {' or '.join(missing)}",
                figure.place.at("words"),
                severity="warning",
                mend="add what the article says of it; where it says nothing, accept this warning"
                " with that as the reason",
            )


def figures_agree(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
    """Two numbers for one thing agree, or a relation between their claims says how they differ."""
    seen: dict[Measure, list[Count]] = defaultdict(list)
    for count in counts(site, told):
        keys = measures(count.figure)
        earlier = (other for key in keys for other in islice(reversed(seen[key]), MOST))
        other = next((other for other in earlier if is_contrary(count, other)), None)
        if other is not None:
            yield disagreement(count, other)
        for key in keys:
            seen[key].append(count)


def counts(site: Site, told: SiteFacts) -> Iterator[Count]:
    """Yield the figures that the site stands by of claims that measure the same as another."""
    measuring = [(id, one.measures) for id, one in told.claims.items() if one.measures]
    times = Counter(chain.from_iterable(keys for _, keys in measuring))
    for id, keys in measuring:
        if any(times[key] > 1 for key in keys) and is_held(claim := site.claims[id]):
            yield from (Count(claim, figure) for figure in claim.record.figures)


def is_contrary(one: Count, other: Count) -> bool:
    """Return whether figures of two claims cannot both be so, and no relation explains it."""
    return (
        one.claim.id != other.claim.id
        and do_overlap(one.figure.period, other.figure.period)
        and are_about_one(one, other)
        and not are_compatible(one.figure, other.figure)
        and not are_related(one.claim, other.claim)
    )


def do_overlap(one: Edtf | None, other: Edtf | None) -> bool:
    """Return whether two periods may share a day; one that is not given may be any."""
    if one is None or other is None:
        return True
    return not (is_before(one, other) or is_before(other, one))


def is_before(one: Edtf, other: Edtf) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def are_about_one(one: Count, other: Count) -> bool:
    """Return whether the claims share a subject; under one name, those without may be about it."""
    subjects, others = set(one.claim.record.about), set(other.claim.record.about)
    if measures(one.figure)[0] == measures(other.figure)[0] and not (subjects and others):
        return True
    return bool(subjects & others)


def are_compatible(one: Figure, other: Figure) -> bool:
    """Return whether a number can be what both say: exactly, at least, at most, about."""
    (low, high), (lowest, highest) = bounds(one), bounds(other)
    return low <= highest and lowest <= high


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number that the figure may mean."""
    if figure.value is not None:
        low = high = figure.value
    else:
        low = first_of(figure.at_least, figure.lower, -ENDLESS)
        high = first_of(figure.at_most, figure.upper, ENDLESS)
    if not figure.approximate:
        return low, high
    return low - leeway(low), high + leeway(high)


def leeway(number: Decimal) -> Decimal:
    return abs(number) * LEEWAY if number.is_finite() else Decimal(0)


def first_of(*numbers: Decimal | None) -> Decimal:
    return next(number for number in numbers if number is not None)


def are_related(one: Claim, other: Claim) -> bool:
    """Return whether either claim says how it bears on the other."""
    return any(r.claim == other.id for r in one.record.relations) or any(
        r.claim == one.id for r in other.record.relations
    )


def disagreement(one: Count, other: Count) -> Diagnostic:
    """Return the warning, told at the later of the two figures."""
    return Diagnostic(
        "figures-disagree",
        f"this number and one in `{other.claim.id}` measure the same and cannot both be so",
        one.figure.place.at("words"),
        severity="warning",
        notes=(f"here: “{one.figure.words}”", f"there: “{other.figure.words}”"),
        mend=f"tell readers how they differ, under `relations`: disputes: {other.claim.id}"
        " (or updates, qualifies, not-comparable-to), with the reason",
        also=(other.figure.place.at("words"),),
    )
