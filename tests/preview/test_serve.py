"""The preview as a program: started in a process, and ended by a signal."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from factsheet.diagnostics import UsageError
from factsheet.preview import serve
from tests.preview.servers import LIMIT, until

PROGRAM = """
import sys
from pathlib import Path
from factsheet.preview import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), announce=lambda line: print(line, flush=True))
"""
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def started(folder: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield the process and the address that it announces; it is gone afterwards."""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(folder), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        assert process.stdout
        try:
            lines = iter(process.stdout.readline, "")
            yield process, next(line for line in lines if "http://" in line)
        finally:
            process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def home(port: int) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    connection.request("GET", "/")
    page = connection.getresponse().read()
    connection.close()
    return page


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_a_signal_and_ends_by_itself(
    site_folder: Path, number: signal.Signals
) -> None:
    port = free_port()
    with started(site_folder, port) as (process, line):
        assert f"http://127.0.0.1:{port}/" in line
        assert b"/_preview/live.js" in home(port)
        process.send_signal(number)
        out, err = process.communicate(timeout=LIMIT)
        assert (process.returncode, err) == (0, "")
        assert out.endswith("The preview has ended.\n")


def test_a_busy_port_is_told_and_the_next_is_taken(site_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with started(site_folder, port) as (_, line):
            assert f"http://127.0.0.1:{port}/" not in line


def test_the_real_site_is_built_again_on_a_save(site_folder: Path) -> None:
    """R-606: also when the site was away for a moment."""
    port = free_port()
    with started(site_folder, port):
        (site_folder / "content").rename(site_folder / "away")
        until(lambda: b"no-site" in home(port))
        shutil.copytree(site_folder / "away", site_folder / "content")
        record = site_folder / "content" / "site.yaml"
        lines = record.read_text(encoding="utf-8").splitlines()
        changed = ["title: Quite another title" if x.startswith("title:") else x for x in lines]
        record.write_text("\n".join(changed) + "\n", encoding="utf-8")
        until(lambda: b"Quite another title" in home(port) and b"no-site" not in home(port))


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        serve(tmp_path, announce=print)


def test_an_address_for_all_is_refused(site_folder: Path) -> None:
    """R-601: it binds 127.0.0.1, or one address that it is told."""
    with pytest.raises(UsageError, match="more than one address"):
        serve(site_folder, host="0.0.0.0", announce=print)
