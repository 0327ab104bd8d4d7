"""The county's newspapers: articles around the sentences that claims rest on."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks import vocabulary as words
from benchmarks.nouns import Cite, Corpus, Entity, Source, source_id

PARAGRAPHS = (20, 40)


def articles(corpus: Corpus) -> Iterator[Source]:
    """Yield every article, made when it is asked for."""
    for number in range(corpus.sources):
        yield _article(corpus, number)


def _article(corpus: Corpus, number: int) -> Source:
    draw = Random(f"{corpus.seed}/{len(corpus.claims)}/article/{number}")
    outlet = draw.choice(words.OUTLETS)
    issued = date(2019, 1, 1) + timedelta(days=draw.randrange(2_300))
    thing = f"{draw.choice(words.ADJECTIVES)} {draw.choice(words.THINGS)}"
    slip = draw.choice(words.SLIPS) if draw.random() < 0.03 else None
    cited = corpus.cited.get(number, [])
    return Source(
        id=source_id(number),
        title=f"{draw.choice(words.GROUPS).capitalize()} {draw.choice(words.TURNS)} the {thing}"
        f" was {draw.choice(words.VERBS[:12])}",
        outlet=outlet,
        author=f"{draw.choice(words.GIVEN)} {draw.choice(words.FAMILY)}",
        issued=issued,
        descriptor=f"A report by {outlet} from the county, with what its reporter was told.",
        paragraphs=tuple(_paragraphs(draw, corpus, cited, slip)),
        before=f"{draw.randint(2, 9)} mins read",
        after=draw.choice(words.FURNITURE),
        slip=slip,
    )


def _paragraphs(
    draw: Random, corpus: Corpus, cited: list[Cite], slip: tuple[str, str] | None
) -> Iterator[str]:
    count = max(draw.randint(*PARAGRAPHS), len(cited))
    places = dict(zip(draw.sample(range(count), len(cited)), cited, strict=True))
    filler = Filler(draw, corpus.entities)
    for number in range(count):
        sentences = [filler.sentence() for _ in range(draw.randint(1, 3))]
        if number in places:
            sentences.insert(draw.randint(0, len(sentences)), places[number].sentence)
        if slip and number == 0:
            sentences.append(f"The {slip[0]} of the county was told of it.")
        yield " ".join(sentences)


class Filler:
    """Sentences that no claim rests on. None can be taken for one of a claim: it names no body."""

    def __init__(self, draw: Random, entities: list[Entity]) -> None:
        self.draw = draw
        self.places = draw.sample([e.name for e in entities if e.type == "place"], k=4)

    def sentence(self) -> str:
        pick = self.draw.choice
        opening = pick(words.OPENINGS) if self.draw.random() < 0.5 else ""
        told = f"{opening}{pick(words.GROUPS)}"
        return (
            f"{told[0].upper()}{told[1:]} {pick(words.VERBS)} the"
            f" {pick(words.ADJECTIVES)} {pick(words.THINGS)} in {pick(self.places)}"
            f" {pick(words.TURNS)} {pick(words.GROUPS)} {pick(words.DEEDS)} the"
            f" {pick(words.ADJECTIVES)} {pick(words.THINGS)}."
        )
