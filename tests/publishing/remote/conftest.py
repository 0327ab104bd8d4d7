"""An S3 server on this machine, and an empty bucket that everybody may read."""

import json
import logging
from collections.abc import Iterator
from itertools import count

import fsspec
import pytest
from moto.server import ThreadedMotoServer

NUMBERS = count()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of an S3 server."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def keys(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set the environment in which the library finds the server and keys for it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield
    forget()


def forget() -> None:
    """Let the next one who opens an S3 address read the environment anew."""
    fsspec.get_filesystem_class("s3").clear_instance_cache()


@pytest.fixture
def bucket(keys: None) -> str:
    """Return the name of an empty bucket of its own."""
    name = f"bucket-{next(NUMBERS)}"
    fsspec.filesystem("s3").call_s3("create_bucket", Bucket=name)
    allow(name, "Allow", "s3:GetObject")
    return name


def allow(bucket: str, effect: str, action: str) -> None:
    """Let the bucket allow, or deny, everybody one thing: its policy says nothing else."""
    files = f"arn:aws:s3:::{bucket}/*"
    rule = {"Effect": effect, "Action": action, "Principal": "*", "Resource": files}
    policy = {"Version": "2012-10-17", "Statement": [rule]}
    fsspec.filesystem("s3").call_s3("put_bucket_policy", Bucket=bucket, Policy=json.dumps(policy))
