#!/usr/bin/env python3
"""A thin door: `python build.py …` is `factsheet build …` for the site in this folder."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

try:
    from factsheet import cli
except ModuleNotFoundError as missing:
    if missing.name is not None and missing.name.startswith("factsheet"):
        raise
    sys.exit(
        f"build.py: the library '{missing.name}' is not installed for {sys.executable}.\n"
        "Run `make site`, which installs what is needed into .venv and builds the site."
    )


def arguments(given: list[str]) -> list[str]:
    """Return the arguments for `factsheet`, naming this folder unless another one is named."""
    named = any(word == "--site" or word.startswith("--site=") for word in given)
    return ["build", *given] if named else ["build", "--site", str(HERE), *given]


if __name__ == "__main__":
    cli.main(arguments(sys.argv[1:]))
