from pathlib import Path

import pytest
from msgspec.structs import replace

from factsheet.checking.accepting import Accepted, accept, standing
from factsheet.diagnostics import Diagnostic, Place
from factsheet.examining import Examined, examine
from factsheet.linking import without_drafts
from factsheet.model import Acceptance, Site
from tests.casefiles import Block, laid_over_base
from tests.sites import CLAIMS_FILE, small_site

SOURCE = "content/sources/river-gazette.yaml"
TOPIC = "content/topics/bridge.yaml"
ENTITY = "content/entities/santa-rita-chamber.yaml"
BECAUSE = "We know."


def warning(place: Place, rule: str = "wording") -> Diagnostic:
    return Diagnostic(rule, f"a message of {rule}", place, severity="warning")


def accepting_everywhere(rule: str = "wording") -> Site:
    """Return the small site in which one record of each kind accepts the rule."""
    site = small_site()
    source, claim = site.sources["river-gazette"], site.claims["bridge-losses"]
    topic, entity = site.topics["bridge"], site.entities["santa-rita-chamber"]

    def entry(place: Place) -> tuple[Acceptance, ...]:
        return (Acceptance(rule, BECAUSE, place.at("accepted", 0)),)

    source = replace(source, record=replace(source.record, accepted=entry(source.record.place)))
    claim = replace(claim, record=replace(claim.record, accepted=entry(claim.record.place)))
    topic = replace(topic, record=replace(topic.record, accepted=entry(topic.record.place)))
    return replace(
        site,
        sources={**site.sources, source.id: source},
        claims={**site.claims, claim.id: claim},
        topics={topic.id: topic},
        entities={entity.id: replace(entity, accepted=entry(entity.place))},
    )


PLACES = (
    Place(SOURCE, ("note",)),
    Place(CLAIMS_FILE, (1, "cites", 0, "note"), words="anything"),
    Place(TOPIC, ("sections", 0, "heading")),
    Place(ENTITY, ("description",)),
)


def test_a_warning_is_accepted_in_the_record_it_lies_in() -> None:
    found = tuple(map(warning, PLACES))
    remaining, accepted = accept(found, accepting_everywhere())
    assert remaining == ()
    assert accepted == tuple(Accepted(one, BECAUSE) for one in found)


@pytest.mark.parametrize(
    "other",
    [
        warning(Place(CLAIMS_FILE, (0, "claim"))),
        warning(Place(CLAIMS_FILE, (10, "claim"))),
        warning(Place("content/sources/valley-post-2024-03-05.yaml", ("note",))),
        warning(PLACES[1], "one-origin"),
    ],
)
def test_nothing_else_is(other: Diagnostic) -> None:
    remaining, _ = accept((*map(warning, PLACES), other), accepting_everywhere())
    assert remaining == (other,)


def test_an_error_is_never_accepted() -> None:
    errors = tuple(replace(warning(place), severity="error") for place in PLACES)
    remaining, accepted = accept(errors, accepting_everywhere())
    assert accepted == ()
    assert remaining[:4] == errors
    assert [one.rule for one in remaining[4:]] == ["accepted-for-nothing"] * 4


def test_a_record_left_out_may_be_what_is_meant() -> None:
    site = accepting_everywhere()
    assert len(accept((), site)[0]) == 4
    assert accept((), replace(site, whole=False))[0] == ()
    unknown = replace(accepting_everywhere("no-such-rule"), whole=False)
    assert len(accept((), unknown)[0]) == 4


def test_what_stands_names_file_claim_and_reason() -> None:
    site = accepting_everywhere()
    remaining, accepted = accept(
        (*map(warning, PLACES), warning(Place(CLAIMS_FILE, (0,)), "one-origin")), site
    )
    told = standing(remaining, accepted, site)
    assert [(one.rule, one.file, one.claim, one.because) for one in told] == [
        ("one-origin", CLAIMS_FILE, "bridge-closing", ""),
        ("wording", SOURCE, "", BECAUSE),
        ("wording", CLAIMS_FILE, "bridge-losses", BECAUSE),
        ("wording", TOPIC, "", BECAUSE),
        ("wording", ENTITY, "", BECAUSE),
    ]


def test_errors_do_not_stand() -> None:
    error = replace(warning(PLACES[0]), severity="error")
    assert standing((error,), (), small_site()) == ()


CLAIM = """\
- id: boats-sunk
  claim: The storm sank fishing boats.
  kind: event
  topics: [harbour]
  cites:
    - source: example-2024
      quote: The storm of January 14 tore away 120 metres of the wall and sank 6 fishing boats.
"""
ANSWER = "  accepted:\n    - {rule: one-origin, because: Nobody else was there.}\n"


def examined(folder: Path, more: str = "") -> Examined:
    return examine(
        laid_over_base([Block("yaml", "content/claims/example.yaml", CLAIM + more)], folder)
    )


def test_strictly_an_accepted_warning_is_no_fault(tmp_path: Path) -> None:
    assert not examined(tmp_path / "open").sound(strict=True)
    answered = examined(tmp_path / "answered", ANSWER)
    assert answered.sound(strict=True)
    assert [one.diagnostic.rule for one in answered.accepted] == ["one-origin"]


def test_the_site_carries_what_stands(tmp_path: Path) -> None:
    site = examined(tmp_path / "open").site
    assert site is not None
    assert [(one.rule, one.because) for one in site.standing] == [("one-origin", "")]
    site = examined(tmp_path / "answered", ANSWER).site
    assert site is not None
    assert [(one.rule, one.because) for one in site.standing] == [
        ("one-origin", "Nobody else was there.")
    ]


def test_readers_learn_nothing_of_drafts(tmp_path: Path) -> None:
    site = examined(tmp_path, "  status: draft\n").site
    assert site is not None
    assert [one.claim for one in site.standing] == ["boats-sunk"]
    assert without_drafts(site).standing == ()
