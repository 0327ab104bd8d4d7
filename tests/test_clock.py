from collections.abc import Iterator

import pytest

from factsheet.clock import Clock


def ticking(moments: list[float]) -> Clock:
    """Return a clock that reads these moments, one after the other."""
    return Clock(now=iter(moments).__next__)


def test_each_moment_is_counted_for_the_innermost_step() -> None:
    clock = ticking([0, 1, 3, 10])
    with clock.step("publish"), clock.step("render"):
        pass
    assert clock.spent == {"publish": 8, "render": 2}


def test_what_is_done_with_a_value_is_not_counted_for_making_it() -> None:
    clock = ticking([0, 1, 100, 102, 200, 203])
    assert list(clock.each("plan", iter([1, 2]))) == [1, 2]
    assert clock.spent == {"plan": 6}


def test_a_step_inside_the_making_of_values_takes_its_time() -> None:
    clock = ticking([0, 1, 3, 7, 10, 20, 21, 24])

    def rendered() -> Iterator[int]:
        yield from clock.each("plan", iter([1]))

    assert list(clock.each("render", rendered())) == [1]
    assert clock.spent == {"render": 18, "plan": 3}


def test_a_fault_closes_its_step() -> None:
    clock = ticking([0, 2, 5, 6])
    with pytest.raises(KeyError), clock.step("read"):
        raise KeyError
    with clock.step("link"):
        pass
    assert clock.spent == {"read": 2, "link": 1}


def test_table_has_a_line_a_step_with_its_part() -> None:
    clock = ticking([0, 1, 1, 4])
    for name in ("read", "link"):
        with clock.step(name):
            pass
    assert clock.table() == ("read          1.000 s   25 %\nlink          3.000 s   75 %\n")


def test_whoever_watches_is_told_after_each_value_how_much_is_done() -> None:
    told: list[tuple[str, int, int]] = []
    clock = Clock(lambda *far: told.append(far))
    assert list(clock.each("read", ["ab", "cde"], of=5, size=len)) == ["ab", "cde"]
    assert told == [("read", 2, 5), ("read", 5, 5)]
