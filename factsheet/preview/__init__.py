"""The preview: the last good state of the records, looked at again on every save."""

import asyncio
import gc
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from factsheet.building import EVIDENCE
from factsheet.preview.attempts import Builder, attempt, first_attempt
from factsheet.preview.panel import kinds
from factsheet.preview.serving import Work, address_of, listening, run
from factsheet.preview.snapshots import EMPTY, Snapshot, following
from factsheet.rendering import BESIDE, PACKAGED
from factsheet.reporting import as_text

Announce = Callable[[str], None]


def serve(
    folder: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 5500,
    open_browser: bool = False,
    announce: Announce,
) -> None:
    """Serve the site of this folder and build it again on every save, until Ctrl-C or SIGTERM.

    Every line for the editor goes to `announce`. Raises UsageError before anything is served when
    the folder holds no site, and for an address or a port that cannot be listened on.
    """
    address = address_of(host)
    build = Builder(folder)
    first = following(EMPTY, first_attempt(folder, build))
    gc.freeze()  # what stands now mostly stays: no edit waits until all of it is gone over
    work = Work(partial(attempt, folder, build), watched(folder), partial(tell, announce))
    with listening(address, port) as listener:
        url = url_of(listener)
        if listener.getsockname()[1] != port:
            announce(f"Port {port} is in use, so the preview took the next free one.")
        tell(announce, first)
        announce(f"The preview is at {url} (Ctrl-C ends it).")
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            asyncio.run(until_signal(work, first, listener))
    announce("The preview has ended.")


async def until_signal(work: Work, first: Snapshot, listener: socket.socket) -> None:
    """Serve until Ctrl-C or SIGTERM; where the loop takes no signals, until it is cancelled."""
    stop = asyncio.Event()
    with told_to_stop(stop):
        await run(work, first, listener, stop)


@contextmanager
def told_to_stop(stop: asyncio.Event) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM set the event meanwhile."""
    loop, signals = asyncio.get_running_loop(), (signal.SIGINT, signal.SIGTERM)
    with suppress(NotImplementedError):
        for number in signals:
            loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in signals:
                loop.remove_signal_handler(number)


def watched(folder: Path) -> tuple[Path, ...]:
    """Return the folders whose files make the site, the theme's own among them."""
    theme = PACKAGED if PACKAGED.is_dir() else BESIDE
    own = (folder.resolve() / name for name in EVIDENCE)
    return tuple(dict.fromkeys((*own, theme)))


def tell(announce: Announce, snapshot: Snapshot) -> None:
    """Announce what the build found: errors in full, warnings by their number."""
    errors = tuple(fault for fault in snapshot.faults if fault.severity == "error")
    if errors:
        announce(as_text(errors))
    announce(f"Built: {kinds(snapshot.faults)}.")


def url_of(listener: socket.socket) -> str:
    """Return the address of the home page."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
