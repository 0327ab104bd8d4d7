from msgspec.structs import replace

from factsheet.inquiries.impact import Impact, as_text, impact_of_entity, impact_of_source
from factsheet.model import Claim, Entity, Relation, Site
from tests.sites import chamber, small_site

POST, GAZETTE, CHAMBER = "valley-post-2024-03-05", "river-gazette", "santa-rita-chamber"


def falling(found: Impact) -> list[str]:
    return [claim.id for claim in found.falling]


def standing(found: Impact) -> dict[str, tuple[str, ...]]:
    return {claim.id: claim.sources for claim in found.standing}


def with_claim(site: Site, claim: Claim) -> Site:
    return replace(site, claims={**site.claims, claim.id: claim})


def bearing(claim: Claim, number: int, relation: Relation) -> Claim:
    """Return the claim with another relation of its citation of this number."""
    cites = tuple(
        replace(c, record=replace(c.record, relation=relation)) if c.number == number else c
        for c in claim.cites
    )
    return replace(claim, cites=cites)


def going_back_to(claim: Claim, *via: Entity) -> Claim:
    return replace(claim, cites=tuple(replace(citation, via=via) for citation in claim.cites))


def test_claims_of_one_source_fall_with_it_and_others_stand() -> None:
    found = impact_of_source(small_site(), POST)
    assert falling(found) == ["bridge-closing", "bridge-losses"]
    assert standing(found) == {"bridge-opening": (GAZETTE,)}
    assert found.standing[0].origins_lost == 1
    assert [(t.id, t.falling, t.claims) for t in found.topics] == [("bridge", 2, 3)]


def test_other_articles_of_one_origin_keep_the_origin() -> None:
    site = small_site()
    one_origin = going_back_to(site.claims["bridge-opening"], chamber())
    found = impact_of_source(with_claim(site, one_origin), POST)
    assert standing(found) == {"bridge-opening": (GAZETTE,)}
    assert (found.standing[0].origins, found.standing[0].origins_lost) == ((CHAMBER,), 0)


def test_what_does_not_support_holds_nothing_up() -> None:
    site = small_site()
    for relation in ("context", "disputes", "qualifies"):
        opening = bearing(site.claims["bridge-opening"], 2, relation)
        assert "bridge-opening" in falling(impact_of_source(with_claim(site, opening), POST))
        found = impact_of_source(with_claim(site, opening), GAZETTE)
        assert (falling(found), found.beside, found.topics) == ([], ("bridge-opening",), ())


def test_an_entity_takes_with_it_what_goes_back_to_it() -> None:
    found = impact_of_entity(small_site(), CHAMBER)
    assert falling(found) == ["bridge-losses"]
    assert (found.standing, found.name) == ((), "Santa Rita Chamber of Commerce")


def test_what_an_entity_only_passed_on_stands() -> None:
    site = small_site()
    agency = Entity("agency", chamber().place, "Agency", "organization")
    passed_on = going_back_to(site.claims["bridge-losses"], agency, chamber())
    found = impact_of_entity(with_claim(site, passed_on), CHAMBER)
    assert falling(found) == []
    assert found.passed_on == ("bridge-losses",)
    assert "passed on for others stand in 1 claim" in as_text(found)


def test_drafts_do_not_count() -> None:
    site = small_site()
    claim = site.claims["bridge-losses"]
    draft = replace(claim, record=replace(claim.record, status="draft"))
    assert falling(impact_of_source(with_claim(site, draft), POST)) == ["bridge-closing"]


def test_impact_is_told_in_words() -> None:
    assert as_text(impact_of_source(small_site(), POST)).splitlines() == [
        f"if the source {POST} (Flood shuts the bridge at Santa Rita) falls:",
        "",
        "2 claims lose their only origin:",
        "  bridge-closing: The bridge at *Santa Rita* closed after the river rose.",
        "  bridge-losses: The chamber put the losses of traders at more than $2 million a day.",
        "",
        "left with fewer origins: 1 claim",
        "  bridge-opening: river-gazette · 1 origin (river-gazette)",
        "",
        "topics:",
        "  bridge: 2 of 3 claims",
    ]
    unused = replace(small_site(), claims={})
    assert "nothing falls" in as_text(impact_of_source(unused, GAZETTE))
