"""Steps four to six: every file of a site, in shares that any process can make.

Claims come first, each with its page and the card by which lists show it; then all other pages,
and the files for programs. What is known to be as it was is not made at all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factsheet.addresses import (
    AUDIT,
    CLAIMS_JSON,
    FIGURES,
    FIGURES_CSV,
    HOME,
    SOURCES_JSON,
    claim_page,
)
from factsheet.clock import Clock
from factsheet.exports import NOTHING_BEFORE, PATHS, Before, exported
from factsheet.jobs import as_made, runs, shares, spread, together
from factsheet.laying import Layer
from factsheet.model import Output, Site
from factsheet.pages import (
    ClaimCard,
    Setting,
    Use,
    cited_sources,
    claim_pages,
    list_pages,
    originals,
    page_paths,
    uses,
)
from factsheet.rendering import Theme, assets, card, render

R = TypeVar("R")

LARGE = (CLAIMS_JSON, FIGURES, AUDIT, FIGURES_CSV, HOME, SOURCES_JSON)
"""What shows something of every record, and takes the longest of all files."""

Put = Callable[[Output], R]
"""Takes a file where it is made; what it returns is handed on."""


class Press(Struct, frozen=True):
    """What it takes to make files of a site."""

    site: Site
    theme: Theme
    lent: Setting
    before: Before = NOTHING_BEFORE
    """What was published of the data files."""


class Cards(Mapping[str, ClaimCard]):
    """The card of every claim by its id: made when it is asked for, unless it is there."""

    def __init__(self, site: Site, lent: Setting, theme: Theme, made: dict[str, ClaimCard]) -> None:
        self.site, self.lent, self.theme = site, lent, theme
        self.made = made

    def __getitem__(self, id: str) -> ClaimCard:
        found = self.made.get(id)
        if found is None:
            (page,) = claim_pages(self.site, self.lent, (id,))
            found = self.made[id] = card(page, self.theme)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.site.claims)

    def __len__(self) -> int:
        return len(self.site.claims)


class Crew(Protocol):
    """Makes shares of a site, in whatever processes, and yields what came of each.

    What it puts a file with may be another one than it is given, where that cannot be sent.
    """

    @property
    def hands(self) -> int:
        """How many shares are made at once."""

    def claims(
        self, press: Press, put: Put[R], given: Sequence[Sequence[str]]
    ) -> Iterator[list[tuple[R, ClaimCard]]]:
        """Yield what `make_claims` returns for each share, in any order."""

    def lists(
        self,
        press: Press,
        put: Put[R],
        cards: dict[str, ClaimCard],
        given: Sequence[Sequence[str]],
    ) -> Iterator[list[R]]:
        """Yield what `make_lists` returns for each share, in any order."""


class Processes(Struct, frozen=True):
    """The crew on this machine."""

    hands: int

    def claims(
        self, press: Press, put: Put[R], given: Sequence[Sequence[str]]
    ) -> Iterator[list[tuple[R, ClaimCard]]]:
        made = as_made(partial(make_claims, press, put), given, self.hands)
        return (of_share for _, of_share in made)

    def lists(
        self,
        press: Press,
        put: Put[R],
        cards: dict[str, ClaimCard],
        given: Sequence[Sequence[str]],
    ) -> Iterator[list[R]]:
        made = as_made(partial(make_lists, press, put, cards), given, self.hands)
        return (of_share for _, of_share in made)


def produce(
    press: Press,
    put: Put[R],
    *,
    kept: Mapping[str, R] | None = None,
    jobs: int = 1,
    crew: Crew | None = None,
    clock: Clock | None = None,
) -> Iterator[R]:
    """Put every file of the site, and yield what comes back: of those that are `kept`, that.

    The same site and theme give the same files for any number of jobs on this machine, and for any
    crew. Raises BrokenTemplate when a template cannot be used.
    """
    clock, kept, crew = clock or Clock(), kept or {}, crew or Processes(jobs)
    yield from kept.values()
    ids = [id for id in press.site.claims if claim_page(id) not in kept]
    with clock.step("claims"):
        press = with_originals(press, ids, jobs)
    layer = Layer()
    cards: dict[str, ClaimCard] = {}
    made = crew.claims(press, put, runs(ids, crew.hands))
    for of_claims in clock.each("claims", made, len(ids), len):
        for was_put, of_claim in of_claims:
            cards[of_claim.id] = replace(of_claim, grounds=layer.lay(bytes(of_claim.grounds)))
            yield was_put
    every = (*page_paths(press.site), *PATHS)
    lists = list_shares([path for path in every if path not in kept], crew.hands)
    others = crew.lists(press, put, cards, lists)
    for of_lists in clock.each("lists", others, sum(map(len, lists)), len):
        yield from of_lists
    yield from map(put, assets(press.theme))


def list_shares(paths: Sequence[str], jobs: int) -> list[Sequence[str]]:
    """Return the shares of the lists: what is large first and last, each a share of its own.

    Shares are begun from both ends, so nobody has a large one left when all others are done.
    """
    large = [(path,) for path in LARGE if path in paths]
    small = shares([path for path in paths if path not in LARGE], jobs)
    return [*large[::2], *small, *reversed(large[1::2])]


def with_uses(press: Press, known: Mapping[str, Use], jobs: int) -> Press:
    """Return the press with what claims use of every source, given those that are known."""
    missing = [id for id in press.site.sources if id not in known]
    found = together(spread(partial(uses, press.site), shares(missing, jobs), jobs))
    every = {**known, **dict(zip(missing, found, strict=True))}
    return replace(press, lent=replace(press.lent, uses=every))


def with_originals(press: Press, ids: Sequence[str], jobs: int) -> Press:
    """Return the press with links into the originals for all that these claims cite."""
    sources = shares(cited_sources(press.site, ids), jobs)
    found = together(spread(partial(originals, press.site), sources, jobs))
    links = {(claim, number): link for cites in found for claim, number, link in cites}
    return replace(press, lent=replace(press.lent, originals=links))


def make_claims(press: Press, put: Put[R], ids: Sequence[str]) -> list[tuple[R, ClaimCard]]:
    """Put the pages of these claims; return what came back, each with the claim's card."""
    return [
        (put(render(page, press.theme)), card(page, press.theme))
        for page in claim_pages(press.site, press.lent, ids)
    ]


def make_lists(
    press: Press, put: Put[R], made: dict[str, ClaimCard], paths: Sequence[str]
) -> list[R]:
    """Put the pages at these paths, and the files of the exports at them."""
    site, theme = press.site, press.theme
    cards = Cards(site, press.lent, theme, made)
    pages = list_pages(site, press.lent, cards, frozenset(paths))
    placed = [put(render(page, theme)) for page in pages]
    return placed + [put(output) for output in exported(site, paths, press.before)]
