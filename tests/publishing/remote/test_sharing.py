"""A site published in a bucket: by the command, and by workers who put their shares themselves."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from factsheet import cli
from factsheet.building import build
from factsheet.cluster import Cluster, hired
from factsheet.model import Output
from factsheet.publishing import verify
from factsheet.publishing.remote import Upload, look, stores
from factsheet.publishing.remote.stores import Store
from tests.casefiles import laid_over_base
from tests.test_building import bytes_of

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid_over_base([], tmp_path / "records")


@pytest.fixture
def cluster(keys: None) -> Iterator[Cluster]:
    """Lend workers that have the keys in their environment."""
    with hired("local:2") as found:
        yield found


def there(address: str) -> dict[str, bytes]:
    store = Store(address)
    return {path: stores.read(store, path) for path in stores.names(store)}


def retitle(folder: Path) -> None:
    """Change a topic's title: it stands on the pages of the topic and of its claims."""
    topic = folder / "content/topics/harbour.yaml"
    topic.write_text(topic.read_text("utf-8").replace("title: ", "title: New "), "utf-8")


def test_workers_put_the_same_bytes_into_a_bucket(
    bucket: str, server: str, cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    address = f"s3://{bucket}/site"
    alone = build(folder, tmp_path / "site")
    shared = build(folder, address, hire=cluster.hire)
    assert (shared.diagnostics, shared.published) == (alone.diagnostics, alone.published)
    assert there(address) == bytes_of(tmp_path / "site")
    with urlopen(f"{server}/{bucket}/site/claims/stone-lost.html") as answer:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    retitle(folder)
    alone = build(folder, tmp_path / "site")
    shared = build(folder, address, hire=cluster.hire)
    assert shared.published == alone.published
    assert there(address) == bytes_of(tmp_path / "site")
    assert look(Store(address)).journals == frozenset()


def test_what_readers_have_is_put_last(folder: Path, tmp_path: Path) -> None:
    """A worker puts what is new at the address, and sends the rest home."""
    address = f"file://{tmp_path}/site"
    build(folder, address)
    before = bytes_of(tmp_path / "site")
    store = Store(address)
    with Upload(tmp_path / "spool", store, look(store)).away() as away, away.opened() as put:
        sent = put(Output("index.html", b"other"))
        stands = put(Output("sources.html", before["sources.html"]))
        new = put(Output("claims/new.html", b"new"))
    assert (sent.stands, stands.stands, new.stands) == (False, True, False)
    now = bytes_of(tmp_path / "site")
    assert {path for path in now if now[path] != before.get(path)} >= {"claims/new.html"}
    assert now["index.html"] == before["index.html"]


def test_the_command_publishes_at_an_address(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It looks there every time: nothing is answered from memory."""
    address = f"file://{tmp_path}/site"
    told = []
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            cli.main(["build", "--site", str(folder), "-o", address])
        assert ended.value.code == 0
        told.append(capsys.readouterr().out)
    assert told[0].startswith(f"{address}: ")
    assert "(0 written)" in told[1]
    (tmp_path / "site/index.html").unlink()
    with pytest.raises(SystemExit):
        cli.main(["build", "--site", str(folder), "-o", address])
    assert "(1 written)" in capsys.readouterr().out
    assert verify(tmp_path / "site") == ()
