"""The site at an address: what is put, in which order, and what a kill in the middle leaves."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import fsspec
import pytest

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Output
from factsheet.publishing import Placed, Published, putting, remote, verify
from factsheet.publishing.remote import conclude, look, publish_remote, put, stores
from factsheet.publishing.remote.stores import Refused, Store, store_at

SITE = {
    "index.html": b"home",
    "claims/a.html": b"a",
    "data/claims.json": b"{}",
    "assets/style.0a1b2c3d4e.css": b"body {}",
}
DIGESTS = {"seeds/a.txt": "1" * 64}
NUMBERS = count()


def publish(address: str, files: Mapping[str, bytes]) -> tuple[Published | None, list[Diagnostic]]:
    work = putting(Output(path, body) for path, body in files.items())
    published, told = publish_remote(work, address, digests=DIGESTS)
    return published, list(told)


def there(address: str) -> dict[str, bytes]:
    """Return the bytes of every file at the address but the manifest."""
    store = Store(address)
    return {path: stores.read(store, path) for path in stores.names(store) - {"manifest.json"}}


@pytest.fixture
def address() -> str:
    return f"memory://remote-{next(NUMBERS)}/site"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that grows by every path that is put or deleted, in their order."""
    steps: list[str] = []
    write, delete = stores.write, stores.delete

    def writing(store: Store, bodies: Mapping[str, bytes]) -> None:
        write(store, bodies)
        steps.extend(bodies)

    def deleting(store: Store, paths: list[str]) -> None:
        delete(store, paths)
        steps.extend(f"-{path}" for path in paths)

    monkeypatch.setattr(stores, "write", writing)
    monkeypatch.setattr(stores, "delete", deleting)
    return steps


def without_journals(steps: list[str]) -> list[str]:
    return [step for step in steps if ".upload-" not in step]


def test_a_bucket_is_kept_as_the_site_is(bucket: str, server: str, written: list[str]) -> None:
    address = f"s3://{bucket}/some/folder"
    assert publish(address, SITE) == (Published(4, 4, 0, 0, sum(map(len, SITE.values()))), [])
    assert there(address) == SITE
    written.clear()
    assert publish(address, SITE) == (Published(4, 0, 4, 0, sum(map(len, SITE.values()))), [])
    assert written == []
    changed = {**SITE, "index.html": b"new home"}
    del changed["claims/a.html"]
    assert publish(address, changed) == (Published(3, 1, 2, 1, 17), [])
    assert there(address) == changed
    assert without_journals(written) == ["index.html", "manifest.json", "-claims/a.html"]


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("index.html", "text/html; charset=utf-8", "public, max-age=0, must-revalidate"),
        (
            "data/claims.json",
            "application/json; charset=utf-8",
            "public, max-age=0, must-revalidate",
        ),
        ("manifest.json", "application/json; charset=utf-8", "public, max-age=0, must-revalidate"),
        (
            "assets/style.0a1b2c3d4e.css",
            "text/css; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
    ],
)
def test_a_bucket_sends_what_browsers_need(
    bucket: str, server: str, path: str, kind: str, caching: str
) -> None:
    """R-707: only what has a hash in its name is kept for long."""
    publish(f"s3://{bucket}/site", SITE)
    with urlopen(f"{server}/{bucket}/site/{path}") as answer:
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == caching


def test_a_bucket_holds_a_site_at_its_root(bucket: str) -> None:
    assert publish(f"s3://{bucket}/", SITE)[1] == []
    assert there(f"s3://{bucket}") == SITE


def test_a_folder_is_kept_as_the_site_is(tmp_path: Path) -> None:
    """R-703: what lies there is what a build would have put there."""
    address = f"file://{tmp_path}/shared/site"
    publish(address, {**SITE, "topics/old/b.html": b"b"})
    assert publish(address, SITE)[1] == []
    assert there(address) == SITE
    assert verify(tmp_path / "shared/site") == ()


