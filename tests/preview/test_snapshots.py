"""What the preview shows after each build."""

from factsheet.preview.snapshots import EMPTY, Attempt, following
from tests.preview.servers import fault


def test_a_good_build_replaces_all_files() -> None:
    first = following(EMPTY, Attempt({"index.html": b"1", "gone.html": b""}))
    second = following(first, Attempt({"index.html": b"2"}))
    assert (second.files, second.faults, second.number) == ({"index.html": b"2"}, (), 2)


def test_an_error_keeps_the_last_good_files() -> None:
    """R-606: a broken record keeps the last good site."""
    good = following(EMPTY, Attempt({"index.html": b"1"}))
    bad = following(good, Attempt(None, (fault(),)))
    assert (bad.files, bad.faults, bad.number) == (good.files, (fault(),), 2)


def test_mending_takes_the_faults_away() -> None:
    """R-606: the fault goes away when it is mended."""
    bad = following(EMPTY, Attempt(None, (fault(),)))
    assert following(bad, Attempt({"index.html": b"1"})).faults == ()


def test_a_build_that_looks_the_same_is_no_change() -> None:
    first = following(EMPTY, Attempt({"index.html": b"1"}, (fault(severity="warning"),)))
    again = following(first, Attempt({"index.html": b"1"}, (fault(severity="warning"),)))
    assert again is first


def test_the_first_build_counts_even_when_nothing_came_of_it() -> None:
    assert following(EMPTY, Attempt(None)).number == 1
