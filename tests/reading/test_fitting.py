from typing import Any

import pytest

from factsheet.diagnostics import Place
from factsheet.reading.claim_shapes import CLAIM
from factsheet.reading.fitting import Misfit, Wrong, fit
from factsheet.reading.shapes import Shape
from factsheet.reading.site_shapes import ENTITY, SITE, TOPIC
from factsheet.reading.source_shapes import SOURCE
from factsheet.reading.strict import Tree

PLACE = Place("f", (3,))


def wrong(shape: Shape, tree: Any) -> list[Wrong]:
    with pytest.raises(Misfit) as caught:
        fit(shape, tree, PLACE)
    return caught.value.wrong


def told(shape: Shape, tree: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(one.what, one.path) for one in wrong(shape, tree)]


def test_what_is_not_written_is_what_the_noun_says() -> None:
    made = fit(SITE, {"title": "T"}, Place("f"))
    assert (made.language, str(made.excerpt_limit), made.base_url) == ("en", "15", "")


def test_values_are_frozen_all_the_way_down() -> None:
    entry: Tree = {"heading": "H", "claims": ["a"]}
    hash(fit(TOPIC, {"title": "T", "sections": [entry]}, Place("f"), id="t"))


def test_each_noun_has_its_place() -> None:
    cites: Tree = [{"source": "s", "quote": "q"}]
    made = fit(CLAIM, {"id": "a", "claim": "C", "kind": "event", "cites": cites}, PLACE)
    assert made.place is PLACE
    assert made.cites[0].place == PLACE.at("cites", 0)


def test_all_that_is_wrong_comes_in_the_order_of_the_shape() -> None:
    tree = {"zzz": "x", "also": ["a", "", "b", ""], "type": "x", "yyy": "x"}
    assert told(ENTITY, tree) == [
        ("missing-key", ("name",)),
        ("refused", ("type",)),
        ("refused", ("also", 1)),
        ("refused", ("also", 3)),
        ("unknown-key", ("zzz",)),
        ("unknown-key", ("yyy",)),
    ]


def test_a_list_that_is_too_long_is_not_looked_into() -> None:
    assert told(ENTITY, {"name": "N", "type": "place", "also": [""] * 1001}) == [
        ("too-many", ("also",))
    ]


def test_a_list_that_is_too_short_is_told_after_its_entries() -> None:
    tree = {"name": "N", "type": "place", "coordinates": ["x"]}
    assert told(ENTITY, tree) == [("refused", ("coordinates", 0))]
    assert told(ENTITY, {**tree, "coordinates": ["1"]}) == [("too-few", ("coordinates",))]


def test_values_that_do_not_go_together_are_told_when_each_is_good() -> None:
    figure = {"name": "n", "words": "w", "from": "2", "to": "1"}
    claim = {"id": "a", "claim": "C", "kind": "figure", "cites": [{"source": "s", "quote": "q"}]}
    (one,) = wrong(CLAIM, {**claim, "figures": [figure]})
    assert (one.path, one.refusal and one.refusal.rule) == (("figures", 0), "bad-number")
    tree = {**claim, "figures": [{**figure, "unit": ""}]}
    assert told(CLAIM, tree) == [("refused", ("figures", 0, "unit"))]


def test_a_mapping_by_words_keeps_them() -> None:
    source = {"type": "webpage", "title": "T", "text": "a.txt", "sha256": "0" * 64}
    entry: Tree = {"read": "Ferromex", "because": "B"}
    made = fit(SOURCE, {**source, "sic": {"Ferrumex": entry}}, PLACE, id="s")
    assert [(sic.words, sic.read) for sic in made.sic] == [("Ferrumex", "Ferromex")]
    assert made.sic[0].place == PLACE.at("sic", "Ferrumex")
    assert told(SOURCE, {**source, "sic": {"": entry, "x": {}}}) == [
        ("refused-word", ("sic", "")),
        ("missing-key", ("sic", "x", "read")),
        ("missing-key", ("sic", "x", "because")),
    ]
    assert told(SOURCE, {**source, "sic": "x"}) == [("no-mapping", ("sic",))]
    many: Tree = {f"w{number}": entry for number in range(1001)}
    assert told(SOURCE, {**source, "sic": many}) == [("too-many", ("sic",))]


@pytest.mark.parametrize("tree", ["", "x", [], ["x"]])
def test_a_record_is_a_mapping(tree: Tree) -> None:
    assert told(ENTITY, tree) == [("no-mapping", ())]