def test_no_link_leads_to_what_is_not_there_yet(address: str, written: list[str]) -> None:
    publish(address, SITE)
    written.clear()
    later = {
        "index.html": b"links to b",
        "claims/b.html": b"b",
        "data/claims.json": b"[]",
        "assets/style.ffffffffff.css": b"new",
    }
    publish(address, later)
    assert without_journals(written) == [
        "assets/style.ffffffffff.css",
        "claims/b.html",
        "data/claims.json",
        "index.html",
        "manifest.json",
        "-assets/style.0a1b2c3d4e.css",
        "-claims/a.html",
    ]


def test_a_site_of_many_or_large_files_comes_in_portions(
    address: str, written: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "AT_ONCE", 10)
    monkeypatch.setattr(remote, "BYTES_AT_ONCE", 100)
    many = {f"claims/{number}.html": b"" for number in range(25)}
    large = {f"topics/{number}.html": b"*" * 60 for number in range(3)}
    assert publish(address, {**many, **large})[1] == []
    assert there(address) == {**many, **large}
    of_portions = [step for step in written if step.startswith(".upload-")]
    assert len(of_portions) == 3 + 2 + 1  # the last tells of the manifest


def test_other_inputs_change_the_manifest_alone(address: str, written: list[str]) -> None:
    publish(address, SITE)
    written.clear()
    work = putting(Output(path, body) for path, body in SITE.items())
    publish_remote(work, address, digests={"seeds/a.txt": "2" * 64})
    assert without_journals(written) == ["manifest.json"]
    assert there(address) == SITE


def test_what_vanished_is_put_again(address: str) -> None:
    publish(address, SITE)
    stores.delete(Store(address), ["claims/a.html"])
    published, told = publish(address, SITE)
    assert (published and published.written, told) == (1, [])
    assert there(address) == SITE


class Kill(BaseException):
    pass


def killed(address: str, files: Mapping[str, bytes], calls: int) -> bool:
    """Publish, but die before this call (from 0) that changes something; False: there is none."""
    system = fsspec.filesystem("memory")
    left = iter(range(calls))

    def dying(method: Any) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            if next(left, None) is None:
                raise Kill
            return method(*given, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system, "pipe_file", dying(system.pipe_file))
        patch.setattr(system, "rm_file", dying(system.rm_file))
        patch.setattr(system, "rm", lambda paths: [system.rm_file(path) for path in paths])
        try:
            publish(address, files)
        except Kill:
            return True
    return False


CHANGED = {**SITE, "index.html": b"new home", "claims/b.html": b"b", "data/claims.json": b"[]"}
del CHANGED["claims/a.html"]
THIRD = {"index.html": b"third", "claims/c.html": b"c"}


@pytest.mark.parametrize("first", [{}, SITE], ids=["onto nothing", "onto a site"])
@pytest.mark.parametrize("after", [SITE, CHANGED, THIRD], ids=["back", "again", "onwards"])
def test_whatever_a_kill_leaves_the_next_upload_mends(
    first: Mapping[str, bytes], after: Mapping[str, bytes]
) -> None:
    """Also where the change was taken back meanwhile: the old manifest is not believed then."""
    for calls in count():
        address = f"memory://remote-{next(NUMBERS)}/site"
        if first:
            publish(address, first)
        died = killed(address, CHANGED, calls)
        assert publish(address, after)[1] == []
        assert there(address) == after
        if not died:
            break
    assert calls > 5


def test_readers_of_a_killed_upload_have_every_page_that_a_page_leads_to() -> None:
    for calls in count():
        address = f"memory://remote-{next(NUMBERS)}/site"
        publish(address, SITE)
        died = killed(address, CHANGED, calls)
        found = there(address)
        assert ("claims/b.html" if found["index.html"] == b"new home" else "claims/a.html") in found
        if not died:
            break


def refused(address: str, files: Mapping[str, bytes] = SITE) -> list[Diagnostic]:
    """Return what is said of an address where nothing may be published and nothing changes."""
    store = Store(address)
    before = {path: stores.read(store, path) for path in stores.names(store)}
    published, told = publish(address, files)
    assert published is None
    assert {path: stores.read(store, path) for path in stores.names(store)} == before
    return told


