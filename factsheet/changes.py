"""What changed in a claim since readers were given it, in words.

A figure is the same one as long as its name or its value is, a citation as long as its words or
its source are: what only moved in its list has not changed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from factsheet.quotes.folding import fold
from factsheet.quotes.nearness import difference
from factsheet.releases import ReleasedCitation, ReleasedClaim, ReleasedFigure

Part = Literal["claim", "figures", "cites", "status", "kind", "corrections"]

OWED: frozenset[Part] = frozenset({"claim", "figures", "cites", "status", "corrections"})
"""Parts that do not change without a correction; the kind only sorts claims."""


class Change(Struct, frozen=True):
    """One thing that is not as it was."""

    part: Part
    words: str
    """`one figure changed: 460,000 → 461,000`."""
    was: str
    """What readers were given, in words."""
    position: int | None = None
    """Where the figure or the citation stands now, from 0; None: it is gone, or no such part."""
    key: str = ""
    """Which of its fields changed, as ReleasedFigure and ReleasedCitation name it, if just one."""


T = TypeVar("T")


def changes(before: ReleasedClaim, after: ReleasedClaim) -> tuple[Change, ...]:
    """Return what changed, the sentence first; empty when readers get what they got."""
    return (
        *sentence(before, after),
        *figures(before.figures, after.figures),
        *citations(before.cites, after.cites),
        *words_of("status", before.status, after.status),
        *words_of("kind", before.kind, after.kind),
        *notes(before.corrections, after.corrections),
    )


def unanswered(before: ReleasedClaim, after: ReleasedClaim) -> tuple[Change, ...]:
    """Return the changes that need a correction where none was added."""
    if after.corrections > before.corrections:
        return ()
    return tuple(change for change in changes(before, after) if change.part in OWED)


def sentence(before: ReleasedClaim, after: ReleasedClaim) -> Iterator[Change]:
    """Yield a change of the sentence; another kind of dash or quotation mark is none."""
    if fold(before.claim).text != fold(after.claim).text:
        told = difference(before.claim, after.claim)
        yield Change("claim", f"the sentence changed: {told}", before.claim)


def words_of(part: Literal["status", "kind"], before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(part, f"the {part} changed: {before} → {after}", f"{part}: {before}")


def notes(before: int, after: int) -> Iterator[Change]:
    if after < before:
        taken = before - after
        words = "a correction note was" if taken == 1 else f"{taken} correction notes were"
        yield Change("corrections", f"{words} taken away", f"{before} corrections")


def figures(before: Sequence[ReleasedFigure], after: Sequence[ReleasedFigure]) -> Iterator[Change]:
    """Yield what changed in the figures of a claim."""
    for was, position in paired(before, after, lambda one: (one.name, one.value)):
        now = after[position] if position is not None else None
        if was is None and now is not None:
            yield Change("figures", f"a figure was added: {said(now)}", "", position)
        elif was is not None and now is None:
            yield Change("figures", f"a figure was taken away: {said(was)}", said(was))
        elif was is not None and now is not None:
            yield from figure(was, now, position)


FIELDS = ("value", "unit", "per", "period", "counted_by", "name")


def figure(was: ReleasedFigure, now: ReleasedFigure, position: int | None) -> Iterator[Change]:
    """Yield one change for a figure, however many of its fields are not as they were."""
    fields = [field for field in FIELDS if getattr(was, field) != getattr(now, field)]
    told = [field_change(field, getattr(was, field), getattr(now, field)) for field in fields]
    if told:
        words = f"one figure changed: {', '.join(told)}"
        yield Change("figures", words, said(was), position, fields[0])


def field_change(field: str, was: str, now: str) -> str:
    label = "" if field == "value" else f"{field.replace('_', ' ')} "
    return f"{label}{was or 'nothing'} → {now or 'nothing'}"


def said(figure: ReleasedFigure) -> str:
    """Return a figure in words: `about 6,500 people`, `at least 2,000,000 USD a day`."""
    per = f" a {figure.per}" if figure.per else ""
    return f"{figure.value} {figure.unit}".rstrip() + per


def citations(
    before: Sequence[ReleasedCitation], after: Sequence[ReleasedCitation]
) -> Iterator[Change]:
    """Yield what changed in what the claim rests on; the order of the list does not count."""
    for was, position in paired(before, after, lambda one: (one.quote, one.source)):
        now = after[position] if position is not None else None
        if was is None and now is not None:
            words = f"a quotation was added: “{now.quote}” ({now.source})"
            yield Change("cites", words, "", position)
        elif was is not None and now is None:
            words = f"a quotation was taken away: “{was.quote}” ({was.source})"
            yield Change("cites", words, f"“{was.quote}” ({was.source})")
        elif was is not None and now is not None and was != now:
            yield citation(was, now, position)


def citation(was: ReleasedCitation, now: ReleasedCitation, position: int | None) -> Change:
    if was.source != now.source:
        key, told = "source", f"the source of a quotation changed: {was.source} → {now.source}"
    elif was.quote != now.quote:
        told = f"the quotation from {now.source} changed: “{difference(was.quote, now.quote)}”"
        key = "quote"
    else:
        told = f"the quotation from {now.source} bears otherwise: {was.relation} → {now.relation}"
        key = "relation"
    return Change("cites", told, f"“{was.quote}” ({was.source}, {was.relation})", position, key)


def paired(
    before: Sequence[T], after: Sequence[T], alike: Callable[[T], tuple[str, ...]]
) -> tuple[tuple[T | None, int | None], ...]:
    """Return each one of before with the position of its like after, either None where none is.

    Equal ones are paired first, then those alike in the first of the given texts, and so on; the
    pairs come in the order of after, what is gone at the end.
    """
    left, free = list(before), list(range(len(after)))
    pairs: list[tuple[T | None, int | None]] = []
    for level in range(-1, len(alike(before[0])) if before else 0):
        for was in tuple(left):
            found = next((n for n in free if are_alike(was, after[n], alike, level)), None)
            if found is not None:
                left.remove(was)
                free.remove(found)
                pairs.append((was, found))
    pairs += [(None, position) for position in free]
    return (*sorted(pairs, key=lambda pair: pair[1] or 0), *((was, None) for was in left))


def are_alike(one: T, other: T, texts: Callable[[T], tuple[str, ...]], level: int) -> bool:
    return one == other if level < 0 else texts(one)[level] == texts(other)[level]
