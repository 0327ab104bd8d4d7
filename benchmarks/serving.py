"""From a saved record to the new page, while a tool is running."""

import http.client
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.contenders import Contender, edit, edited_claim, environment
from benchmarks.expectations import page_of
from benchmarks.nouns import Corpus

START, ANSWER, QUIET = 900, 120, 1.5
"""Seconds: for the first page, for a new page, and between edits."""
POLL = 0.002
"""Seconds between two looks at the page."""
Look = Callable[[], str]


def edit_times(corpus: Corpus, contender: Contender, folder: Path, edits: int) -> list[float]:
    """Return the seconds from each saved edit until the page that an editor sees has it."""
    out = folder / "served"
    claim, port = edited_claim(corpus), free_port()
    page = page_of(claim)
    look = asked(port, page) if contender.is_http else read(out / page)
    with running(contender.serve(folder, out, port), folder):
        until(look, claim.id, START)
        time.sleep(QUIET)
        return list(_edits(corpus, contender, folder, look, edits))


def _edits(
    corpus: Corpus, contender: Contender, folder: Path, look: Look, edits: int
) -> Iterator[float]:
    for turn in range(edits):
        begun = time.perf_counter()
        word = edit(folder, contender, edited_claim(corpus), turn)
        until(look, word, ANSWER)
        yield time.perf_counter() - begun
        time.sleep(QUIET)


def until(look: Look, word: str, limit: float) -> None:
    """Return when the page has the word; raise TimeoutError when it takes too long."""
    end = time.monotonic() + limit
    while word not in look():
        if time.monotonic() > end:
            raise TimeoutError(f"{word} did not appear within {limit} s")
        time.sleep(POLL)


def asked(port: int, page: str) -> Look:
    """Return a look at a page over HTTP; empty while there is no whole one."""

    def look() -> str:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", f"/{page}")
            return connection.getresponse().read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return ""  # not up yet, or the page is being written
        finally:
            connection.close()

    return look


def read(page: Path) -> Look:
    """Return a look at a page on the disk; empty while there is none."""
    return lambda: page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[None]:
    """Keep the command running meanwhile, and end what it started with it."""
    with (folder / "served.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
