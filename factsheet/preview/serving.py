"""The server: one event loop for requests, one thread that watches and builds."""

import asyncio
import errno
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

from msgspec import Struct
from tornado.httpserver import HTTPServer

from factsheet.diagnostics import UsageError
from factsheet.preview.handlers import Desk, Socket, application, own_names, own_socket
from factsheet.preview.snapshots import Attempt, Snapshot, following
from factsheet.preview.watching import keep_building

TRIES = 20
"""Ports that are tried after a busy one."""
PATIENCE = 10
"""Seconds after which a connection that asks for nothing is closed, and a last build left."""
LARGEST_REQUEST = 65_536
DOUBT = 0.1
"""Seconds for which a build with errors is held back: it may have seen half of what is saved."""


class Work(Struct, frozen=True):
    """What the preview is to do."""

    build: Callable[[], Attempt]
    """Never raises; runs in a thread of its own, once at a time."""
    folders: tuple[Path, ...]
    """Where a change calls for a build."""
    announce: Callable[[Snapshot], None]
    """Told of each snapshot that looks different from the one before."""


def address_of(host: str) -> str:
    """Return the numeric address to bind, or raise UsageError with the reason why not.

    An address that stands for all of the machine's is refused: the preview could not tell its
    own name from that of a stranger's page.
    """
    try:
        address = ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise UsageError(
            f"{host} is not a numeric address; the preview listens on 127.0.0.1 unless told so"
        ) from None
    if address.is_unspecified or address.is_multicast:
        raise UsageError(f"{host} stands for more than one address; name one, such as 127.0.0.1")
    return str(address)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens on this port, or on the next free one of the 20 after it.

    Raises UsageError when none is free or the address is not this machine's to listen on.
    """
    family = socket.AF_INET6 if ip_address(host).version == 6 else socket.AF_INET
    for number in range(port, min(port + TRIES, 65_535) + 1):
        try:
            found = socket.create_server((host, number), family=family, backlog=1024)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise UsageError(f"cannot listen on {host}:{number}: {error.strerror}") from None
        else:
            found.setblocking(False)
            return found
    raise UsageError(f"port {port} of {host} and the {TRIES} after it are all in use")


def desk_of(first: Snapshot, listener: socket.socket) -> Desk:
    """Return the desk of the server at this socket, with a token of its own."""
    host, port = listener.getsockname()[:2]
    return Desk(first, secrets.token_urlsafe(32), own_names(host, port))


async def run(work: Work, first: Snapshot, listener: socket.socket, stop: asyncio.Event) -> None:
    """Serve and keep building until told to stop; leave no thread and no connection behind."""
    desk, waiting = desk_of(first, listener), own_socket()
    server = HTTPServer(
        application(desk, waiting),
        idle_connection_timeout=PATIENCE,
        body_timeout=PATIENCE,
        max_body_size=LARGEST_REQUEST,
        max_header_size=LARGEST_REQUEST,
    )
    server.add_socket(listener)
    try:
        with building(work, desk, waiting):
            await stop.wait()
    finally:
        await close(server, waiting)


@contextmanager
def building(work: Work, desk: Desk, waiting: type[Socket]) -> Iterator[None]:
    """Keep building in a thread meanwhile, and show the outcome from the event loop."""
    loop, enough = asyncio.get_running_loop(), threading.Event()
    held: list[asyncio.TimerHandle] = []

    def take(attempt: Attempt) -> None:
        while held:
            held.pop().cancel()
        doubt = DOUBT if attempt.files is None else 0
        held.append(loop.call_later(doubt, show, attempt, work, desk, waiting))

    def hand_over(attempt: Attempt) -> None:
        if not enough.is_set():
            loop.call_soon_threadsafe(take, attempt)

    thread = threading.Thread(
        target=keep_building, args=(work.build, hand_over, work.folders, enough), daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join(PATIENCE)


def show(attempt: Attempt, work: Work, desk: Desk, waiting: type[Socket]) -> None:
    """Put what came of a build before the readers: a page that looks different loads again."""
    snapshot = following(desk.snapshot, attempt)
    if snapshot is desk.snapshot:
        return
    desk.snapshot = snapshot
    waiting.reload_waiters("*")
    work.announce(snapshot)


async def close(server: HTTPServer, waiting: type[Socket]) -> None:
    """Take no more connections and close those that are open."""
    server.stop()
    for page in tuple(waiting.waiters):
        page.close()
    await server.close_all_connections()
