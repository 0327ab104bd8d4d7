"""The repository's own site, built whole: the same input gives the same bytes, and proof."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest

from tests.test_building import bytes_of

ROOT = Path(__file__).resolve().parents[1]

FAR_FUTURE = """
import time
from factsheet.cli import main
time.time = lambda: 4_000_000_000.0
time.time_ns = lambda: 4_000_000_000_000_000_000
main()
"""


def data(built_site: Path, name: str) -> Any:
    """Return what a data file of the built site holds."""
    return json.loads((built_site / "data" / f"{name}.json").read_text("utf-8"))[name]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    ],
    ids=["zone", "locale"],
)
def test_same_input_same_bytes(
    built_site: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    """R-520: neither hash seed, time zone, locale, umask, path nor file times change a byte."""
    elsewhere = tmp_path / "ein anderer Ort"
    for name in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / name, elsewhere / name, copy_function=shutil.copyfile)
    run = subprocess.run(
        [sys.executable, "-c", "from factsheet.cli import main; main()", "build", "-q"],
        cwd=elsewhere,
        env={**os.environ, **environment},
        umask=0o077,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert bytes_of(elsewhere / "site") == bytes_of(built_site)


def test_every_quotation_is_what_the_article_has(built_site: Path) -> None:
    """The spans lead to the very words, in bytes whose digest is the recorded one."""
    texts = {}
    for source in data(built_site, "sources"):
        body = (ROOT / "seeds" / source["text"]).read_bytes()
        assert hashlib.sha256(body).hexdigest() == source["sha256"]
        texts[source["id"]] = body.decode("utf-8")
    for claim in data(built_site, "claims"):
        for cite in claim["cites"]:
            words = [texts[cite["source"]][slice(*span)] for span in cite["spans"]]
            assert " […] ".join(words) == cite["quote"]


def test_the_first_site_is_as_large_as_its_articles_call_for(built_site: Path) -> None:
    claims = data(built_site, "claims")
    assert len(claims) >= 100
    assert all(claim["cites"] for claim in claims)
    cited = {cite["source"] for claim in claims for cite in claim["cites"]}
    assert cited == {source["id"] for source in data(built_site, "sources")}


def test_every_claim_has_its_page_and_stands_on_a_topic(built_site: Path) -> None:
    for claim in data(built_site, "claims"):
        assert (built_site / claim["url"]).is_file()
        assert claim["topics"]
        for topic in claim["topics"]:
            assert f'id="{claim["id"]}"' in (built_site / f"topics/{topic}.html").read_text("utf-8")


def test_a_build_reads_no_clock(site_folder: Path, built_site: Path) -> None:
    """R-521: a build long after gives the same bytes."""
    run = subprocess.run(
        [sys.executable, "-c", FAR_FUTURE, "build", "-q", "--site", site_folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert bytes_of(site_folder / "site") == bytes_of(built_site)


def test_pages_hold_nothing_that_runs_or_leads_astray(built_site: Path) -> None:
    """R-201, R-701: seen by a parser that has nothing to do with the renderer."""
    for page in sorted(built_site.rglob("*.html")):
        document = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
        for element in document.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in {
                "script",
                "style",
                "iframe",
                "object",
                "embed",
                "form",
                "base",
            }
            for name, value in element.attrib.items():
                assert not name.startswith("on"), (page, name)
                assert name != "style", page
                if name in {"href", "src"}:
                    scheme = urlsplit(value).scheme
                    assert scheme in {"", "http", "https", "mailto"}, (page, value)
