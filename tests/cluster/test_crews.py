"""A site made by workers: the same bytes, whoever dies meanwhile."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from factsheet.building import Built, Hire, build
from factsheet.clock import Clock
from factsheet.cluster import Cluster
from factsheet.cluster.crews import Workers, claims_listed
from factsheet.diagnostics import UsageError
from factsheet.linking import without_drafts
from factsheet.model import Output
from factsheet.pages import list_pages, page_paths, setting
from factsheet.producing import Cards, Press
from factsheet.publishing import Away, Placed, Stage
from factsheet.rendering import load_theme
from tests.conftest import ROOT
from tests.sites import small_site
from tests.test_building import bytes_of


@dataclass(frozen=True, slots=True)
class Deadly:
    """Puts files, but kills the process that it is in after this one, so many times in all."""

    away: Away
    path: str
    graves: Path
    times: int

    @contextmanager
    def opened(self) -> Iterator[Callable[[Output], Placed]]:
        with self.away.opened() as put:

            def deadly(output: Output) -> Placed:
                placed = put(output)
                dead = len(list(self.graves.iterdir()))
                if output.path == self.path and dead < self.times:
                    (self.graves / f"{os.getpid()}").touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                return placed

            yield deadly


def deadly(cluster: Cluster, path: str, graves: Path, times: int) -> Hire:
    """Return how to hire workers of whom some die over a file."""
    graves.mkdir()

    @contextmanager
    def hire(stage: Stage) -> Iterator[Workers]:
        with stage.away() as away, cluster.hire(Other(Deadly(away, path, graves, times))) as crew:
            yield crew

    return hire


class Other(Stage):
    """A stage that lends something else than itself."""

    def __init__(self, lent: Away) -> None:
        self._lent = lent

    @contextmanager
    def away(self) -> Iterator[Away]:
        yield self._lent


def same(folder: Path, tmp_path: Path, hire: Hire) -> Built:
    """Build alone and with these workers, and compare everything."""
    alone = build(folder, tmp_path / "alone")
    shared = build(folder, tmp_path / "shared", hire=hire)
    assert shared.published is not None
    assert bytes_of(tmp_path / "shared") == bytes_of(tmp_path / "alone")
    assert (shared.diagnostics, shared.published) == (alone.diagnostics, alone.published)
    left = {path.name for path in tmp_path.iterdir()} - {"records", "graves"}
    assert left == {"alone", "shared"}
    return shared


def test_workers_make_the_same_bytes(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    same(folder, tmp_path, cluster.hire)
    again = build(folder, tmp_path / "shared", hire=cluster.hire)
    assert again.published is not None
    assert again.published.written == 0


def test_workers_make_this_repositorys_site(
    cluster: Cluster, built_site: Path, tmp_path: Path
) -> None:
    build(ROOT, tmp_path / "shared", hire=cluster.hire)
    assert bytes_of(tmp_path / "shared") == bytes_of(built_site)


def test_what_an_edit_left_as_it_was_is_not_made(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    """The cards of claims that are kept are made where a list needs them."""
    first = build(folder, tmp_path / "shared", hire=cluster.hire)
    topic = folder / "content/topics/harbour.yaml"
    topic.write_text(topic.read_text("utf-8").replace("title: ", "title: New "), "utf-8")
    build(folder, tmp_path / "shared", hire=cluster.hire, made=first.made)
    build(folder, tmp_path / "alone")
    assert bytes_of(tmp_path / "shared") == bytes_of(tmp_path / "alone")


@pytest.mark.parametrize("path", ["claims/stone-lost.html", "index.html"])
def test_a_worker_that_is_killed_costs_time_and_nothing_else(
    cluster: Cluster, folder: Path, tmp_path: Path, path: str
) -> None:
    """SIGKILL in the middle of a share, which has put some files by then."""
    graves = tmp_path / "graves"
    same(folder, tmp_path, deadly(cluster, path, graves, 2))
    assert len(list(graves.iterdir())) == 2


def test_a_share_over_which_all_die_ends_the_build(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    build(folder, tmp_path / "shared")
    before = bytes_of(tmp_path / "shared")
    hire = deadly(cluster, "claims/stone-lost.html", tmp_path / "graves", 100)
    with pytest.raises(UsageError, match="4 workers at local:2 died over the same share"):
        build(folder, tmp_path / "shared", hire=hire)
    assert bytes_of(tmp_path / "shared") == before
    assert {path.name for path in tmp_path.iterdir()} == {"records", "shared", "graves"}


def test_a_worker_without_the_folder_is_told(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    """As on a machine where another folder stands under this path."""

    @contextmanager
    def hire(stage: Stage) -> Iterator[Workers]:
        with stage.away() as away:
            pass
        with cluster.hire(Other(away)) as crew:
            yield crew

    built = build(folder, tmp_path / "shared", hire=hire)
    (fault,) = built.diagnostics
    assert fault.rule == "cannot-write"
    assert "does not see this folder" in fault.message
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_a_broken_template_is_told_as_without_workers(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/topic.html").write_text("\n{{ page.no_such_thing }}\n", "utf-8")
    alone = build(folder, tmp_path / "alone")
    shared = build(folder, tmp_path / "shared", hire=cluster.hire)
    assert shared.diagnostics == alone.diagnostics
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_nobody_works_for_whoever_wants_no_more(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    """As after Ctrl-C: no file comes into the folder any more, and nothing is left of it."""

    class Enough(BaseException):
        pass

    def interrupt(step: str, done: int, of: int) -> None:
        if step == "claims":
            raise Enough

    with pytest.raises(Enough):
        build(folder, tmp_path / "shared", hire=cluster.hire, clock=Clock(interrupt))
    assert len(cluster.client.processing()) == 2
    assert not any(cluster.client.processing().values())
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_a_share_of_lists_takes_every_card_along_that_it_needs() -> None:
    site = without_drafts(small_site())
    lent, theme = setting(site), load_theme()
    listed = claims_listed(Press(site, theme, lent))
    assert any(listed.values())
    for path in page_paths(site):
        cards = Cards(site, lent, theme, {})
        list(list_pages(site, lent, cards, {path}))
        assert set(listed.get(path, ())) == set(cards.made), path
