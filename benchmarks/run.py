"""Time this tool and its peers on one corpus, in turn, and check what each made.

python -m benchmarks.run --sizes small,medium --rounds 3
python -m benchmarks.run --sizes large --peers hugo-yaml,eleventy-yaml --only cold,no-change
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks import contenders, tables
from benchmarks.contenders import Contender
from benchmarks.corpus import SIZES, generate
from benchmarks.expectations import differences, expected, page_of
from benchmarks.nouns import Corpus
from benchmarks.results import Result, Run
from benchmarks.serving import edit_times

MEASURED = ("cold", "no-change", "edit", "server", "memory", "copy")
MEMORY = Path("/dev/shm")
NEEDED = 150_000
"""Bytes a claim that the work folder takes: every contender's input, outputs of one at a time."""
MEASURING = Path(__file__).with_name("measuring.py")


def main() -> int:
    """Print a table for each size; return 1 when an output was not as it must be."""
    options = _options()
    chosen = _chosen(options.peers)
    contenders.install(chosen)
    told = [tables.machine(), tables.versions(contenders.versions(chosen))]
    print("\n".join(told), flush=True)
    faults = 0
    everything = {}
    for size in options.sizes.split(","):
        claims = SIZES[size] if size in SIZES else int(size)
        bench = Bench(generate(claims, options.seed), chosen, options.only.split(","))
        results = bench.run(options.rounds, options.folder)
        print(tables.table(bench.corpus, results, options.rounds), flush=True)
        everything[size] = [asdict(result) for result in results]
        faults += sum(len(result.faults) + bool(result.failed) for result in results)
    if options.json:
        record = {"about": told, "sizes": everything}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 1 if faults else 0


class Bench:
    """One corpus, and who is compared on it."""

    def __init__(
        self, corpus: Corpus, chosen: Mapping[str, Contender], only: list[str] | tuple[str, ...]
    ) -> None:
        self.corpus, self.chosen, self.only = corpus, chosen, only
        self.expected = expected(corpus)

    def run(self, rounds: int, parent: Path | None) -> list[Result]:
        """Return what was measured; the work folder is gone afterwards."""
        place = parent or _roomy(len(self.corpus.claims) * NEEDED)
        with tempfile.TemporaryDirectory(prefix="factsheet-bench-", dir=place) as name:
            # What was deleted on a disk makes the next files slow: there all stays until the end.
            work = Work(self, Path(name), tidy=place == MEMORY)
            for turn in range(rounds):
                for contender in self.chosen.values():
                    work.attempt(contender, partial(work.turn, turn=turn))
            for contender in self.chosen.values():
                work.attempt(contender, partial(work.afterwards, edits=rounds))
            return list(work.results.values())


