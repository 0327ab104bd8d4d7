"""Words that the editors agreed not to use in their own sentences."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factsheet.checking.evidence import Evidence
from factsheet.checking.fields import Field, claim_fields, fields_beside_claims
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site, WordingRecord

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
"""What stands in quotation marks is somebody else's wording."""


def wording_kept(site: Site) -> Iterator[Diagnostic]:
    """What editors wrote beside the claims has none of the words that `wording.yaml` avoids."""
    return badly_worded(own_words(site), site.wording)


def claim_wording_kept(found: Evidence) -> Iterator[Diagnostic]:
    """An editor's sentence has none of the words that `wording.yaml` avoids."""
    return badly_worded(claim_fields(found.claim), found.background.wording)


def own_words(site: Site) -> Iterator[Field]:
    """Yield every text beside the claims that the editors wrote for readers."""
    yield from fields_beside_claims(site)
    for source in site.sources.values():
        yield Field(source.record.descriptor, source.record.place.at("descriptor"))
    for topic in site.topics.values():
        for section in topic.record.sections:
            yield Field(section.heading, section.place.at("heading"))


def badly_worded(
    fields: Iterable[Field], wording: tuple[WordingRecord, ...]
) -> Iterator[Diagnostic]:
    """Yield a warning for each text and each entry of the wording that it does not keep."""
    avoided, hints = patterns(wording)
    for field in fields if hints else ():
        text = field.text.casefold()
        if any(hint in text for hint in hints):
            yield from avoided_words(avoided, field, QUOTED.sub(blanked, field.text))


@lru_cache(maxsize=4)
def patterns(
    wording: tuple[WordingRecord, ...],
) -> tuple[tuple[tuple[WordingRecord, re.Pattern[str]], ...], frozenset[str]]:
    """Return the entries with their patterns, and words of which a text has one that has any."""
    avoided = tuple((entry, pattern_of(entry.avoid)) for entry in wording)
    hints = (entry.avoid.split()[0].casefold() for entry in wording if entry.avoid.split())
    return avoided, frozenset(hints)


def avoided_words(
    avoided: Iterable[tuple[WordingRecord, re.Pattern[str]]], field: Field, own: str
) -> Iterator[Diagnostic]:
    """Yield a warning for each entry whose words stand in the text; `own` is it unquoted."""
    for entry, pattern in avoided:
        if found := pattern.search(own):
            yield Diagnostic(
                "wording",
                f"the editors agreed not to write “{entry.avoid}”",
                field.place.saying(found[0]),
                severity="warning",
                notes=(f"because: {entry.because}",),
                mend=f"write: {entry.prefer};"
                " or put the words in quotation marks and say whose they are",
            )


def pattern_of(phrase: str) -> re.Pattern[str]:
    """Return a pattern that finds the phrase as whole words, over a line end too."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def blanked(quotation: re.Match[str]) -> str:
    """Return something that matches no word, as long as what it stands for."""
    return "\N{REPLACEMENT CHARACTER}" * len(quotation[0])
