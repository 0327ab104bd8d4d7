"""The known name that somebody may have meant, and names that are nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

SLIPS = 2
"""Letters in which two long names may differ."""
LONG = 7
"""Letters from which a name is long; a shorter one may differ in one."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, or None where nothing is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the mend for a name that is not known; empty where nothing is near."""
    meant = nearest(word, known)
    return f"did you mean `{meant}`?" if meant else ""


def nearly_same(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that differ in a letter or two (Levenshtein), each once, sorted.

    Time grows with the number of names, not with the number of pairs.
    """
    pairs = {(min(pair), max(pair)) for pair in _maybe_near(names)}
    return tuple(pair for pair in sorted(pairs) if _is_near(*pair)) if pairs else ()


def _maybe_near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that may be near, some of them often.

    Names of one length are compared with each other and with those a letter shorter, and then
    let go: what is left of all names at once would take a hundred times the room of the names.
    """
    of_length: dict[int, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        of_length[len(name)].append(name)
    shorter: dict[str, tuple[str, ...]] = {}
    for length in sorted(of_length):
        groups = _by_what_is_left(of_length[length])
        shorter = shorter if length - 1 in of_length else {}
        for left, group in groups.items():
            yield from combinations(group, 2)
            yield from product(shorter.get(left, ()), group)
        shorter = groups


def _by_what_is_left(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the names by all that is left of them without one letter or two.

    Names at a distance of two share one of these; those that share one need not be so near.
    """
    groups: dict[str, tuple[str, ...]] = {}
    for name in names:
        for left in set(_without(name, SLIPS if len(name) >= LONG - 1 else 1)):
            groups[left] = (*groups.get(left, ()), name)
    return groups


def _without(name: str, slips: int) -> Iterator[str]:
    for count in range(slips + 1):
        for places in combinations(range(len(name)), count):
            yield "".join(letter for at, letter in enumerate(name) if at not in places)


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz import distance

    slips = SLIPS if min(len(one), len(other)) >= LONG else 1
    if abs(len(one) - len(other)) > 1:
        return False
    return distance.Levenshtein.distance(one, other, score_cutoff=slips) <= slips
