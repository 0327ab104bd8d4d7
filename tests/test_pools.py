from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from factsheet.pools import TAKEN, _arrived


def test_what_came_back_is_handed_on_once_and_held_no_longer() -> None:
    """Of what was lost with a process nothing is told here: it is made again at its turn."""
    here, under_way, lost = Future[str](), Future[str](), Future[str]()
    here.set_result("made")
    lost.set_exception(BrokenProcessPool())
    sent = {7: here, 6: under_way, 5: lost}
    assert list(_arrived(sent)) == [(7, "made")]
    assert sent == {7: TAKEN, 6: under_way, 5: lost}
    assert list(_arrived(sent)) == []


def test_what_went_wrong_is_raised_as_it_comes() -> None:
    wrong = Future[str]()
    wrong.set_exception(LookupError("five"))
    with pytest.raises(LookupError, match="five"):
        list(_arrived({3: wrong}))
