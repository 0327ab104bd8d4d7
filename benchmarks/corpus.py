"""An invented county's newspapers, and an archive of claims that rest on them.

The same size and seed give the same bytes. Articles are made one at a time, so that an archive of
any size fits in memory.
"""

from collections.abc import Iterator
from random import Random

from benchmarks import vocabulary as words
from benchmarks.facts import Cast, Facts
from benchmarks.nouns import Claim, Corpus, Topic

SIZES = {"small": 100, "medium": 2_000, "large": 20_000, "huge": 200_000}
CLAIMS_AN_ARTICLE = 5


def generate(claims: int, seed: int = 1) -> Corpus:
    """Return an archive of this many claims."""
    draw = Random(f"{seed}/{claims}")
    sources = max(4, claims // CLAIMS_AN_ARTICLE)
    topics = max(4, claims // 100 + min(20, claims // 50))
    cast = Cast(draw, organizations=10 + claims // 25)
    facts = Facts(draw, cast, sources, topics)
    made = [facts.claim(number, number * topics // claims) for number in range(claims)]
    corpus = Corpus(
        seed,
        made,
        list(_topics(draw, made, topics)),
        cast.used(made),
        sources,
    )
    for claim in made:
        for cite in claim.cites:
            corpus.cited.setdefault(cite.source, []).append(cite)
    return corpus


def _topics(draw: Random, claims: list[Claim], topics: int) -> Iterator[Topic]:
    held: dict[int, list[int]] = {}
    for position, claim in enumerate(claims):
        held.setdefault(claim.topic, []).append(position)
    highest = min(topics, 8)
    for number in range(topics):
        thing = f"{draw.choice(words.ADJECTIVES)} {draw.choice(words.THINGS)}"
        yield Topic(
            id=f"topic-{number + 1:04}",
            title=f"The {thing} and what became of it",
            summary=f"What the papers of the county wrote about the *{thing}* and its neighbours:"
            f" who {draw.choice(words.VERBS)} it, who {draw.choice(words.VERBS)} it, and what was"
            " counted there.",
            order=number + 1,
            parent="" if number < highest else f"topic-{number % highest + 1:04}",
            sections=tuple(_sections(held[number])),
            not_established=(f"Who paid for the {thing}.", "What the members were told."),
        )


def _sections(held: list[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    headings = ("How it began", "What was done", "What was counted and said")
    share = -(-len(held) // len(headings))
    for number, heading in enumerate(headings):
        if part := tuple(held[number * share : (number + 1) * share]):
            yield heading, part
