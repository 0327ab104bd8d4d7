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
