"""Words that the editors agreed not to use in their own sentences."""

import re
from collections.abc import Iterable, Iterator

from factsheet.checking.markdown import Field, fields
from factsheet.diagnostics import Diagnostic
from factsheet.model import Site, WordingRecord

QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
"""What stands in quotation marks is somebody else's wording."""


def wording_kept(site: Site) -> Iterator[Diagnostic]:
    """An editor's sentence has none of the words that `wording.yaml` avoids."""
    avoided = [(entry, pattern_of(entry.avoid)) for entry in site.wording]
    hints = {entry.avoid.split()[0].casefold() for entry in site.wording if entry.avoid.split()}
    for field in own_sentences(site) if hints else ():
        text = field.text.casefold()
        if any(hint in text for hint in hints):
            yield from avoided_words(avoided, field, QUOTED.sub(blanked, field.text))


def own_sentences(site: Site) -> Iterator[Field]:
    """Yield every text that the editors wrote for readers."""
    yield from fields(site)
    for source in site.sources.values():
        yield Field(source.record.descriptor, source.record.place.at("descriptor"))
    for topic in site.topics.values():
        for section in topic.record.sections:
            yield Field(section.heading, section.place.at("heading"))


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
