"""A real server on a free port, run in a thread of the test, and what a client needs."""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from factsheet.preview.serving import Work, listening, run
from factsheet.preview.snapshots import EMPTY, Attempt, Snapshot, following
from factsheet.reporting import Entry

PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
LIMIT = 60
"""Seconds after which a wait is given up: no test asserts a time, none waits for ever."""


async def leave(page: WebSocketClientConnection) -> None:
    """Close the page and wait until the server has said goodbye."""
    page.close()
    while await asyncio.wait_for(page.read_message(), LIMIT) is not None:
        pass


def fault(message: str = "this claim has no citation", severity: str = "error") -> Entry:
    """Return a fault with every part that can be shown."""
    return Entry(
        rule="no-citation",
        severity="error" if severity == "error" else "warning",
        file="content/claims/bridge.yaml",
        line=14,
        column=7,
        message=message,
        notes=("a note of two\nlines",),
        mend="cites:",
        frame="   |\n14 |   quote: words\n   |          ^^^^^",
    )


def files(title: str = "Home", **more: bytes) -> dict[str, bytes]:
    """Return a small site: a home page, a claim, a page for 404, and data."""
    return {
        "index.html": PAGE.format(title).encode(),
        "claims/bridge.html": PAGE.format("Bridge").encode(),
        "404.html": PAGE.format("Not here").encode(),
        "data/claims.json": b'{"claims": []}',
        "assets/site.0a1b.css": b"body {}",
        **more,
    }


def good(title: str = "Home") -> Snapshot:
    """Return the first snapshot of a site without faults."""
    return following(EMPTY, Attempt(files(title)))


@dataclass(slots=True)
class Preview:
    """A running preview as its clients see it, and what it announced."""

    port: int
    announced: list[Snapshot] = field(default_factory=list)

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """Return the answer and its body; `headers` come on top of the right Host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            sent = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
            connection.putrequest(method, path, skip_host=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def text(self, path: str = "/") -> str:
        return self.ask(path)[1].decode()

    def attribute(self, name: str) -> str:
        """Return what the home page tells its script: `token` or `number`."""
        return self.text().partition(f'data-{name}="')[2].partition('"')[0]

    async def connect(
        self, headers: Mapping[str, str] | None = None, **query: str
    ) -> WebSocketClientConnection:
        """Return an open socket as the page's script opens it, with what is said otherwise."""
        said = {"token": self.attribute("token"), "number": self.attribute("number"), **query}
        address = f"ws://127.0.0.1:{self.port}/_preview/livereload?{urlencode(said)}"
        own = {"Origin": f"http://127.0.0.1:{self.port}"} if headers is None else dict(headers)
        return await websocket_connect(HTTPRequest(address, headers=own))


async def command(page: WebSocketClientConnection) -> str:
    """Return the next command that the server sends to this page."""
    message = await asyncio.wait_for(page.read_message(), LIMIT)
    assert isinstance(message, str)
    return str(json.loads(message)["command"])


@contextmanager
def running(
    first: Snapshot,
    build: Callable[[], Attempt] = lambda: Attempt(None),
    folders: tuple[Path, ...] = (),
    port: int = 0,
) -> Iterator[Preview]:
    """Run a preview meanwhile; it must end by itself when it is told to."""
    listener = listening("127.0.0.1", port)
    preview = Preview(listener.getsockname()[1])
    loop, stop = asyncio.new_event_loop(), asyncio.Event()
    work = Work(build, folders, preview.announced.append)
    thread = threading.Thread(
        target=lambda: loop.run_until_complete(run(work, first, listener, stop))
    )
    thread.start()
    try:
        yield preview
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(LIMIT)
        assert not thread.is_alive()
        loop.close()


def until(condition: Callable[[], bool]) -> None:
    """Return as soon as the condition holds; fail when it never does."""
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
