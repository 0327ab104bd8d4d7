from msgspec.structs import replace

from factsheet.pages import cited_sources, claim_pages, originals, setting
from tests.sites import small_site


def test_links_worked_out_beforehand_are_those_that_a_claim_page_shows() -> None:
    site = small_site()
    lent, ids = setting(site), list(site.claims)
    found = originals(site, cited_sources(site, ids))
    links = {(claim, number): link for cites in found for claim, number, link in cites}
    assert any("#:~:text=" in link for link in links.values())
    assert len(links) == sum(len(claim.cites) for claim in site.claims.values())
    beforehand = replace(lent, originals=links)
    assert list(claim_pages(site, beforehand, ids)) == list(claim_pages(site, lent, ids))


def test_a_link_that_is_known_is_not_worked_out_again() -> None:
    site = small_site()
    (id, claim), *_ = site.claims.items()
    lent = replace(setting(site), originals={(id, 1): "https://known.example/"})
    (page,) = claim_pages(site, lent, (id,))
    assert page.whole.quotes[0].original == "https://known.example/"
    assert claim.cites[0].source.id in cited_sources(site, (id,))


def test_only_sources_that_the_claims_cite_are_gone_through_and_each_once() -> None:
    site = small_site()
    cited = cited_sources(site, [*site.claims, *site.claims])
    assert sorted(cited) == sorted(id for id in site.sources if site.cited_by.get(id))
    assert cited_sources(site, ()) == []
