"""What is answered to a name."""

from http import HTTPStatus

import pytest

from factsheet.media_types import HTML
from factsheet.preview.answers import answer
from factsheet.preview.editions import Unmade
from factsheet.preview.snapshots import EMPTY, Attempt, Snapshot, following
from tests.preview.servers import fault, files, good


@pytest.mark.parametrize("path", ["", "index.html", "claims/bridge.html"])
def test_a_page_is_served_with_the_script_of_the_preview(path: str) -> None:
    found = answer(path, good(), "token")
    assert (found.status, found.content_type) == (HTTPStatus.OK, "text/html; charset=utf-8")
    assert b'src="/_preview/live.js" defer data-token="token" data-number="1"' in found.body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/claims.json", "application/json; charset=utf-8"),
        ("assets/site.0a1b.css", "text/css; charset=utf-8"),
    ],
)
def test_all_else_is_served_as_it_was_built(path: str, kind: str) -> None:
    found = answer(path, good(), "token")
    assert (found.content_type, found.body) == (kind, files()[path])


@pytest.mark.parametrize(
    "path",
    [
        "../content/site.yaml", "claims/../index.html", "/etc/passwd", "//index.html",
        ".git/config", "claims", "claims/", "index.html/", "INDEX.html",
        "index.html\0", "content/site.yaml",
        "_preview/../index.html", "_preview/__init__.py", "_preview/", "_preview/assets/live.js",
    ],
)  # fmt: skip
def test_any_other_name_leads_to_the_sites_page_for_that(path: str) -> None:
    """R-603: only what was built is served; nothing else can be reached."""
    found = answer(path, good(), "token")
    assert found.status == HTTPStatus.NOT_FOUND
    assert b"<h1>Not here</h1>" in found.body
    assert b"/_preview/live.js" in found.body


def test_a_site_without_such_a_page_has_one_all_the_same() -> None:
    found = answer("<b>", following(EMPTY, Attempt({"index.html": b""})), "token")
    assert found.status == HTTPStatus.NOT_FOUND
    assert b"There is no page &lt;b&gt;" in found.body


def test_faults_stand_in_the_last_good_page() -> None:
    """R-606: the last good site stays visible, with the error in it."""
    page = answer("", Snapshot(files("Good"), (fault(),), 2), "token").body
    assert b"<h1>Good</h1>" in page
    assert b"content/claims/bridge.yaml:14:7" in page


def test_without_any_good_build_every_name_shows_the_faults() -> None:
    found = answer("claims/bridge.html", Snapshot({}, (fault(),), 1), "token")
    assert found.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert found.body.count(b"content/claims/bridge.yaml:14:7") == 1
    assert b"/_preview/live.js" in found.body


@pytest.mark.parametrize(
    ("name", "kind"),
    [("live.js", "text/javascript; charset=utf-8"), ("live.css", "text/css; charset=utf-8")],
)
def test_the_previews_own_files_are_there_before_any_build(name: str, kind: str) -> None:
    found = answer(f"_preview/{name}", EMPTY, "s3cret")
    assert (found.status, found.content_type) == (HTTPStatus.OK, kind)
    assert found.body
    assert b"s3cret" not in found.body


class Broken(dict[str, bytes]):
    """A site of which one page cannot be made."""

    def __getitem__(self, path: str) -> bytes:
        if path == "index.html":
            raise Unmade(fault())
        return super().__getitem__(path)


def test_a_page_that_cannot_be_made_tells_why() -> None:
    """R-606: with the place and the mend, and it loads again when the fault is gone."""
    snapshot = following(EMPTY, Attempt(Broken(files())))
    found = answer("", snapshot, "token")
    assert (found.status, found.content_type) == (500, HTML)
    assert fault().message.encode() in found.body
    assert b"data-token" in found.body
    assert answer("claims/bridge.html", snapshot, "token").status == 200
