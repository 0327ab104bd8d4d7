import pytest
from msgspec.structs import replace

from factsheet.digests import digest
from factsheet.stamps import claim_stamps
from tests.sites import small_site


def test_equal_values_have_equal_digests_and_others_have_others() -> None:
    assert digest("a", ["b"]) == digest("a", ["b"])
    assert len({digest("a", "b"), digest("ab"), digest("a", ["b"]), digest("a", b"b")}) == 4
    assert len({digest("\ud800"), digest("\\ud800")}) == 2


def test_a_stamp_tells_of_the_claim_and_of_what_it_is_linked_to() -> None:
    site = small_site()
    before = claim_stamps(site)
    assert set(before) == set(site.claims)
    assert len(set(before.values())) == len(before)
    source = next(iter(site.sources))
    cited = {c.id for c in site.claims.values() for cite in c.cites if cite.source.id == source}
    file = site.sources[source].record.place.file
    after = claim_stamps(replace(site, digests={**site.digests, file: "other bytes"}))
    assert {id for id in before if before[id] != after[id]} == cited


def test_where_a_claim_stands_in_its_file_does_not_count() -> None:
    site = small_site()
    moved = {
        id: replace(claim, record=replace(claim.record, digest=f"of {id}", place=place))
        for number, (id, claim) in enumerate(site.claims.items())
        for place in (claim.record.place.at(number),)
    }
    here = {
        id: replace(claim, record=replace(claim.record, digest=f"of {id}"))
        for id, claim in site.claims.items()
    }
    assert claim_stamps(replace(site, claims=moved)) == claim_stamps(replace(site, claims=here))


def test_a_stamp_tells_of_each_entity_that_the_claim_names() -> None:
    """Of who said it, whom it is about, who counted, and who said or reported the words."""
    site = small_site()
    before = claim_stamps(site)
    for id, entity in site.entities.items():
        naming = {
            claim.id
            for claim in site.claims.values()
            if id in (claim.record.said_by, *claim.record.about)
            or any(figure.counted_by == id for figure in claim.record.figures)
            or any(entity in citation.via for citation in claim.cites)
        }
        after = claim_stamps(replace(site, digests={**site.digests, entity.place.file: "other"}))
        assert {name for name in before if before[name] != after[name]} == naming


@pytest.mark.parametrize("part", ["said_by", "about", "counted_by", "via"])
def test_each_part_that_names_an_entity_counts(part: str) -> None:
    site = small_site()
    entity, claim = next(iter(site.entities.values())), next(iter(site.claims.values()))
    plain = replace(claim.record, said_by="", about=(), figures=(), digest="of it")
    figure = next(f for c in site.claims.values() for f in c.record.figures)
    record = {
        "said_by": replace(plain, said_by=entity.id),
        "about": replace(plain, about=(entity.id,)),
        "counted_by": replace(plain, figures=(replace(figure, counted_by=entity.id),)),
        "via": plain,
    }[part]
    via = (entity,) if part == "via" else ()
    cites = tuple(replace(citation, via=via) for citation in claim.cites)
    alone = replace(site, claims={claim.id: replace(claim, record=record, cites=cites)})
    others = {**site.digests, entity.place.file: "other bytes"}
    assert claim_stamps(alone) != claim_stamps(replace(alone, digests=others))
