"""Names that the articles spell in nearly the same way: one of them may be garbled."""

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from factsheet.checking.facts import SiteFacts
from factsheet.checking.vocabulary import table
from factsheet.diagnostics import Diagnostic
from factsheet.language import language_of
from factsheet.language.phrases import tokens, word_forms
from factsheet.model import Site, Source, Span
from factsheet.names import are_forms, bare, names
from factsheet.quotes.folding import line_of

AROUND = 40
"""Code points that a note shows on either side."""


class Spelt(Struct, frozen=True):
    """A word of a name, the article that has it first, where, and how often it stands in all."""

    source: Source
    span: Span
    times: int = 1

    @property
    def word(self) -> str:
        return self.source.text[slice(*self.span)].removesuffix("’s").removesuffix("'s")


def names_apart(site: Site, told: SiteFacts) -> Iterator[Diagnostic]:
    """Names that nearly agree are one that was garbled, or two that the records tell apart."""
    if not told.vocabulary.near:
        return
    known = entity_words(site)
    pairs = untold(told.vocabulary.near, site, known)
    found = spelt(site, {word for pair in pairs for word in pair}) if pairs else {}
    for one, other in pairs:
        if one not in found or other not in found:
            continue
        if not are_forms(one, other, language_of(found[one].source.record.language)):
            doubtful, other = sorted((one, other), key=lambda word: trust(word, found, known))
            yield nearly_agree(found[doubtful], found[other])


def untold(
    near: Iterable[tuple[str, str]], site: Site, known: frozenset[str]
) -> list[tuple[str, str]]:
    """Return the pairs of words that may be such names, and that no record explains, sorted.

    Only what the articles write with a capital and never without is looked at, each word once:
    where it stands is looked for when it is known to be near another.
    """
    errors = error_words(site)
    languages = {language for source in site.sources.values() if (language := table(source))}
    return [
        (one, other)
        for one, other in near
        if not ({one, other} <= known or one in errors or other in errors)
        and not all(are_forms(one, other, language) for language in languages)
    ]


def trust(word: str, found: Mapping[str, Spelt], known: frozenset[str]) -> tuple[bool, bool, int]:
    """Return a key that sorts first the spelling that is more likely garbled."""
    spelling = found[word]
    return word in known, spelling.source.record.quotes_reliable, spelling.times


def spelt(site: Site, wanted: Container[str]) -> Mapping[str, Spelt]:
    """Return those of the wanted words that stand in a name in an article's own lines."""
    found: dict[str, Spelt] = {}
    for source in site.sources.values():
        if any(bare(word) in wanted for word in word_forms((source.text,)) if word[0].isupper()):
            for word, span in name_words(source, wanted):
                known = found.get(word)
                again = replace(known, times=known.times + 1) if known else Spelt(source, span)
                found[word] = again
    return found


def name_words(source: Source, wanted: Container[str]) -> Iterator[tuple[str, Span]]:
    """Yield the wanted words of the names in an article's own lines, with their places."""
    language = table(source)
    for name in names(source.text, language) if language else ():
        start, end = name.span
        if not any(word in wanted for word in name.words) or any(
            first < end and start < last for first, last in source.excluded
        ):
            continue
        for token in tokens(source.text[start:end]):
            word = bare(token.text)
            if word in wanted:
                yield word, (start + token.start, start + token.end)


def entity_words(site: Site) -> frozenset[str]:
    """Return the words of the names that entities have."""
    called = (name for entity in site.entities.values() for name in (entity.name, *entity.also))
    return frozenset(map(bare, word_forms(called)))


def error_words(site: Site) -> frozenset[str]:
    """Return the words that the records declare to be wrong."""
    garbled = (name for entity in site.entities.values() for name in entity.garbled)
    slips = (sic.words for source in site.sources.values() for sic in source.record.sic)
    return frozenset(bare(token.text) for words in (*garbled, *slips) for token in tokens(words))


def nearly_agree(doubtful: Spelt, other: Spelt) -> Diagnostic:
    """Return the warning, told at the article with the spelling that is trusted less."""
    return Diagnostic(
        "names-nearly-agree",
        f"the articles write “{doubtful.word}” and “{other.word}”, which is nearly the same",
        doubtful.source.record.place.at("text"),
        severity="warning",
        notes=(shown(doubtful), shown(other)),
        mend=f"if one is garbled, declare it as `garbled:` of its entity, or as `sic:` of the"
        f" article; if they are two, let each be an entity (`name:` or `also: [{doubtful.word}]`)",
    )


def shown(spelling: Spelt) -> str:
    """Return the words around a name with file and line of the article."""
    text, (start, end) = spelling.source.text, spelling.span
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2].partition(" ")[2]
    after = text[end : end + AROUND].partition("\n")[0].rpartition(" ")[0]
    file = spelling.source.article.file
    return f"seeds/{file}:{line_of(text, start)}  “… {before}{text[start:end]}{after} …”"
