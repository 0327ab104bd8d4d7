"""What happened in the county, and who told it."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks import vocabulary as words
from benchmarks.nouns import Cite, Claim, Entity, Figure, Relation

NUMBERS = {
    "January": 1, "February": 2, "March": 3, "April": 4, "June": 6, "July": 7, "September": 9,
    "October": 10, "November": 11, "December": 12,
}  # fmt: skip
NAMES = {number: name for name, number in NUMBERS.items()}


class Cast:
    """Who and what the county's news is about."""

    def __init__(self, draw: Random, organizations: int) -> None:
        places = [f"{one} {two}" for one in words.FIRST_PARTS for two in words.LAST_PARTS]
        bodies = [(place, body) for body in words.BODIES for place in places]
        persons = [f"{one} {two}" for one in words.GIVEN for two in words.FAMILY]
        for names in (places, bodies, persons):
            draw.shuffle(names)
        self.places = [Entity(slug(name), name, "place") for name in places[:organizations]]
        self.bodies = [
            Entity(slug(f"{place} {body}"), f"{place} {body}", "organization", f"{body} of {place}")
            for place, body in bodies[:organizations]
        ]
        self.persons = [
            Entity(slug(name), name, "person", f"Head of the {body.name}")
            for name, body in zip(persons, self.bodies, strict=False)
        ]

    def used(self, claims: list[Claim]) -> list[Entity]:
        """Return the entities that the claims name, by id."""
        named = {entity.id: entity for claim in claims for entity in claim.about}
        named |= {claim.said_by.id: claim.said_by for claim in claims if claim.said_by}
        return [named[one] for one in sorted(named)]


class Facts:
    """What happened in the county: each fact told once here, and in one to three articles."""

    def __init__(self, draw: Random, cast: Cast, sources: int, topics: int) -> None:
        self.draw, self.cast, self.sources, self.topics = draw, cast, sources, topics
        self.measured: set[tuple[str, ...]] = set()
        self.latest: dict[int, str] = {}

    def claim(self, number: int, topic: int) -> Claim:
        """Return a claim with its citations."""
        draw = self.draw
        times = draw.choice((1, 1, 2, 2, 3))
        if times == 1 and draw.random() < 0.7:
            made = self.statement(number, topic)
        elif times == 1 or draw.random() < 0.4:
            made = self.count(number, topic)
        else:
            made = self.event(number, topic)
        made.relation = self.relation(made)
        made.cites = tuple(self.cites(made, self.articles(number, times)))
        if draw.random() < 0.35:
            made.link = f"topic-{draw.randrange(self.topics) + 1:04}" if draw.random() < 0.5 else ""
        else:
            made.set_off = ""
        self.latest[topic] = made.id
        return made

    def event(self, number: int, topic: int) -> Claim:
        draw = self.draw
        body, place = draw.choice(self.cast.bodies), draw.choice(self.cast.places)
        verb, thing, month = draw.choice(words.VERBS), self.thing(), self.month()
        inferred = draw.random() < 0.2
        told = "" if inferred else f" in {spelled(month)}"
        return Claim(
            id=f"{slug(thing)}-{verb}-{number + 1:06}",
            text=f"The {body.name} {verb} the {thing} in {place.name}{told}",
            set_off=thing,
            link="",
            kind=draw.choice(("event", "event", "measure", "background")),
            topic=topic,
            about=(body, place) if draw.random() < 0.5 else (body,),
            said_by=None,
            when=month,
            inferred="The articles tell it among the news of that month." if inferred else "",
            figure=None,
            reviewed=self.review(),
        )

    def statement(self, number: int, topic: int) -> Claim:
        draw = self.draw
        person, place = draw.choice(self.cast.persons), draw.choice(self.cast.places)
        thing = self.thing()
        return Claim(
            id=f"{slug(thing)}-described-{number + 1:06}",
            text=f"{person.name} said the {thing} in {place.name} {draw.choice(words.STATES)}",
            set_off=thing,
            link="",
            kind=draw.choice(("statement", "statement", "opinion")),
            topic=topic,
            about=(place,),
            said_by=person,
            when="",
            inferred="",
            figure=None,
            reviewed=self.review(),
        )

    def count(self, number: int, topic: int) -> Claim:
        draw = self.draw
        unit, came = draw.choice(words.COUNTED)
        body, place, month = self.not_measured(unit)
        thing, amount = self.thing(), draw.randint(1_200, 98_000)
        bound = draw.choice(("value", "value", "value", "at-least"))
        told = f"{'more than ' if bound == 'at-least' else ''}{amount:,} {unit}"
        return Claim(
            id=f"{slug(thing)}-{unit}-{number + 1:06}",
            text=f"The {body.name} reported that {told} {came} the {thing} in {place.name}"
            f" in {spelled(month)}",
            set_off=thing,
            link="",
            kind="figure",
            topic=topic,
            about=(body, place),
            said_by=body,
            when=month,
            inferred="",
            figure=Figure(
                f"{unit}, {thing} in {place.name}", told, bound, amount, unit, month, body
            ),
            reviewed=self.review(),
        )

    def not_measured(self, unit: str) -> tuple[Entity, Entity, str]:
        """Return who counts, where and when, so that no two figures measure the same."""
        while True:
            body, place = self.draw.choice(self.cast.bodies), self.draw.choice(self.cast.places)
            month = self.month()
            keys = {(unit, month, body.id), (unit, month, place.id)}
            if not keys & self.measured:
                self.measured |= keys
                return body, place, month

    def articles(self, number: int, times: int) -> list[int]:
        """Return the articles that tell it; the first claims see to it that each is cited."""
        drawn = self.draw.sample(range(self.sources), times)
        if number < self.sources and number not in drawn:
            drawn[0] = number
        return drawn

    def cites(self, claim: Claim, sources: list[int]) -> Iterator[Cite]:
        """Yield the passages: about a third of them are parts of sentences."""
        for source in sources:
            told = f"{claim.text} {self.ending()}."
            opening = self.draw.choice(words.OPENINGS) if self.draw.random() < 0.33 else ""
            first = told[0].lower() + told[1:] if told.startswith("The ") else told
            quote = first if opening else told
            yield Cite(source, quote, opening + quote)

    def ending(self) -> str:
        draw = self.draw
        return (
            f"{draw.choice(words.TURNS)} {draw.choice(words.GROUPS)} {draw.choice(words.DEEDS)}"
            f" the {self.thing()}"
        )

    def thing(self) -> str:
        return f"{self.draw.choice(words.ADJECTIVES)} {self.draw.choice(words.THINGS)}"

    def month(self) -> str:
        """Return a month as EDTF, before any article appeared."""
        name = self.draw.choice(words.MONTHS)
        return f"{self.draw.randint(2009, 2018)}-{NUMBERS[name]:02}"

    def review(self) -> date:
        return date(2025, 6, 1) + timedelta(days=self.draw.randrange(300))

    def relation(self, claim: Claim) -> Relation | None:
        other = self.latest.get(claim.topic)
        if other is None or self.draw.random() > 0.08:
            return None
        link = self.draw.choice(("qualifies", "not-comparable-to", "updates"))
        return Relation(link, other, "Different people wrote it down, at different times.")


def slug(name: str) -> str:
    """Return the id that a name gives: letters without accents, digits, hyphens."""
    plain = name.casefold().translate(str.maketrans("éíñüøńá", "einuona"))
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())


def spelled(month: str) -> str:
    """Return a month of EDTF as a newspaper writes it."""
    year, _, number = month.partition("-")
    return f"{NAMES[int(number)]} {year}"
