"""The site as editors see it before publishing: whole articles, at the root of a host.

A file is made when somebody asks for it, so that an edit shows at once however large the site is.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

from msgspec.structs import replace

from factsheet import addresses
from factsheet.exports import exported
from factsheet.model import Site, Source
from factsheet.pages import ClaimCard, Page, Setting, claim_pages, list_pages, page_paths, setting
from factsheet.preview.faults import fault_of
from factsheet.producing import Cards
from factsheet.rendering import Theme, assets, render
from factsheet.reporting import Entry


class Unmade(Exception):
    """A file that could not be made, with the fault to show in its stead."""

    def __init__(self, fault: Entry) -> None:
        super().__init__(fault.message)
        self.fault = fault


class KeptCards(Cards):
    """Cards of which those of an earlier edition are good as long as they fit."""

    def __init__(
        self, site: Site, lent: Setting, theme: Theme, before: "KeptCards | None" = None
    ) -> None:
        super().__init__(site, lent, theme, dict(before.made) if before else {})
        self._grounds: dict[str, tuple[object, ...]]
        self._grounds = dict(before._grounds) if before else {}

    def __getitem__(self, id: str) -> ClaimCard:
        grounds = self._grounds_of(id)
        if self._grounds.get(id) != grounds:
            self.made.pop(id, None)
            self._grounds[id] = grounds
        return super().__getitem__(id)

    def _grounds_of(self, id: str) -> tuple[object, ...]:
        """Return all that the card of a claim is made from."""
        claim = self.site.claims[id]
        counted_by = (self.site.entities.get(f.counted_by) for f in claim.record.figures)
        related = self.lent.related.get(id)
        return claim, related, self.site.record.language, self.theme.digest, *counted_by


class Edition(Mapping[str, bytes]):
    """Every file of a site by its path. Unmade is raised for one that cannot be made."""

    def __init__(
        self, folder: Path, site: Site, theme: Theme, before: "Edition | None" = None
    ) -> None:
        self.site = at_root(site)
        self.theme = theme
        self._folder = folder
        self._lent = setting(self.site)
        self._cards: KeptCards = KeptCards(
            self.site, self._lent, theme, before._cards if before else None
        )
        self._made = {output.path: output.body for output in assets(theme)}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            if path not in self:
                raise KeyError(path)
            try:
                self._made[path] = self._make(path)
            except Exception as error:
                raise Unmade(fault_of(error, self._folder)) from error
        return self._made[path]

    def __contains__(self, path: object) -> bool:
        if path in self._made or self._claim_at(str(path)) or path in self._lists:
            return True
        return not str(path).endswith(".html") and path in self._exports

    def __iter__(self) -> Iterator[str]:
        every = chain(self._claim_pages(), self._lists, self._made, self._exports)
        return iter(dict.fromkeys(every))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Edition):
            return NotImplemented
        return (self.theme.digest, self.site) == (other.theme.digest, other.site)

    __hash__ = None  # type: ignore[assignment] # like any mapping

    def samples(self) -> Iterable[str]:
        """Return paths among which every template is used that the site has a page for."""
        folders = {
            path.rpartition("/")[0] or path: path for path in (*self._claim_pages(), *self._lists)
        }
        return folders.values()

    def _claim_pages(self) -> Iterator[str]:
        return map(addresses.claim_page, self.site.claims)

    def _claim_at(self, path: str) -> str | None:
        """Return the id of the claim whose page has this path; None, where none has."""
        id = path.rpartition("/")[2].removesuffix(".html")
        return id if id in self.site.claims and addresses.claim_page(id) == path else None

    @cached_property
    def _lists(self) -> Mapping[str, None]:
        """The paths of all other pages."""
        return dict.fromkeys(page_paths(self.site))

    def _make(self, path: str) -> bytes:
        pages: Iterable[Page]
        if claim := self._claim_at(path):
            pages = claim_pages(self.site, self._lent, (claim,))
        elif path in self._lists:
            pages = list_pages(showing(path, self.site), self._lent, self._cards, (path,))
        else:
            return self._exports[path]
        return b"".join(render(page, self.theme).body for page in pages)

    @cached_property
    def _exports(self) -> Mapping[str, bytes]:
        return {output.path: output.body for output in exported(self.site)}


def at_root(site: Site) -> Site:
    """Return the site as if it stood at the root of its host, as it does in the preview.

    The page for names that lead nowhere finds its style sheet by the path of the base address.
    """
    base_url = urljoin(site.record.base_url, "/") if site.record.base_url else ""
    return replace(site, record=replace(site.record, base_url=base_url))


def showing(path: str, site: Site) -> Site:
    """Return the site with the source of this page shown in full, whatever is published of it."""
    id = path.rpartition("/")[2].removesuffix(".html")
    if id not in site.sources or addresses.source_page(id) != path:
        return site
    return replace(site, sources={**site.sources, id: whole(site.sources[id])})


def whole(source: Source) -> Source:
    return replace(source, record=replace(source.record, display="full"))
