"""Names in the editors' sentences that nothing vouches for."""

from collections.abc import Iterator, Sequence
from itertools import islice

from factsheet.checking.evidence import MOST_TOLD, Evidence, beside, entry
from factsheet.checking.quotation_marks import MARKED
from factsheet.checking.vouching import Known, all_stems, initials_of, words_of
from factsheet.diagnostics import Diagnostic
from factsheet.language.tables import Language
from factsheet.names import Name, names, stems

LONGEST_ACRONYM = 6


def names_vouched_for(found: Evidence) -> Iterator[Diagnostic]:
    """A name in a claim stands in one of its quotations, or is that of an entity or an outlet."""
    if found.language.hedges.kinds.by_first:
        yield from (unknown(words, found) for words in islice(strange(found), MOST_TOLD))


def strange(found: Evidence) -> Iterator[str]:
    """Yield the names of a claim's sentence for which neither the site nor a quotation vouches."""
    language, everywhere = found.language, found.background.known
    sentence = MARKED.sub(lambda marked: "," * len(marked[0]), found.sentence)
    known = None
    for name in names(sentence, language):
        words = without_opening(name, found.background.common)
        if words and not all_known(words, everywhere, language):
            known = known or with_quotations(everywhere, found)
            if not all_known(words, known, language):
                yield found.sentence[slice(*name.span)]


def with_quotations(known: Known, found: Evidence) -> Known:
    """Return what the quotations of a claim vouch for beside all that."""
    texts = (*(one.text for one in found.quoted), *found.declared)
    words = frozenset(word for text in texts for word in words_of(text))
    return Known(
        known.sequences,
        known.words | words,
        known.stems | all_stems(words, found.language),
        (*known.initials, *map(initials_of, texts)),
    )


def all_known(words: Sequence[str], known: Known, language: Language) -> bool:
    """Return whether the words of a name can be laid end to end from what is known."""
    at = 0
    while at < len(words):
        ends = range(len(words), at, -1)
        longest = next((end for end in ends if tuple(words[at:end]) in known.sequences), at)
        if longest == at and not is_known(words[at], known, language):
            return False
        at = max(longest, at + 1)
    return True


def is_known(word: str, known: Known, language: Language) -> bool:
    if word in known.words or not known.stems.isdisjoint(stems(word, language)):
        return True
    return 1 < len(word) <= LONGEST_ACRONYM and any(word in text for text in known.initials)


def without_opening(name: Name, common: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name without a first that is there for the sentence's sake."""
    if name.opens and (len(name.words) == 1 or name.words[0] in common):
        return name.words[1:]
    return name.words


def unknown(name: str, found: Evidence) -> Diagnostic:
    return Diagnostic(
        "name-not-quoted",
        f"no quotation says “{name}”, and no entity is called so",
        found.claim.record.place.at("claim").saying(name),
        severity="warning",
        notes=beside(found),
        mend="write the name as the article does, or add an entity for it; if it is worked out,"
        f" add to `inferred:`  {entry(name)}",
    )
