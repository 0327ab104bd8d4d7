import os
import subprocess
from pathlib import Path

import pytest

from factsheet.diagnostics import UsageError
from factsheet.inquiries.revisions import release_at
from tests.casefiles import Block, laid_over_base
from tests.test_building import WRONG


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", folder, *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site in a folder of a repository, with one commit, called v1."""
    site = laid_over_base([], tmp_path / "repository/site")
    git(tmp_path, "init", "-q", "repository")
    commit(site, "v1")
    return site


def commit(site: Path, tag: str) -> None:
    git(site, "add", "-A", ".")
    git(site, "commit", "-q", "-m", tag)
    git(site, "tag", tag)


def ids(folder: Path, revision: str) -> list[str]:
    return [claim.id for claim in release_at(folder, revision)[0].claims]


def test_site_is_read_as_it_was(folder: Path) -> None:
    (folder / "content/claims/harbour.yaml").write_text("- id: x\n", encoding="utf-8")
    for name in ("v1", "HEAD", "HEAD~0", "@"):
        assert ids(folder, name) == ["breakwater-opens-again", "stone-lost"]
    assert (folder / "content/claims/harbour.yaml").read_text(encoding="utf-8") == "- id: x\n"


def test_errors_of_a_revision_are_counted(folder: Path) -> None:
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)
    commit(folder, "v2")
    release, wrong = release_at(folder, "v2")
    assert wrong == 1
    assert [claim.id for claim in release.claims] == ["breakwater-opens-again", "stone-lost"]


def test_articles_that_git_does_not_hold_are_those_of_today(folder: Path) -> None:
    git(folder, "rm", "-q", "-r", "--cached", "seeds")
    git(folder, "commit", "-q", "-m", "v2")
    assert ids(folder, "HEAD") == ["breakwater-opens-again", "stone-lost"]


def test_links_in_a_revision_lead_nowhere(folder: Path) -> None:
    """R-401"""
    os.symlink("/etc/hostname", folder / "content/claims/link.yaml")
    commit(folder, "v2")
    assert release_at(folder, "v2")[1] == 0


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("v9", "git knows no revision `v9` here"),
        ("--output=/tmp/x", "is not the name of a revision"),
        ("v1..v2", "is not the name of a revision"),
        ("v1:content", "is not the name of a revision"),
        ("v1\n", "is not the name of a revision"),
        ("", "is not the name of a revision"),
    ],
)
def test_what_is_no_revision_is_wrong_use(folder: Path, revision: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        release_at(folder, revision)


def test_folder_outside_a_repository_is_wrong_use(tmp_path: Path) -> None:
    site = laid_over_base([], tmp_path / "site")
    with pytest.raises(UsageError, match="git finds no repository here"):
        release_at(site, "HEAD")


def test_revision_without_a_site_is_wrong_use(folder: Path) -> None:
    git(folder, "rm", "-q", "-r", "--cached", "content")
    git(folder, "commit", "-q", "-m", "v2")
    with pytest.raises(UsageError, match="no site in HEAD"):
        release_at(folder, "HEAD")


def test_shallow_clone_says_what_it_lacks(folder: Path, tmp_path: Path) -> None:
    laid_over_base([Block("yaml", "content/claims/wrong.yaml", WRONG)], folder)
    git(folder, "add", "-A", ".")
    git(folder, "commit", "-q", "-m", "more")
    origin = (tmp_path / "repository").as_uri()
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", origin, "shallow")
    with pytest.raises(UsageError, match="this clone is shallow and does not hold `v1`"):
        release_at(tmp_path / "shallow/site", "v1")


def test_machine_without_git_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UsageError, match="there is no git on this machine"):
        release_at(folder, "HEAD")
