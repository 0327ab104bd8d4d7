"""The runner takes turns, and who fails is told of while the others go on."""

import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.contenders import OURS, contenders
from benchmarks.corpus import generate
from benchmarks.run import Bench

CORPUS = generate(20)


def test_this_tool_is_run_and_its_output_is_as_it_must_be(tmp_path: Path) -> None:
    ours = contenders()[OURS]
    (result,) = Bench(CORPUS, {OURS: ours}, ("no-change", "edit", "copy")).run(2, tmp_path)
    assert result.faults == []
    assert result.failed == ""
    assert [len(runs) for runs in (result.cold, result.no_change, result.edit)] == [2, 2, 2]
    assert result.files > 20
    assert list(tmp_path.iterdir()) == []


def test_an_output_without_pages_is_noticed(tmp_path: Path) -> None:
    idle = replace(
        contenders()[OURS],
        name="idle",
        build=lambda _, out: [sys.executable, "-c", f"import os; os.mkdir({str(out)!r})"],
    )
    (result,) = Bench(CORPUS, {"idle": idle}, ()).run(1, tmp_path)
    assert any(fault.endswith(".html is missing") for fault in result.faults)


def test_who_fails_is_told_of_and_the_others_go_on(tmp_path: Path) -> None:
    ours = contenders()[OURS]
    code = "raise SystemExit('no room')"
    broken = replace(ours, name="broken", build=lambda *_: [sys.executable, "-c", code])
    told = Bench(CORPUS, {"broken": broken, OURS: ours}, ()).run(1, tmp_path)
    assert ["no room" in result.failed for result in told] == [True, False]
    assert told[1].cold
