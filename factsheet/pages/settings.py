"""What the whole site lends to its pages, so that each can be made without the others."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field

from factsheet.pages.uses import Use
from factsheet.pages.values import Link, Masthead, Related, SourceLine

T = TypeVar("T")


class Later(Mapping[str, T]):
    """What is made when somebody first looks into it: a page may need none of it."""

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()

    def __getitem__(self, key: str) -> T:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class OneByOne(Mapping[str, T]):
    """Values of which each is made when it is asked for, once."""

    def __init__(self, keys: Collection[str], make: Callable[[str], T]) -> None:
        self._keys, self._make = keys, make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Setting(Struct, frozen=True):
    """Small, and quick to make: no claim's block is in it, and nothing that is not asked for."""

    masthead: Masthead
    related: Mapping[str, tuple[Related, ...]]
    """By claim id: how it bears on others, and how others bear on it."""
    topics: Mapping[str, tuple[Link, ...]]
    """By claim id: the topics whose pages show the claim."""
    sources: Mapping[str, SourceLine]
    """By source id, sorted by it."""
    involved: Mapping[str, Mapping[str, Sequence[str]]]
    """By entity id and the part that it plays: the ids of the claims, each under one part only."""
    originals: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """By claim id and number of the citation, as far as it was worked out beforehand."""
    uses: Mapping[str, Use] = field(default_factory=dict)
    """By source id, as far as it was worked out beforehand: what claims use of each."""
