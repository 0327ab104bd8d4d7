from msgspec.structs import replace

from factsheet.diagnostics import Place
from factsheet.model import Claim, Inference
from factsheet.pages.inferences import anchors, inferences, said_once
from tests.pages.making import blocks
from tests.sites import small_site


def inferring(*parts: tuple[str, str]) -> Claim:
    """Return the closing with these parts inferred, each with its reason."""
    claim = small_site().claims["bridge-closing"]
    inferred = tuple(Inference(what, because, Place("x")) for what, because in parts)
    return replace(claim, record=replace(claim.record, inferred=inferred))


def test_a_reason_given_twice_is_told_once_for_both() -> None:
    claim = inferring(("March 4", "by the date"), ("Rita", "by name"), ("a river", "by  the date"))
    first, second = inferences(claim)
    assert (first.what, first.because) == ("March 4; a river", "by the date")
    assert (second.what, second.anchor) == ("Rita", "inferred_bridge-closing-2")
    assert anchors((first, second)) == {
        "March 4": "inferred_bridge-closing-1",
        "a river": "inferred_bridge-closing-1",
        "Rita": "inferred_bridge-closing-2",
    }


def test_a_date_said_in_two_ways_is_said_once() -> None:
    assert said_once(["March 4, 2024", "4 March 2024", "4 March"]) == ("March 4, 2024", "4 March")


def test_inferred_words_of_the_sentence_lead_to_the_reason_in_the_block() -> None:
    claim = inferring(("the river", "no quotation says which"))
    site = small_site()
    block = blocks(replace(site, claims={**site.claims, claim.id: claim}))[claim.id]
    assert block.sentence == (
        "The bridge at <em>Santa Rita</em> closed after "
        '<a href="#inferred_bridge-closing-1" aria-describedby="inferred_bridge-closing-1">'
        "the river</a> rose."
    )
    assert [part.anchor for part in block.inferred] == ["inferred_bridge-closing-1"]
    assert block.has_links
    assert block.plain == "The bridge at Santa Rita closed after the river rose."


def test_inferred_dates_lead_to_the_reason_too() -> None:
    site = small_site()
    block = blocks(site)["bridge-closing"]
    assert block.when_because == "inferred_bridge-closing-1"
    assert blocks(site)["bridge-losses"].figures[0].period_because == ""
    losses = site.claims["bridge-losses"]
    part = Inference("2024-03-04/2024-03-05", "by the date", Place("x"))
    changed = replace(losses, record=replace(losses.record, inferred=(part,)))
    found = blocks(replace(site, claims={**site.claims, losses.id: changed}))
    assert found[losses.id].figures[0].period_because == "inferred_bridge-losses-1"
