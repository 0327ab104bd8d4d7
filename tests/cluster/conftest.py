"""Two workers on this machine, and the records of a small site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.cluster import Cluster, hired
from tests.casefiles import laid_over_base


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of this folder run one after another: their workers are as many processes."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("cluster"))


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with hired("local:2") as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid_over_base([], tmp_path / "records")
