"""The nouns of the corpus: what an archive holds."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, an organization or a place."""

    id: str
    name: str
    type: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """Words of an article, and the sentence that they are all or a part of."""

    source: int
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a claim gives it; `bound` is the key that holds it."""

    name: str
    words: str
    bound: str
    number: int
    unit: str
    period: str
    counted_by: Entity


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim bears on an earlier one."""

    link: str
    claim: str
    because: str


@dataclass(slots=True)
class Claim:
    """A sentence, plain, with the words of it that are set off by Markdown."""

    id: str
    text: str
    set_off: str
    """Words of the text; empty: no Markdown."""
    link: str
    """The topic that they link to; empty: they are emphasized."""
    kind: str
    topic: int
    about: tuple[Entity, ...]
    said_by: Entity | None
    when: str
    inferred: str
    """Why `when` is so, where no quotation says it."""
    figure: Figure | None
    reviewed: date
    cites: tuple[Cite, ...] = ()
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of claims, by section."""

    id: str
    title: str
    summary: str
    order: int
    parent: str
    sections: tuple[tuple[str, tuple[int, ...]], ...]
    """Heading and positions of the claims."""
    not_established: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its record, its own paragraphs, and the lines around them that are not its."""

    id: str
    title: str
    outlet: str
    author: str
    issued: date
    descriptor: str
    paragraphs: tuple[str, ...]
    before: str
    after: str
    slip: tuple[str, str] | None


@dataclass(slots=True)
class Corpus:
    """All but the articles."""

    seed: int
    claims: list[Claim]
    topics: list[Topic]
    entities: list[Entity]
    sources: int
    cited: dict[int, list[Cite]] = field(default_factory=dict)
    """By source."""

    def citations(self) -> int:
        return sum(len(claim.cites) for claim in self.claims)


def source_id(number: int) -> str:
    """Return the id of the source at this position."""
    return f"article-{number + 1:06}"
