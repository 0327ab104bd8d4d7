"""Who makes what, and in which order."""

from itertools import chain

import pytest

from factsheet.exports import PATHS
from factsheet.pages import Setting, Use, page_paths, setting, uses
from factsheet.producing import LARGE, Press, list_shares, with_uses
from factsheet.rendering import load_theme
from tests.sites import small_site


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_what_is_large_stands_alone_at_both_ends(jobs: int) -> None:
    paths = [*page_paths(small_site()), *PATHS]
    found = list_shares(paths, jobs)
    assert sorted(chain.from_iterable(found)) == sorted(paths)
    ends = (*found[:3], *found[-3:])
    assert {path for share in ends for path in share} == set(LARGE)
    assert {len(share) for share in ends} == {1}


def test_what_is_not_wanted_is_in_no_share() -> None:
    assert list_shares([LARGE[1], "404.html"], 2) == [(LARGE[1],), ["404.html"]]
    assert list_shares([], 2) == []


@pytest.mark.parametrize("jobs", [1, 3])
def test_uses_that_are_known_are_taken_over(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.jobs.FEW", 0)
    site = small_site()
    first, *others = site.sources
    known = Use(9, 8, 0.7, 0.75)
    lent: Setting = with_uses(
        Press(site, load_theme(None), setting(site)), {first: known}, jobs
    ).lent
    assert lent.uses == {first: known, **dict(zip(others, uses(site, others), strict=True))}
