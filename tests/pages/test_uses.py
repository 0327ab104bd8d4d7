from msgspec.structs import replace

from factsheet.pages import Use, setting, uses
from factsheet.pages.audit import audit_page
from tests.sites import small_site

POST = "valley-post-2024-03-05"


def test_uses_worked_out_beforehand_are_those_that_the_audit_shows() -> None:
    site = small_site()
    found = dict(zip(site.sources, uses(site, list(site.sources)), strict=True))
    assert found[POST] == Use(sentences=5, resting=3, quoted=0.6, shown=found[POST].shown)
    assert 0.6 < found[POST].shown <= 1
    lent = setting(site)
    assert audit_page(site, replace(lent, uses=found)) == audit_page(site, lent)


def test_a_use_that_is_known_is_not_worked_out_again() -> None:
    site = small_site()
    known = {id: Use(9, 8, 0.7, 0.75) for id in site.sources}
    for one in audit_page(site, replace(setting(site), uses=known)).articles:
        assert (one.sentences, one.resting, one.quoted, one.shown) == (9, 8, "70.0", "75.0")
