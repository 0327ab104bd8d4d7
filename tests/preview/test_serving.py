"""The running server: builds, reloads, ports, and its end."""

import asyncio
import socket
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tornado.websocket import WebSocketClientConnection

from factsheet.diagnostics import UsageError
from factsheet.preview import serving
from factsheet.preview.serving import address_of, listening
from factsheet.preview.snapshots import EMPTY, Attempt, following
from tests.preview.servers import LIMIT, Preview, command, fault, files, good, leave, running, until


def building(folder: Path) -> Attempt:
    """Stand for a build: the record's text is the page, an empty or broken record is a fault."""
    text = (folder / "a.yaml").read_text(encoding="utf-8")
    return Attempt(files(text)) if text.startswith("good") else Attempt(None, (fault(),))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("good 0", encoding="utf-8")
    return path


def edited(record: Path) -> AbstractContextManager[Preview]:
    """Run a preview of the record, built on every save."""
    folder = record.parent
    return running(following(EMPTY, building(folder)), lambda: building(folder), (folder,))


def test_an_edit_becomes_the_next_snapshot(record: Path) -> None:
    with edited(record) as preview:
        record.write_text("good 1", encoding="utf-8")
        until(lambda: "<h1>good 1</h1>" in preview.text())
        assert preview.attribute("number") == "2"


def test_six_edits_in_turn_all_appear(record: Path) -> None:
    """R-607: none of the edits made shortly after another is dropped."""
    with edited(record) as preview:
        asyncio.run(six_edits(record, preview))


async def six_edits(record: Path, preview: Preview) -> None:
    page = await preview.connect()
    for number in range(1, 7):
        record.write_text(f"good {number}", encoding="utf-8")
        assert await command(page) == "reload"
        assert f"<h1>good {number}</h1>" in await asyncio.to_thread(preview.text)
    await leave(page)


def test_a_fault_that_is_gone_at_once_was_half_a_save(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is seen while it is written: what is wrong for a moment is not shown."""
    monkeypatch.setattr(serving, "DOUBT", LIMIT)
    with edited(record) as preview:
        record.write_text("", encoding="utf-8")
        threading.Event().wait(0.1)
        record.write_text("good 1", encoding="utf-8")
        until(lambda: "<h1>good 1</h1>" in preview.text())
        assert preview.attribute("number") == "2"
        assert [snapshot.faults for snapshot in preview.announced] == [()]


@pytest.mark.parametrize("broken", ["", "half a rec"])
def test_a_broken_record_is_shown_beside_the_good_page_until_it_is_mended(
    record: Path, broken: str
) -> None:
    """R-606, R-607: a half-saved file never replaces a good page; its fault comes and goes."""
    with edited(record) as preview:
        record.write_text(broken, encoding="utf-8")
        until(lambda: "content/claims/bridge.yaml:14:7" in preview.text())
        assert "<h1>good 0</h1>" in preview.text()
        record.write_text("good 1", encoding="utf-8")
        until(lambda: "<h1>good 1</h1>" in preview.text())
        assert "preview_panel" not in preview.text()
        assert [len(snapshot.faults) for snapshot in preview.announced] == [1, 0]


def test_saving_without_a_change_reloads_nothing(record: Path) -> None:
    with edited(record) as preview:
        record.write_text("good 0", encoding="utf-8")
        record.with_name("b.yaml").write_text("", encoding="utf-8")
        record.write_text("good 1", encoding="utf-8")
        until(lambda: "<h1>good 1</h1>" in preview.text())
        assert [snapshot.number for snapshot in preview.announced] == [2]


def test_pages_are_answered_during_a_build(tmp_path: Path) -> None:
    """R-607: a build that takes its time keeps nobody waiting."""
    go, started = threading.Event(), threading.Event()

    def build() -> Attempt:
        started.set()
        assert go.wait(LIMIT)
        return Attempt(files("Late"))

    with running(good(), build, (tmp_path,)) as preview:
        assert started.wait(LIMIT)
        assert "<h1>Home</h1>" in preview.text()
        go.set()
        until(lambda: "<h1>Late</h1>" in preview.text())


def test_fifty_open_pages_and_slow_clients_do_not_stop_another(record: Path) -> None:
    """R-609: 50 tabs and 1,000 clients that never end their request do not stop a 51st."""
    with edited(record) as preview:
        asyncio.run(crowd(record, preview))


async def crowd(record: Path, preview: Preview) -> None:
    slow = [await asyncio.open_connection("127.0.0.1", preview.port) for _ in range(1000)]
    for _, writer in slow:
        writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
    token = await asyncio.to_thread(preview.attribute, "token")
    pages: list[WebSocketClientConnection] = [
        await preview.connect(token=token, number="1") for _ in range(51)
    ]
    record.write_text("good 1", encoding="utf-8")
    assert await asyncio.gather(*map(command, pages)) == ["reload"] * 51
    await asyncio.gather(*map(leave, pages))
    for _, writer in slow:
        writer.close()


def test_a_page_that_goes_away_is_forgotten(record: Path) -> None:
    with edited(record) as preview:
        asyncio.run(come_and_go(preview))
        record.write_text("good 1", encoding="utf-8")
        until(lambda: "<h1>good 1</h1>" in preview.text())
        asyncio.run(come_and_go(preview))


async def come_and_go(preview: Preview) -> None:
    await leave(await preview.connect())


def test_it_ends_with_pages_open(record: Path) -> None:
    async def open_and_end() -> None:
        with edited(record) as preview:
            page = await preview.connect()
            ended = asyncio.ensure_future(page.read_message())
        assert await asyncio.wait_for(ended, LIMIT) is None
        page.close()

    asyncio.run(open_and_end())


def test_a_busy_port_leads_to_the_next_free_one() -> None:
    with listening("127.0.0.1", 0) as busy:
        port = busy.getsockname()[1]
        with listening("127.0.0.1", port) as next_one:
            assert port < next_one.getsockname()[1] <= port + 20


def test_the_last_port_has_no_next() -> None:
    with (
        socket.create_server(("127.0.0.1", 65_535)),
        pytest.raises(UsageError, match="all in use"),
    ):
        listening("127.0.0.1", 65_535)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(UsageError, match=r"cannot listen on 192\.0\.2\.1:5500"):
        listening("192.0.2.1", 5500)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "224.0.0.1", "evil.example", "", "127.1"])
def test_a_name_or_an_address_for_all_is_refused(host: str) -> None:
    """R-601: a server that stands for every address could not know its own name."""
    with pytest.raises(UsageError, match=r"127\.0\.0\.1"):
        address_of(host)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "127.0.0.1"), ("localhost", "127.0.0.1"), ("::1", "::1")],
)
def test_an_address_of_its_own_is_taken(host: str, address: str) -> None:
    assert address_of(host) == address
