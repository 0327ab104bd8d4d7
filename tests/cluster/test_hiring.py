"""Clusters that cannot be used, and what is said of them."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from factsheet import cli
from factsheet.cluster import Cluster, hired, hiring, working
from factsheet.diagnostics import UsageError


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hiring, "PATIENCE", 1)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Yield the address of a scheduler without workers."""
    start: Any = LocalCluster  # it has no types
    address = "127.0.0.1:0"
    with start(n_workers=0, host="127.0.0.1", dashboard_address=address) as nobody:
        yield nobody.scheduler_address


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("local:0", "name a number of processes, such as local:4"),
        ("local:-1", "name a number of processes"),
        ("local:", "name a number of processes"),
        ("local:two", "name a number of processes"),
        ("nowhere://host:1", "name an address such as tcp://host:8786"),
        ("tcp://127.0.0.1:1", "no scheduler answers there; start one with `dask scheduler`"),
    ],
)
def test_an_address_that_is_none(where: str, told: str, impatient: None) -> None:
    with pytest.raises(UsageError, match=told) as refusal, hired(where):
        pass
    assert str(refusal.value).startswith(f"--cluster {where}: ")


def test_nobody_works_there(scheduler: str, impatient: None) -> None:
    told = f"start some with `dask worker {scheduler}`"
    with pytest.raises(UsageError, match=told), hired(scheduler):
        pass


def test_another_version_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hiring, "GENERATOR", "factsheet 99.0")
    where = cluster.client.scheduler.address
    told = "has factsheet .*, and 2 more are not like ours; here is factsheet 99.0: install"
    with pytest.raises(UsageError, match=told), hired(where):
        pass


def test_another_library_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """It might make other bytes."""
    monkeypatch.setattr(working, "LIBRARIES", ("jinja2",))
    where, told = (
        cluster.client.scheduler.address,
        "has factsheet .*markupsafe .*; here is factsheet",
    )
    with pytest.raises(UsageError, match=told), hired(where):
        pass


def test_a_worker_without_factsheet_is_told() -> None:
    answers = {"tcp://one": "factsheet 1", "tcp://two": ModuleNotFoundError("factsheet")}
    with pytest.raises(UsageError, match="tcp://two has no factsheet; here is factsheet 1"):
        hiring.compare(answers, "factsheet 1", "tcp://host:8786")


def test_a_cluster_that_runs_is_found_by_its_address(cluster: Cluster) -> None:
    with hired(cluster.client.scheduler.address) as found:
        assert found.hands == cluster.hands == 2


def test_the_library_says_nothing_between_our_lines(cluster: Cluster) -> None:
    assert not logging.getLogger("distributed.client").isEnabledFor(logging.CRITICAL)


def test_a_library_that_is_missing_is_named(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SystemExit) as ended:
        cli.main(
            ["build", "--site", str(folder), "-o", str(tmp_path / "out"), "--cluster", "local:2"]
        )
    assert ended.value.code == 2
    assert "pip install 'factsheet[cluster]'" in capsys.readouterr().err
