"""What the checks of one claim need of the rest of the site."""

from msgspec import Struct

from factsheet.checking.facts import SiteFacts, site_facts
from factsheet.checking.vouching import Known
from factsheet.digests import digest
from factsheet.language import language_of
from factsheet.language.tables import Language
from factsheet.model import Site, WordingRecord


class Background(Struct, frozen=True):
    """What claim rules may know beside the claim, its citations and their sources.

    It holds little that a single claim can change, so that after most edits it equals the one
    before, and what was found of the other claims holds still.
    """

    tag: str
    """BCP 47 tag of the language of the editors' sentences."""
    known: Known
    """What the records of the site vouch for."""
    common: frozenset[str]
    """Words that may open a claim's sentence, and that a text writes in small letters."""
    wording: tuple[WordingRecord, ...]

    @property
    def language(self) -> Language:
        return language_of(self.tag)

    @property
    def digest(self) -> str:
        """Return a digest of it all: the same for sets that hold the same."""
        return digest(self.tag, self.known.of, sorted(self.common), self.wording)


def background(site: Site, found: SiteFacts | None = None) -> Background:
    """Return what the checks of any of the site's claims need of the rest of it."""
    found = found or site_facts(site)
    return Background(site.record.language, found.known, found.common, site.wording)
