"""Workers found and looked over before any work is given to them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any

from factsheet import GENERATOR
from factsheet.cluster import working
from factsheet.cluster.crews import Cluster
from factsheet.diagnostics import UsageError

LOCAL = "local:"
PATIENCE = 15
"""Seconds in which a scheduler has to answer, and a worker to be there."""
LOGS = ("distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application")
SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1 TiB"}
"""A whole site goes out in one task: that is meant."""


@contextmanager
def hired(where: str) -> Iterator[Cluster]:
    """Lend the cluster at an address of dask.distributed, or so many processes of this machine.

    UsageError says what is wrong with it and what mends that.
    """
    processes = _processes(where) if where.startswith(LOCAL) else 0
    dask, distributed = _libraries()
    with _quiet(), dask.config.set(SETTINGS):
        if processes:
            with (
                distributed.LocalCluster(
                    n_workers=processes, threads_per_worker=1, host="127.0.0.1",
                    dashboard_address="127.0.0.1:0", worker_dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                    preload=[working.__name__],
                ) as local,
                distributed.Client(local, set_as_default=False) as client,
            ):  # fmt: skip
                yield _looked_over(client, where)
        else:
            with _found(distributed, where) as client:
                yield _looked_over(client, where)


def _processes(where: str) -> int:
    number = where.removeprefix(LOCAL)
    if not (number.isascii() and number.isdecimal() and int(number)):
        raise UsageError(f"--cluster {where}: name a number of processes, such as local:4")
    return int(number)


def _libraries() -> tuple[Any, Any]:
    try:
        import dask
        import distributed
    except ImportError as missing:
        raise UsageError(
            "a library for clusters is missing: pip install 'factsheet[cluster]'"
        ) from missing
    return dask, distributed


def _found(distributed: Any, where: str) -> Any:
    """Return a client of the scheduler at an address."""
    try:
        distributed.comm.resolve_address(where)
        return distributed.Client(where, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError) as fault:
        raise UsageError(
            f"--cluster {where}: no scheduler answers there; start one with `dask scheduler`, "
            "or correct the address"
        ) from fault
    except (ValueError, TypeError) as fault:
        raise UsageError(f"--cluster {where}: name an address such as tcp://host:8786") from fault


def _looked_over(client: Any, where: str) -> Cluster:
    """Return the cluster when all who work there have the same tool as we."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as fault:
        raise UsageError(
            f"--cluster {where}: no worker is there; start some with `dask worker {where}`"
        ) from fault
    name = "factsheet:GENERATOR"
    answers = dict(client.run(resolve_name, name, on_error="return"))
    answers["the scheduler"] = _answer(client)
    compare(answers, GENERATOR, where)
    compare(client.run(working.tool, on_error="return"), working.tool(), where)
    return Cluster(where, client, sum(client.nthreads().values()))


def _answer(client: Any) -> Any:
    try:
        return client.run_on_scheduler(resolve_name, "factsheet:GENERATOR")
    except Exception as fault:  # whatever keeps it from being imported there
        return fault


def compare(answers: dict[str, Any], ours: str, where: str) -> None:
    """Raise UsageError when somebody answers otherwise than we do."""
    others = {who: answer for who, answer in answers.items() if answer != ours}
    if not others:
        return
    who, answer = next(iter(others.items()))
    has = "no factsheet" if isinstance(answer, ImportError) else answer
    more = f", and {len(others) - 1} more are not like ours" if len(others) > 1 else ""
    raise UsageError(
        f"--cluster {where}: {who} has {has}{more}; here is {ours}: install the same everywhere"
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from writing its log between our lines: faults come back to us."""
    loggers = [logging.getLogger(name) for name in LOGS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
