"""The table divides this tool's times by the fastest peer's."""

from benchmarks.corpus import generate
from benchmarks.results import Result, Run
from benchmarks.tables import table


def result(name: str, *seconds: float, faults: tuple[str, ...] = ()) -> Result:
    runs = [Run(wall, wall, 100) for wall in seconds]
    return Result(name, cold=runs, files=9, megabytes=1.25, faults=list(faults))


def test_ratios_are_to_the_fastest_on_yaml_and_on_any_input() -> None:
    results = [
        result("factsheet", 1, 3, 2),
        result("hugo-yaml", 4, 4, 4),
        result("eleventy-yaml", 5, 5, 5),
        result("hugo-json", 1, 1, 1),
    ]
    told = table(generate(8), results, rounds=3)
    assert "| cold build | 0.50 (hugo-yaml) | 2.00 (hugo-json) |" in told
    assert "| no change | – | – |" in told


def test_an_output_that_differs_is_told() -> None:
    told = table(generate(8), [result("factsheet", 1, faults=("x.html is missing",))], rounds=1)
    assert "| differs |" in told
    assert "- factsheet: x.html is missing" in told
