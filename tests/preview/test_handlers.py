"""Who may ask, and what: over a real server on a free port."""

import asyncio
import socket

import pytest
from tornado.httpclient import HTTPClientError

from factsheet.preview.handlers import HEADERS, own_names
from tests.preview.servers import Preview, command, files, good, leave, running

STRANGERS = [
    "evil.example", "evil.example:{port}", "127.0.0.1", "localhost", "127.0.0.1:1",
    "0.0.0.0:{port}",
    "127.0.0.1:{port}.evil.example", "[::1]:{port}", "",
]  # fmt: skip
NAMES = [
    "/",
    "/nothing",
    "/_preview/live.js",
    "/_preview/livereload",
    "/forcereload",
    "/livereload",
]


@pytest.mark.parametrize("host", STRANGERS)
def test_a_request_for_another_host_is_refused(host: str) -> None:
    """R-601: 403 to any Host that is not the server's own address and port, on every name."""
    with running(good()) as preview:
        for name in NAMES:
            answer, body = preview.ask(name, headers={"Host": host.format(port=preview.port)})
            assert answer.status == 403
            assert body == b"403 Forbidden\n"
            assert_guarded(dict(answer.getheaders()))


def test_a_request_without_host_is_refused() -> None:
    """R-601: also when the old protocol leaves the Host out."""
    with running(good()) as preview:
        assert raw(preview, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 403 ")


def test_a_list_of_hosts_is_refused() -> None:
    """R-601: no second name comes in beside its own."""
    with running(good()) as preview:
        hosts = f"127.0.0.1:{preview.port},evil.example"
        assert preview.ask("/", headers={"Host": hosts})[0].status in (400, 403)


def test_the_name_in_the_address_counts_for_nothing() -> None:
    """R-601: a request as a proxy would send it reaches no page."""
    with running(good()) as preview:
        sent = b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"
        assert raw(preview, sent).startswith(b"HTTP/1.1 40")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_its_own_names_are_answered(name: str) -> None:
    with running(good()) as preview:
        answer, body = preview.ask("/", headers={"Host": f"{name}:{preview.port}"})
        assert answer.status == 200
        assert b"<h1>Home</h1>" in body


@pytest.mark.parametrize(
    "path",
    [
        "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent/site.yaml",
        "/.git/config", "/%2Fetc/passwd", "//etc/passwd", "/claims/..%5c..%5cx", "/index.html%00",
        "/content/site.yaml", "/livereload.js", "/livereload", "/forcereload",
        "/forcereload?path=/",
    ],
)  # fmt: skip
def test_nothing_but_published_names_is_served(path: str) -> None:
    """R-603: no dot-file, source, or way out; livereload's own addresses are closed."""
    with running(good()) as preview:
        answer, body = preview.ask(path)
        assert answer.status == 404
        assert b"<h1>Not here</h1>" in body


def test_bytes_that_are_no_text_are_refused() -> None:
    with running(good()) as preview:
        assert preview.ask("/%ff%fe")[0].status == 400


@pytest.mark.parametrize("path", ["/", "/nothing", "/data/claims.json", "/_preview/live.css"])
def test_every_answer_carries_the_headers(path: str) -> None:
    """R-604: nosniff, same-origin, no-store and the site's policy, and no leave for others."""
    with running(good()) as preview:
        answer, body = preview.ask(path, headers={"Origin": "https://evil.example"})
        assert_guarded(dict(answer.getheaders()))
        assert answer.getheader("Content-Length") == str(len(body))


def test_head_is_get_without_the_body() -> None:
    with running(good()) as preview:
        (get, body), (head, nothing) = preview.ask("/"), preview.ask("/", "HEAD")
        assert nothing == b""
        assert head.status == get.status
        assert head.getheader("Content-Length") == str(len(body))
        assert head.getheader("Content-Type") == get.getheader("Content-Type")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/_preview/livereload"])
def test_other_methods_are_not_allowed(method: str, path: str) -> None:
    """R-602: there is nothing to write to."""
    with running(good()) as preview:
        answer, _ = preview.ask(path, method)
        assert answer.status == 405
        assert answer.getheader("Allow") == "GET, HEAD"
        assert_guarded(dict(answer.getheaders()))


def test_a_file_is_served_byte_for_byte() -> None:
    with running(good()) as preview:
        assert preview.ask("/data/claims.json?x=1")[1] == files()["data/claims.json"]


def test_the_page_can_listen() -> None:
    with running(good()) as preview:
        asyncio.run(says_hello(preview))


async def says_hello(preview: Preview) -> None:
    page = await preview.connect()
    await page.write_message('{"command": "hello"}')
    assert await command(page) == "hello"
    await leave(page)


def test_a_page_of_an_older_build_is_told_at_once() -> None:
    """R-607: what changed while the page was loading is not missed."""
    with running(good()) as preview:
        asyncio.run(is_told_at_once(preview))


async def is_told_at_once(preview: Preview) -> None:
    page = await preview.connect(number="0")
    assert await command(page) == "reload"
    await leave(page)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "none"},
        {"Origin": "http://evil.example:{port}", "Host": "evil.example:{port}"},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_no_other_origin_can_listen(headers: dict[str, str]) -> None:
    """R-602: the socket needs a same-origin Origin, and Sec-Fetch-Site must agree if sent."""
    with running(good()) as preview:
        said = {name: value.format(port=preview.port) for name, value in headers.items()}
        assert refusal(preview, said) == 403


@pytest.mark.parametrize("token", ["", "wrong", "ü", "{token}x"])
def test_nobody_listens_without_the_token(token: str) -> None:
    """R-602: the socket needs the token that only the server's own pages hold."""
    with running(good()) as preview:
        said = token.format(token=preview.attribute("token"))
        assert refusal(preview, None, token=said) == 403


def refusal(preview: Preview, headers: dict[str, str] | None, **query: str) -> int:
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(connected(preview, headers, query))
    return refused.value.code


async def connected(
    preview: Preview, headers: dict[str, str] | None, query: dict[str, str]
) -> None:
    await preview.connect(headers, **query)


def test_each_run_has_a_token_of_its_own() -> None:
    """R-602: a token of yesterday opens nothing."""
    with running(good()) as one, running(good()) as other:
        tokens = one.attribute("token"), other.attribute("token")
        assert tokens[0] != tokens[1]
        assert min(map(len, tokens)) >= 32


@pytest.mark.parametrize(
    ("host", "port", "names"),
    [
        ("127.0.0.1", 5500, {"127.0.0.1:5500", "localhost:5500"}),
        ("::1", 5500, {"[::1]:5500", "localhost:5500"}),
        ("192.0.2.7", 5500, {"192.0.2.7:5500"}),
        ("127.0.0.1", 80, {"127.0.0.1:80", "localhost:80", "127.0.0.1", "localhost"}),
    ],
)
def test_a_server_goes_by_its_address_and_port(host: str, port: int, names: set[str]) -> None:
    """R-601: its own address and port and nothing else."""
    assert own_names(host, port) == names


def raw(preview: Preview, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", preview.port)) as connection:
        connection.sendall(request)
        return connection.recv(64)


def assert_guarded(headers: dict[str, str]) -> None:
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert not [name for name in headers if name.lower().startswith("access-control")]
