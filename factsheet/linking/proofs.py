"""What linking proved, for a later run: the same words are not looked for in the same text twice.

Where a quotation stands rests on the quotation, the text of the article and the lines that are not
the article's, and on nothing else. Each is known by a digest.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from factsheet.diagnostics import Diagnostic
from factsheet.digests import digest
from factsheet.model import Citation, ClaimRecord, Passage, Site, SourceRecord, Span


class SourceProof(Struct, frozen=True, array_like=True):
    """That an article is as its source says."""

    article: str
    """sha256 of the text."""
    said: str
    """What the record says of lines and words of the text, as `said_of_text` returns it."""
    excluded: tuple[Span, ...] = ()

    def holds(self, record: SourceRecord) -> bool:
        """Return whether it proves what the record says, if the article is the recorded one."""
        return self.article == record.sha256 and self.said == said_of_text(record)


class ClaimProof(Struct, frozen=True, array_like=True):
    """That the quotations of a claim stand where they do, in articles that are proved too."""

    record: str
    """Digest of all that the claim's record says."""
    cites: tuple[tuple[tuple[Span, ...], tuple[str, ...]], ...]
    """Of each quotation the spans, and their words unless they are the very quotation."""


class Proofs(Struct, frozen=True):
    """What was proved of a site, by id."""

    sources: Mapping[str, SourceProof] = field(default_factory=dict)
    claims: Mapping[str, ClaimProof] = field(default_factory=dict)

    def of(self, sources: Iterable[SourceRecord]) -> "Proofs":
        """Return it without the sources that say anything else of their articles now."""
        known = ((record, self.sources.get(record.id)) for record in sources)
        held = {record.id: proof for record, proof in known if proof and proof.holds(record)}
        return Proofs(held, self.claims)

    def passages(self, record: ClaimRecord) -> tuple[Passage, ...] | None:
        """Return where the quotations of a claim stand; None, where that was not proved.

        All the sources must be as they were.
        """
        proof = self.claims.get(record.id)
        if proof is None or proof.record != record.digest:
            return None
        if not self.sources.keys() >= {cited.source for cited in record.cites}:
            return None
        found = zip(proof.cites, record.cites, strict=True)
        return tuple([Passage(spans, parts or (cited.quote,)) for (spans, parts), cited in found])


UNPROVED = Proofs()


def proofs_of(site: Site, faults: Iterable[Diagnostic]) -> Proofs:
    """Return what was proved of a site that was linked; `faults` are those that were told of it.

    Of a source with a fault nothing is kept: it may be what it says of its article's lines.
    """
    wrong = {fault.place.file for fault in faults}
    sources = {
        id: SourceProof(source.article.sha256, said_of_text(source.record), source.excluded)
        for id, source in site.sources.items()
        if source.record.place.file not in wrong
    }
    claims = {
        id: ClaimProof(claim.record.digest, tuple(map(found, claim.cites)))
        for id, claim in site.claims.items()
        if claim.record.digest
    }
    return Proofs(sources, claims)


def said_of_text(record: SourceRecord) -> str:
    """Return a digest of what a record says of its article's text; nothing, where it says none."""
    said = (record.not_article, record.sic)
    return digest(*said) if any(said) else ""


def found(citation: Citation) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    parts = citation.passage.parts
    return citation.passage.spans, () if parts == (citation.record.quote,) else parts
