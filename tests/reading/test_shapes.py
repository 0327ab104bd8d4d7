from collections.abc import Iterator

import pytest
from msgspec.structs import fields

from factsheet.reading.claim_shapes import CLAIM, LINKS
from factsheet.reading.contents import SHAPES
from factsheet.reading.shapes import Kind, Many, Named, Shape, may, must, shape
from factsheet.reading.site_shapes import SITE
from factsheet.reading.source_shapes import CSL, SOURCE
from factsheet.reading.values import TEXT

GIVEN_BY_THE_FILE = {"id", "place"}
DIFFERENT: dict[str, tuple[set[str], set[str]]] = {
    "Source": (set(CSL), {"csl"}),
    "SicEntry": (set(), {"words"}),
    "Claim": (set(), {"digest"}),
    "Bearing": (set(LINKS), {"link", "claim"}),
}
"""Fields that only the shape and only the noun has."""


def shapes_in(kind: Kind) -> Iterator[Shape]:
    if isinstance(kind, Many | Named):
        yield from shapes_in(kind.of)
    elif isinstance(kind, Shape):
        yield kind
        for key in kind.keys.values():
            yield from shapes_in(key.kind)


ALL = {one.name: one for kind in SHAPES.values() for one in shapes_in(kind)}
each_shape = pytest.mark.parametrize("one", ALL.values(), ids=ALL)


@each_shape
def test_shape_and_noun_have_the_same_fields(one: Shape) -> None:
    assert isinstance(one.noun, type)
    only_shape, only_noun = DIFFERENT.get(one.name, (set(), set()))
    written = {key.field for key in one.keys.values()} - only_shape
    named = {field.name for field in fields(one.noun)} - only_noun
    assert written - GIVEN_BY_THE_FILE == named - GIVEN_BY_THE_FILE


@each_shape
def test_every_key_is_described(one: Shape) -> None:
    assert one.description
    assert all(key.description for key in one.keys.values())


@each_shape
def test_names_of_shapes_are_their_own(one: Shape) -> None:
    """JSON Schema refers to them by name."""
    assert ALL[one.name] is one


def test_a_key_is_written_with_hyphens() -> None:
    key = must("said-by", TEXT, "Who.")
    assert (key.key, key.field, key.required) == ("said-by", "said_by", True)
    key = may("from", TEXT, "Where.", field="lower")
    assert (key.key, key.field, key.required) == ("from", "lower", False)


def test_a_noun_that_has_a_place_gets_one() -> None:
    assert CLAIM.placed
    assert SOURCE.placed
    publisher = SITE.keys["publisher"].kind
    assert isinstance(publisher, Shape)
    assert not publisher.placed


def test_required_keys_are_those_that_must_be_there() -> None:
    made = shape("Any", type(SITE), "Any.", must("a", TEXT, "A."), may("b", TEXT, "B."))
    assert made.required == {"a"}
    assert list(made.keys) == ["a", "b"]
