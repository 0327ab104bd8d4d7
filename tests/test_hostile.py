"""One pull request that holds every bad case at once, checked as a stranger's is."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.scaffolding import new_site, new_source

SECONDS, BYTES = 60, 500_000_000
WORDS = "the border crossing closed and opened again as officials said on Monday. "
QUOTE = (
    "The harbour office said on Monday that repairs to the north wall are likely to begin in "
    "October."
)
SECRET = "password: hunter2"
RUN = "from factsheet.cli import main; main()"


def claim(name: str, text: str, quote: str = QUOTE, source: str = "example") -> str:
    return (
        f"- id: {name}\n  claim: {json.dumps(text)}\n  kind: event\n  topics: [harbour]\n"
        f"  cites: [{{source: {source}, quote: {json.dumps(quote)}}}]\n"
    )


def filled(text: str, size: int = 18_000) -> str:
    return (text * (size // len(text)))[:size]


FLOODS = {
    "brackets": "[" * 18_000,
    "days": filled("on Friday 3 May 1999 "),
    "digits": filled("12 "),
    "hyphens": filled("1-2-3-4-"),
    "names": filled("John Smith Mary Jones "),
    "stars": filled("**a *b "),
    "twenty": filled("twenty "),
}
FILES = {
    "alias.yaml": "- &a [x]\n- *a\n",
    "colours.yaml": claim("red", "\x1b[31m::set-output name=x::y\n::add-mask::z"),
    "cut.yaml": "- id: [\n",
    "deep.yaml": "[" * 100_000,
    "empty.yaml": "",
    "floods.yaml": "".join(claim(name, text) for name, text in FLOODS.items()),
    "keys.yaml": "".join(f"k{n}: {{<<: x}}\n" for n in range(10_000)),
    "large.yaml": "x" * 1_100_000,
    "many.yaml": "".join(claim(f"m{n}", f"Repairs {n} begin.") for n in range(1_000)),
    "same.yaml": claim("same", "x y z") * 1_000,
    "signs.yaml": claim("signs", "x y z", "." * 60_000),
    "wrong.yaml": "".join(
        claim(f"w{n}", "x y z", f"{WORDS * 3} {n}", "large") for n in range(500)
    ),
}  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return the folder of a site with all that is bad in it."""
    site = tmp_path / "site"
    new_site(site)
    claims = site / "content" / "claims"
    for name, text in FILES.items():
        (claims / name).write_text(text, "utf-8")
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    os.link(tmp_path / "secret", claims / "hard.yaml")
    (claims / "soft.yaml").symlink_to(tmp_path / "secret")
    os.mkfifo(claims / "pipe.yaml")
    (tmp_path / "large.txt").write_text(WORDS * 13_000, "utf-8")
    new_source(site, "large", tmp_path / "large.txt", "A large article")
    (site / "released.json").write_text('{"version": 1, "claims": [{"id": "../x"}]}', "utf-8")
    return site


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_hostile_pull_request_is_told_and_does_nothing(hostile: Path, style: str) -> None:
    """R-102, R-401, R-802, R-803, R-804: in a minute and 500 MB, with a list of errors."""
    before = everything(hostile.parent)
    limits = (BYTES, BYTES)
    ended = subprocess.run(
        [sys.executable, "-c", RUN, "check", "--format", style, "--site", str(hostile)],
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, limits),
    )
    told = ended.stdout.decode()
    assert ended.returncode == 1, ended.stderr.decode()[-2_000:]
    assert ended.stderr == b""
    assert everything(hostile.parent) == before
    for name in (*FILES, "hard.yaml", "soft.yaml", "pipe.yaml"):
        assert f"content/claims/{name}" in told
    assert SECRET not in told
    assert "\x1b" not in told
    assert not any(line.startswith(("::set-", "::add-")) for line in told.split("\n"))


def everything(folder: Path) -> dict[str, tuple[int, int]]:
    """Return size and time of each file below a folder, links not followed."""
    found = ((path, path.lstat()) for path in sorted(folder.rglob("*")))
    return {str(path): (status.st_size, status.st_mtime_ns) for path, status in found}
