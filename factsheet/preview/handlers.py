"""Requests: who may ask, what may be asked, and livereload's socket behind the same door.

Only livereload's handler for the socket is used. Its server brings routes and class attributes of
its own (an inline script, an open `/forcereload`, files from disk) that could not be guarded.
"""

from http import HTTPStatus
from ipaddress import ip_address
from secrets import compare_digest
from types import SimpleNamespace
from typing import Any, ClassVar

from livereload.handlers import LiveReloadHandler
from msgspec import Struct
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import Application, HTTPError, RequestHandler

from factsheet.preview.answers import OWN, answer
from factsheet.preview.snapshots import Snapshot

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Server": "factsheet",
}
METHODS = ("GET", "HEAD")


class Desk(Struct):
    """What the server shows and to whom; the snapshot is the one thing in it that changes."""

    snapshot: Snapshot
    token: str
    """Secret of this run: only pages that this server sent know it."""
    own: frozenset[str]
    """The values of `Host` that name this server."""


class Guarded(RequestHandler):
    """A handler whose every answer carries the site's headers, also when it refuses."""

    SUPPORTED_METHODS = METHODS

    def set_default_headers(self) -> None:
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> None:
        """Say nothing of versions: no answer is kept, so there is none to compare with."""

    def write_error(self, status_code: int, **_: Any) -> None:
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", ", ".join(METHODS))
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")


class Refused(Guarded):
    """The answer to whoever asks for another host: 403, whatever the name and the method.

    A stranger's page can make its own host name point to this machine (DNS rebinding); then the
    browser takes the preview for a part of that page, and only the Host tells.
    """

    def prepare(self) -> None:
        raise HTTPError(HTTPStatus.FORBIDDEN)


class Published(Guarded):
    """Answers from memory with what was built."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def get(self, path: str) -> None:
        found = answer(path, self.desk.snapshot, self.desk.token)
        self.set_status(found.status)
        self.set_header("Content-Type", found.content_type)
        self.finish(found.body)

    head = get


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc] # livereload has no types
    """livereload's socket for pages of this server: they must know its token.

    A page listens from the moment it is connected; one that is older than the snapshot, because
    a build ended while it was loading, is told at once.
    """

    DEFAULT_RELOAD_TIME = 0
    live_css = False
    watcher = SimpleNamespace(filepath="*")
    waiters: ClassVar[set[LiveReloadHandler]]

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def prepare(self) -> None:
        """Refuse whoever has not the token or comes from another origin; both must be there."""
        headers = self.request.headers
        own_origin = f"{self.request.protocol}://{self.request.host}"
        token = self.get_query_argument("token", "")
        if headers.get("Origin") != own_origin:
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if not compare_digest(token.encode(), self.desk.token.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        """Return False: `prepare` has let same-origin pass, and no other origin is trusted."""
        return False

    def open(self, *_: str, **__: str) -> None:
        self.waiters.add(self)
        if self.get_query_argument("number", "") != str(self.desk.snapshot.number):
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})

    def on_close(self) -> None:
        self.waiters.discard(self)
        super().on_close()


class OwnHost(Matcher):
    """Lets pass only what is asked of this server by one of its own names."""

    def __init__(self, own: frozenset[str]) -> None:
        self.own = own

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        return {} if request.host.lower() in self.own else None


def application(desk: Desk, socket: type[Socket]) -> Application:
    """Return the door, the socket and the pages; whatever passes no rule is refused."""
    rules = [
        (f"/{OWN}livereload", socket, {"desk": desk}),
        (r"/(.*)", Published, {"desk": desk}),
    ]
    return Application(
        [Rule(OwnHost(desk.own), rules)],
        default_handler_class=Refused,
        log_function=silent,
        websocket_max_message_size=4096,
        websocket_ping_interval=30,
    )


def own_socket() -> type[Socket]:
    """Return a handler class with a set of waiting pages of its own, so that servers share none."""

    class OwnSocket(Socket):
        waiters: ClassVar[set[LiveReloadHandler]] = set()

    return OwnSocket


def silent(_: RequestHandler) -> None:
    """Write no line for each request."""


def own_names(host: str, port: int) -> frozenset[str]:
    """Return the values of `Host` that a server at this numeric address goes by, in lower case."""
    address = ip_address(host)
    names = [f"[{address}]" if address.version == 6 else str(address)]
    names += ["localhost"] if address.is_loopback else []
    bare = names if port == 80 else []
    return frozenset((*bare, *(f"{name}:{port}" for name in names)))
