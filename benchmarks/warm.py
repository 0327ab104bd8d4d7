"""From a saved record to the new page in a process that is warm: what a preview does, not its wait.

python -m benchmarks.warm 100 2000 20000
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import records
from benchmarks.contenders import OURS, contenders, edit, edited_claim
from benchmarks.corpus import generate
from benchmarks.expectations import page_of
from factsheet.preview.attempts import Builder, attempt
from factsheet.seals import JUST_NOW

EDITS = 15


def main(sizes: list[str]) -> int:
    """Print the median of the milliseconds for each number of claims."""
    for claims in map(int, sizes):
        with tempfile.TemporaryDirectory() as folder:
            took = statistics.median(edit_times(claims, Path(folder), EDITS))
        print(f"{claims} claims: {1000 * took:.1f} ms")
    return 0


def edit_times(claims: int, folder: Path, edits: int) -> Iterator[float]:
    """Yield the seconds from each saved edit until the bytes of the claim's page are there."""
    corpus = generate(claims)
    records.write(corpus, folder)
    claim, ours, build = edited_claim(corpus), contenders()[OURS], Builder(folder)
    page = page_of(claim)
    assert claim.id in page_at(page, folder, build)
    time.sleep(1.5 * JUST_NOW / 1e9)  # from here on, files are known without being opened
    for turn in range(edits):
        word = edit(folder, ours, claim, turn)
        begun = time.perf_counter()
        made = page_at(page, folder, build)
        yield time.perf_counter() - begun
        assert word in made, f"the edit is not on {page}"


def page_at(page: str, folder: Path, build: Builder) -> str:
    """Return a page of what is built now."""
    files = attempt(folder, build).files
    assert files is not None, "the archive has no faults"
    return files[page].decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