class Work:
    """The folders of a run."""

    def __init__(self, bench: Bench, folder: Path, *, tidy: bool) -> None:
        self.bench, self.folder, self.tidy = bench, folder, tidy
        self.results = {name: Result(name) for name in bench.chosen}
        for contender in bench.chosen.values():
            contender.lay(bench.corpus, self.input_of(contender))
        self.laid = {name: _names(folder / name) for name in bench.chosen}

    def input_of(self, contender: Contender) -> Path:
        return self.folder / contender.name

    def attempt(self, contender: Contender, step: Callable[[Contender], None]) -> None:
        """Take a step, unless an earlier one failed: who fails is told of, and the others go on."""
        failed = self.results[contender.name].failed
        if not failed:
            try:
                step(contender)
            except (RuntimeError, OSError) as error:
                self.results[contender.name].failed = str(error)

    def turn(self, contender: Contender, turn: int) -> None:
        """Run one contender's builds of one round."""
        result, out = self.results[contender.name], self.folder / f"{contender.name}-out-{turn}"
        self.forget(contender)
        result.cold.append(self.build(contender, out))
        if turn == 0:
            self.check(contender, out)
        if "no-change" in self.bench.only:
            result.no_change.append(self.build(contender, out))
        if "edit" in self.bench.only:
            result.edit.append(self.edited(contender, out, turn))
        if "copy" in self.bench.only and contender.name == contenders.OURS:
            result.copy.append(self.copied(out, turn))
        if self.tidy:
            shutil.rmtree(out)

    def afterwards(self, contender: Contender, edits: int) -> None:
        """Measure what would disturb the others: memory of all processes, and a running server."""
        result = self.results[contender.name]
        if "memory" in self.bench.only:
            self.forget(contender)
            out = self.folder / f"{contender.name}-out-memory"
            result.together = self.measured(contender, out, "--memory")["together"]
            if self.tidy:
                shutil.rmtree(out)
        if "server" in self.bench.only:
            self.forget(contender)
            folder = self.input_of(contender)
            result.server = edit_times(self.bench.corpus, contender, folder, edits)

    def build(self, contender: Contender, out: Path) -> Run:
        told = self.measured(contender, out)
        return Run(told["wall"], told["processor"], told["peak"])

    def measured(self, contender: Contender, out: Path, *options: str) -> dict[str, float]:
        """Run one build in a process of its own; raise RuntimeError when it fails."""
        folder, report = self.input_of(contender), self.folder / "report.json"
        command = [sys.executable, "-S", "-E", str(MEASURING), *options, str(report)]
        run = subprocess.run(
            [*command, *contender.build(folder, out)],
            cwd=folder,
            env=contenders.environment(folder),
            capture_output=True,
            check=False,
        )
        if run.returncode:
            said = (run.stdout + run.stderr).decode("utf-8", "replace")
            raise RuntimeError(f"{contender.name} failed:\n{said[-3000:]}")
        return dict(json.loads(report.read_text(encoding="utf-8")))

    def edited(self, contender: Contender, out: Path, turn: int) -> Run:
        """Change a word of a record and build again; the new word must stand on the page."""
        claim = contenders.edited_claim(self.bench.corpus)
        word = contenders.edit(self.input_of(contender), contender, claim, turn)
        run = self.build(contender, out)
        if word not in (out / page_of(claim)).read_text(encoding="utf-8"):
            self.results[contender.name].faults.append(f"{page_of(claim)}: the edit is not there")
        return run

    def check(self, contender: Contender, out: Path) -> None:
        """Compare an output with the corpus, and count what it holds."""
        result = self.results[contender.name]
        result.faults += differences(out, self.bench.expected)
        files = [file.stat().st_size for file in out.rglob("*") if file.is_file()]
        result.files, result.megabytes = len(files), sum(files) / 1e6

    def copied(self, out: Path, turn: int) -> float:
        """Return the seconds that a plain copy of the output takes."""
        copy = self.folder / f"copy-{turn}"
        begun = time.perf_counter()
        subprocess.run(["cp", "-r", out, copy], check=True)
        took = time.perf_counter() - begun
        if self.tidy:
            shutil.rmtree(copy)
        return took

    def forget(self, contender: Contender) -> None:
        """Take away all that earlier runs left beside the input, caches above all."""
        folder = self.input_of(contender)
        for name in _names(folder) - self.laid[contender.name]:
            left = folder / name
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def _roomy(needed: int) -> Path:
    """Return a folder in memory when it has the room, else the disk's for temporary files."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > needed:
        return MEMORY
    return Path(tempfile.gettempdir())


def _chosen(peers: str) -> dict[str, Contender]:
    every = contenders.contenders()
    names = [name for name in peers.split(",") if name] if peers != "all" else list(every)
    return {name: every[name] for name in dict.fromkeys((contenders.OURS, *names))}


def _options() -> argparse.Namespace:
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    told.add_argument("--sizes", default="small,medium", help=f"{', '.join(SIZES)}, or numbers")
    told.add_argument("--rounds", type=int, default=5)
    told.add_argument("--peers", default="all", help="names, as hugo-yaml,eleventy-json; or all")
    told.add_argument("--only", default=",".join(MEASURED), help="what is measured beside cold")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--folder", type=Path, help="where to work; default: in memory if it fits")
    told.add_argument("--json", type=Path, help="write every measurement to this file too")
    return told.parse_args()


if __name__ == "__main__":
    sys.exit(main())
