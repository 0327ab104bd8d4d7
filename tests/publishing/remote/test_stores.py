"""Addresses, and what goes wrong at one."""

import pickle
import subprocess
import sys
from pathlib import Path

import fsspec
import pytest

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.publishing.remote import stores
from factsheet.publishing.remote.stores import Refused, Store, store_at
from tests.publishing.remote.conftest import allow, forget


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("site", "such as s3://bucket/folder"),
        ("simplecache::s3://bucket/site", "such as s3://bucket/folder"),
        ("s3://", "names no bucket"),
        ("file:///", "names no bucket and no folder"),
        ("sftp://me:secret@host/site", "give it in the environment"),
    ],
)
def test_not_every_text_is_an_address(address: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as refusal:
        store_at(address)
    assert "secret" not in str(refusal.value)


def test_a_store_is_its_address_and_can_be_sent() -> None:
    store = store_at("s3://bucket/site/")
    assert store == Store("s3://bucket/site")
    assert pickle.loads(pickle.dumps(store)) == store


def told_of(address: str) -> Diagnostic:
    """Return the one fault of an address where something is written."""
    with pytest.raises(Refused) as refusal:
        stores.write(store_at(address), {"index.html": b"home"})
    (fault,) = pickle.loads(pickle.dumps(refusal.value)).diagnostics
    assert isinstance(fault, Diagnostic)
    assert fault.rule == "cannot-write"
    assert fault.mend
    assert fault.place.file == f"{address}/index.html"
    return fault


def test_no_such_bucket(keys: None) -> None:
    assert told_of("s3://no-bucket/site").message == "no such bucket or folder"


def test_no_keys(keys: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    forget()
    assert told_of("s3://some-bucket/site").message == "there are no keys for it"


def test_keys_that_are_not_allowed_to(bucket: str) -> None:
    allow(bucket, "Deny", "s3:PutObject")
    assert told_of(f"s3://{bucket}/site").message == "access was denied"


def test_nobody_answers(keys: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr(fsspec.get_filesystem_class("s3"), "retries", 1)
    forget()
    assert told_of("s3://some-bucket/site").message == "it cannot be reached"


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    fault = told_of("s3://some-bucket/site")
    assert fault.message == "a library for s3:// addresses is missing"
    assert fault.mend == 'pip install "factsheet[s3]"'


def test_nothing_optional_is_loaded_before_it_is_needed() -> None:
    code = "import sys, factsheet.cli, factsheet.publishing.remote; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "factsheet" in loaded
    assert loaded & {"fsspec", "s3fs", "botocore", "distributed", "dask"} == set()


def test_a_protocol_that_nobody_knows() -> None:
    assert "Protocol not known" in told_of("nowhere://host/site").message


def test_a_file_is_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    fault = told_of(f"file://{tmp_path}/site")
    assert fault.message == "a file of that name is in the way"


def test_a_folder_goes_with_its_last_file(tmp_path: Path) -> None:
    store = store_at(f"file://{tmp_path}/site")
    stores.write(store, {"a/b/c.html": b"", "a/d.html": b"", "index.html": b""})
    stores.delete(store, ["a/b/c.html"])
    assert sorted(path.name for path in (tmp_path / "site/a").iterdir()) == ["d.html"]
    assert stores.names(store) == {"a/d.html", "index.html"}
    assert stores.top_names(store) == {"index.html"}
