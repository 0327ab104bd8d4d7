"""A run is measured from outside, and its exit code is passed on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.run import MEASURING


def measured(tmp_path: Path, code: str, *options: str) -> tuple[int, dict[str, float]]:
    report = tmp_path / "report.json"
    command = [
        sys.executable,
        "-S",
        "-E",
        str(MEASURING),
        *options,
        str(report),
        sys.executable,
        "-c",
        code,
    ]
    run = subprocess.run(command, check=False)
    return run.returncode, dict(json.loads(report.read_text(encoding="utf-8")))


def test_the_peak_is_the_commands_own(tmp_path: Path) -> None:
    code, told = measured(tmp_path, "len(b'x' * 120_000_000)")
    assert code == 0
    assert told["peak"] > 100
    assert told["wall"] > 0


def test_memory_of_all_processes_is_added_up(tmp_path: Path) -> None:
    hold = "import time; held = b'x' * 60_000_000; time.sleep(1)"
    two = f"import subprocess as s, sys; p = s.Popen([sys.executable, '-c', {hold!r}]); {hold}"
    _, told = measured(tmp_path, f"{two}; p.wait()", "--memory")
    assert told["together"] > 110


@pytest.mark.parametrize("options", [(), ("--memory",)])
def test_a_failure_is_passed_on(tmp_path: Path, options: tuple[str, ...]) -> None:
    code, told = measured(tmp_path, "raise SystemExit(3)", *options)
    assert code == told["code"] == 3
