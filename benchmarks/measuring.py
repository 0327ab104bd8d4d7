"""Runs one command and writes down what it took.

A process of its own, and a small one: Linux counts the memory of whoever starts a command as the
command's, so a runner that holds a corpus must not start it.

    python measuring.py REPORT.json COMMAND [ARGUMENT ...]           timed, nothing beside it
    python measuring.py --memory REPORT.json COMMAND [ARGUMENT ...]  memory of all its processes
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

LOOK = 0.02
"""Seconds between looks at the memory of all processes."""


def main(arguments: list[str]) -> int:
    """Run the command; its output and its exit code are passed on."""
    memory = arguments[0] == "--memory"
    report, *command = arguments[1:] if memory else arguments
    told = watched(command) if memory else timed(command)
    Path(report).write_text(json.dumps(told), encoding="utf-8")
    return int(told["code"])


def timed(command: list[str]) -> dict[str, float]:
    """Return wall and processor seconds, and the peak of the largest process in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "code": process.returncode,
        "wall": wall,
        "processor": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss / 1000,
    }


def watched(command: list[str]) -> dict[str, float]:
    """Return the most memory in MB that all processes of the command had together (PSS)."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(memory(pid) for pid in session(process.pid)))
        time.sleep(LOOK)
    return {"code": process.returncode, "together": most}


def session(leader: int) -> Iterator[int]:
    """Yield the processes of a session."""
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            if int(fields.rpartition(")")[2].split()[3]) == leader:
                yield int(entry.name)


def memory(pid: int) -> float:
    """Return the memory of a process in MB, shared pages divided among those that share them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(float(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
