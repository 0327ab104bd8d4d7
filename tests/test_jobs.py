import multiprocessing
import os
import signal
from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.jobs import LARGEST, as_made, cores, runs, shares, spread, together


@pytest.fixture(autouse=True)
def never_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of numbers be enough for several processes."""
    monkeypatch.setattr("factsheet.jobs.FEW", 0)


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def killed_in(parent: int, numbers: Sequence[int]) -> list[int]:
    """Return the numbers doubled; a process that is not the parent is killed over the number 3."""
    if 3 in numbers and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def broken(numbers: Sequence[int]) -> list[int]:
    if 5 in numbers:
        raise LookupError("five")
    return doubled(numbers)


@given(st.integers(0, 2_000), st.integers(1, 9))
def test_shares_hold_everything_once_and_go_together_again(many: int, jobs: int) -> None:
    things = range(many)
    given_out = shares(things, jobs)
    assert all(0 < len(share) <= LARGEST for share in given_out)
    assert together(map(doubled, given_out)) == doubled(things)
    assert max(map(len, given_out), default=0) - min(map(len, given_out), default=0) <= 1


@given(st.integers(0, 2_000), st.integers(1, 9))
def test_runs_are_as_many_and_hold_what_stands_side_by_side(many: int, jobs: int) -> None:
    given_out = runs(range(many), jobs)
    assert [thing for run in given_out for thing in run] == list(range(many))
    assert len(given_out) == len(shares(range(many), jobs))
    assert max(map(len, given_out), default=0) - min(map(len, given_out), default=0) <= 1


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_any_number_of_processes_gives_the_same_in_the_same_order(jobs: int) -> None:
    given_out = shares(range(1_000), jobs)
    assert together(spread(doubled, given_out, jobs)) == doubled(range(1_000))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_what_need_not_wait_comes_with_its_position(jobs: int) -> None:
    given_out = shares(range(1_000), jobs)
    made = dict(as_made(doubled, given_out, jobs))
    assert [made[number] for number in range(len(given_out))] == [*map(doubled, given_out)]


def test_a_process_that_is_killed_costs_time_and_nothing_else() -> None:
    work = partial(killed_in, os.getpid())
    assert list(spread(work, [[n] for n in range(8)], 2)) == [[2 * n] for n in range(8)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_a_process_is_raised_here(jobs: int) -> None:
    with pytest.raises(LookupError, match="five"):
        list(spread(broken, [[n] for n in range(8)], jobs))


def test_whoever_wants_no_more_leaves_no_process_behind() -> None:
    results = spread(doubled, [[n] for n in range(100)], 2)
    assert next(results) == [0]
    results.close()
    assert multiprocessing.active_children() == []


def test_few_things_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.jobs.FEW", 8)
    here = partial(process_of, os.getpid())
    assert list(spread(here, [[n] for n in range(7)], 2)) == [True] * 7
    first, *_, last = spread(here, [[n] for n in range(8)], 2)
    assert (first, last) == (True, False)


def process_of(parent: int, _: Sequence[int]) -> bool:
    return os.getpid() == parent


def test_there_is_at_least_one_processor() -> None:
    assert cores() >= 1