@pytest.mark.parametrize(
    "foreign",
    [
        {"index.html": b"mine"},
        {"notes/mine.txt": b"mine"},
        {"manifest.json": b"{}"},
        {"manifest.json": b'{"generator": "other 1.0", "files": {}}', "index.html": b"mine"},
        {"manifest.json": b"[" * 100_000},
    ],
    ids=" ".join,
)
def test_other_peoples_bucket_is_left_alone(bucket: str, foreign: Mapping[str, bytes]) -> None:
    address = f"s3://{bucket}/site"
    stores.write(Store(address), foreign)
    told = refused(address)
    assert {fault.rule for fault in told} == {"foreign-file"}
    assert [fault.place.file for fault in told] == [f"{address}/{path}" for path in sorted(foreign)]


def test_only_some_foreign_files_are_named(address: str) -> None:
    stores.write(Store(address), {f"mine/{number}.txt": b"" for number in range(25)})
    told = refused(address)
    assert len(told) == 20
    assert "5 more are not named here" in told[0].notes


def test_other_files_beside_the_site_stay(address: str) -> None:
    publish(address, SITE)
    stores.write(Store(address), {"mine.txt": b"mine"})
    assert publish(address, CHANGED)[1] == []
    assert there(address) == {**CHANGED, "mine.txt": b"mine"}


def test_a_foreign_file_where_a_new_one_is_to_stand_is_not_overwritten(address: str) -> None:
    publish(address, SITE)
    stores.write(Store(address), {"claims/b.html": b"mine"})
    (fault,) = refused(address, CHANGED)
    assert (fault.rule, fault.place.file) == ("foreign-file", f"{address}/claims/b.html")
    assert f"move it out of {address}/" in fault.mend


def test_a_manifest_deletes_nothing_outside(tmp_path: Path) -> None:
    """R-703: what it lists counts only where it is found below the address."""
    (tmp_path / "mine.txt").write_bytes(b"mine")
    address = f"file://{tmp_path}/site"
    publish(address, {**SITE, "claims/b.html": b"b"})
    manifest = stores.read(Store(address), "manifest.json")
    lying = manifest.replace(b'"claims/b.html"', b'"../mine.txt"')
    stores.write(Store(address), {"manifest.json": lying})
    assert publish(address, SITE)[1] == []
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_what_the_work_raises_goes_through_and_nothing_changes(address: str) -> None:
    def failing() -> Iterator[Output]:
        yield Output("index.html", b"new")
        raise ZeroDivisionError

    publish(address, SITE)
    with pytest.raises(ZeroDivisionError):
        publish_remote(putting(failing()), address, digests=DIGESTS)
    assert there(address) == SITE


def test_a_full_disk_on_this_machine_is_told(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    published, (fault,) = publish(address, SITE)
    assert (published, fault.rule) == (None, "cannot-write")
    assert "could not be made ready on this machine" in fault.message


def test_an_address_that_can_be_none_is_refused_at_once() -> None:
    with pytest.raises(UsageError):
        publish("s3://", SITE)


def test_several_processes_can_put_their_shares(address: str) -> None:
    """The same share put twice, as after a kill, is the same as once."""
    publish(address, {**SITE, "claims/old.html": b"old"})
    store = store_at(address)
    held = look(store)
    outputs = [Output(path, body) for path, body in CHANGED.items()]
    shares = outputs[::2], outputs[1::2], outputs[::2]
    placed = [one for share in shares for one in put(store, held, share)]
    once = list(dict.fromkeys(placed))
    assert Placed("claims/b.html", hashlib.sha256(b"b").hexdigest(), 1, stands=False) in once
    assert conclude(store, held, once, DIGESTS) == Published(4, 3, 1, 2, 18)
    assert there(address) == CHANGED
    assert publish(address, CHANGED)[0] == Published(4, 0, 4, 0, 18)


def test_a_share_is_refused_over_a_foreign_file(address: str) -> None:
    stores.write(Store(address), {"claims/b.html": b"mine"})
    store = store_at(address)
    with pytest.raises(Refused) as refusal:
        put(store, look(store), [Output("claims/b.html", b"b")])
    assert [fault.rule for fault in refusal.value.diagnostics] == ["foreign-file"]
