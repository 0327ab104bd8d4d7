"""Steps four to six: every file of a site, in shares that any process can make.

Claims come first, each with its page and the card by which lists show it; then all other pages,
and the files for programs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from factsheet.clock import Clock
from factsheet.exports import EXPORTS
from factsheet.jobs import shares, spread
from factsheet.model import Output, Site
from factsheet.pages import ClaimCard, Setting, claim_pages, list_pages, page_paths, setting
from factsheet.rendering import Theme, assets, card, render

R = TypeVar("R")

Put = Callable[[Output], R]
"""Takes a file where it is made; what it returns is handed on."""


@dataclass(frozen=True, slots=True)
class Press(Generic[R]):
    """What it takes to make files of a site."""

    site: Site
    theme: Theme
    lent: Setting
    put: Put[R]


def produce(
    site: Site, theme: Theme, put: Put[R], *, jobs: int = 1, clock: Clock | None = None
) -> Iterator[R]:
    """Put every file of the site, and yield what comes back.

    The same site and theme give the same files for any number of jobs. Raises BrokenTemplate when
    a template cannot be used.
    """
    clock = clock or Clock()
    with clock.step("plan"):
        press = Press(site, theme, setting(site), put)
        claims = shares(list(site.claims), jobs)
        lists = shares([*page_paths(site), *(export.__name__ for export in EXPORTS)], jobs)
    cards: dict[str, ClaimCard] = {}
    made = spread(partial(make_claims, press), claims, jobs)
    for of_claims in clock.each("claims", made, sum(map(len, claims)), len):
        for was_put, of_claim in of_claims:
            cards[of_claim.id] = of_claim
            yield was_put
    others = spread(partial(make_lists, press, cards), lists, jobs)
    for of_lists in clock.each("lists", others, sum(map(len, lists)), len):
        yield from of_lists
    yield from map(put, assets(theme))


def make_claims(press: Press[R], ids: Sequence[str]) -> list[tuple[R, ClaimCard]]:
    """Put the pages of these claims; return what came back, each with the claim's card."""
    return [
        (press.put(render(page, press.theme)), card(page, press.theme))
        for page in claim_pages(press.site, press.lent, ids)
    ]


def make_lists(press: Press[R], cards: Mapping[str, ClaimCard], names: Sequence[str]) -> list[R]:
    """Put the pages at these paths, and what the exports of these names make."""
    pages = list_pages(press.site, press.lent, cards, frozenset(names))
    made = [press.put(render(page, press.theme)) for page in pages]
    for export in EXPORTS:
        if export.__name__ in names:
            made += map(press.put, export(press.site))
    return made
