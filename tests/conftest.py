"""What several tests share: the repository's own site, copied, built, and opened in a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

# On a loaded machine an example may take long; and what lands must not hang on a throw of dice.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test know what another run remembers, nor leave anything with the user."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        yield


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    """Return a copy of this repository's site, to be changed at will."""
    folder = tmp_path / "site-folder"
    for name in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, own_cache: None) -> Path:
    """Return the folder of this repository's own site, built once; nothing may change it."""
    out = tmp_path_factory.mktemp("built") / "site"
    run = subprocess.run(
        [sys.executable, ROOT / "build.py", "-o", out],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, f"the repository's own site is not clean\n{run.stderr}"
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield a Chromium.

    One for each module, not one for all: while it is open an event loop runs in this thread, and
    the tests of other modules may want to start their own.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield chromium
        chromium.close()


def executable() -> str:
    """Return the path of a Chromium; without one the test fails, for skipped it proves nothing."""
    named = os.environ.get("CHROMIUM", "")
    found = [path for path in map(shutil.which, (named, *BROWSERS)) if path]
    if not found:
        pytest.fail(
            "no Chromium here: install it (Debian: apt-get install chromium) "
            "or name it in the environment variable CHROMIUM",
            pytrace=False,
        )
    return found[0]
