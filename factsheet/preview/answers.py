"""What the preview answers to a name: pure, from memory, and nothing that was not built."""

from functools import cache
from http import HTTPStatus
from importlib.resources import files

from msgspec import Struct
from msgspec.structs import replace

from factsheet.addresses import HOME, NOT_FOUND
from factsheet.media_types import HTML, content_type
from factsheet.preview import panel
from factsheet.preview.editions import Unmade
from factsheet.preview.snapshots import Snapshot

OWN = "_preview/"
"""No page can lie here: the names of a site's pages hold no underscore."""
ASSETS = ("live.css", "live.js")


class Answer(Struct, frozen=True):
    """An answer to a GET; to a HEAD it is the same without the body."""

    status: HTTPStatus
    content_type: str
    body: bytes


def answer(path: str, snapshot: Snapshot, token: str) -> Answer:
    """Return what stands under this path (no leading slash; empty for the home page).

    Pages get the preview's script, style sheet and panel of faults; all else is as it was built.
    """
    name = path or HOME
    if name.startswith(OWN) and name.removeprefix(OWN) in ASSETS:
        return Answer(HTTPStatus.OK, content_type(name), asset(name.removeprefix(OWN)))
    if not snapshot.files:
        page = panel.fault_page(snapshot).encode()
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, alive(page, "", snapshot, token))
    if name in snapshot.files:
        return published(name, snapshot, token)
    return missing(name, snapshot, token)


def published(name: str, snapshot: Snapshot, token: str) -> Answer:
    try:
        body, kind = snapshot.files[name], content_type(name)
    except Unmade as error:
        page = panel.unmade_page(error.fault).encode()
        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, alive(page, "", snapshot, token))
    if kind == HTML:
        body = alive(body, panel.panel(snapshot), snapshot, token)
    return Answer(HTTPStatus.OK, kind, body)


def missing(name: str, snapshot: Snapshot, token: str) -> Answer:
    """Return the site's own page for names that lead nowhere; it appears when the page does."""
    if NOT_FOUND in snapshot.files:
        own = published(NOT_FOUND, snapshot, token)
        return own if own.status != HTTPStatus.OK else replace(own, status=HTTPStatus.NOT_FOUND)
    page = panel.missing_page(name).encode()
    body = alive(page, panel.panel(snapshot), snapshot, token)
    return Answer(HTTPStatus.NOT_FOUND, HTML, body)


def alive(page: bytes, faults: str, snapshot: Snapshot, token: str) -> bytes:
    """Return the page as the preview sends it: it listens for changes and shows the faults."""
    return panel.inside(page, panel.head(f"/{OWN}", token, snapshot), faults)


@cache
def asset(name: str) -> bytes:
    """Return one of the preview's own files."""
    return files("factsheet.preview").joinpath("assets", name).read_bytes()
