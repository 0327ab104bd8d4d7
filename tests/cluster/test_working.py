"""What a worker does, in this process."""

import pickle
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from factsheet.cluster.working import BuildEnded, Lent, claims, end, lists, tool
from factsheet.pages import setting
from factsheet.producing import Press, make_claims
from factsheet.publishing import Stage
from factsheet.publishing.keeping import NOTHING_OLD
from factsheet.rendering import load_theme
from tests.sites import small_site

SITE = small_site()


@pytest.fixture
def build() -> str:
    return uuid4().hex


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path / "site", NOTHING_OLD)


@pytest.fixture
def packed(stage: Stage, build: str) -> Iterator[bytes]:
    with stage.away() as away:
        yield pickle.dumps(Lent(build, Press(SITE, load_theme(), setting(SITE)), away))


def test_a_share_may_be_made_twice(packed: bytes, stage: Stage, tmp_path: Path) -> None:
    """The scheduler may take a worker for lost that is not."""
    ids = list(SITE.claims)
    made = claims(packed, ids)
    assert claims(packed, ids) == made
    names = ["index.html", "claims_json"]
    cards = {card.id: card for _, card in made}
    assert lists(packed, cards, names) == lists(packed, cards, names)
    beside = Stage(tmp_path / "beside", NOTHING_OLD)
    assert make_claims(Press(SITE, load_theme(), setting(SITE)), beside.put, ids) == made
    files = {path.name: path.read_bytes() for path in (stage.folder / "claims").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (beside.folder / "claims").iterdir()}


def test_no_share_is_made_after_the_end(packed: bytes, stage: Stage, build: str) -> None:
    end(build)
    with pytest.raises(BuildEnded):
        claims(packed, list(SITE.claims))
    assert not stage.folder.exists()


def test_what_shows_in_a_page_is_told() -> None:
    assert tool().startswith("factsheet ")
    assert "jinja2 3" in tool()
