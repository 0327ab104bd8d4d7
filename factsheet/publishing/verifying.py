"""Whether a published folder, or a copy of it, still holds exactly what was published."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from factsheet.addresses import MANIFEST
from factsheet.diagnostics import Diagnostic, Place, UsageError
from factsheet.publishing.manifests import is_inside, known, read, shown, strangers

REBUILD = "publish the site again, and find out who else writes into the folder"


def verify(folder: Path) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for every file that was changed, is missing or was added.

    Works on any copy of a published folder; UsageError where there is no folder.
    """
    if not folder.is_dir():
        raise UsageError(f"{shown(folder)} is not a folder")
    files = read(folder)
    if files is None:
        return (_no_manifest(folder),)
    return tuple(_differences(folder, files))


def _no_manifest(folder: Path) -> Diagnostic:
    return Diagnostic(
        "manifest-unreadable",
        "the folder has no manifest.json that this tool wrote, so nothing in it can be verified",
        Place(shown(folder / MANIFEST)),
        mend="build the site again, or fetch the whole folder again",
    )


def _differences(folder: Path, files: Mapping[str, str]) -> Iterator[Diagnostic]:
    strange = set(strangers(folder, known(files)))
    for path in sorted({*files, *strange}):
        place = Place(shown(folder / path))
        if path not in files:
            yield Diagnostic(
                "published-file-added", "this file is not in manifest.json", place, mend=REBUILD
            )
        elif path in strange:
            yield Diagnostic(
                "published-file-changed",
                "this file does not have the bytes that were published",
                place,
                notes=(f"published with sha256 {files[path]}",),
                mend=REBUILD,
            )
        elif not _lies_in(folder, path):
            yield Diagnostic(
                "published-file-missing",
                "manifest.json lists this file, and it is not there",
                place,
                mend=REBUILD,
            )


def _lies_in(folder: Path, path: str) -> bool:
    """Tell whether the listed file is there; what leads out of the folder never is."""
    with suppress(OSError, ValueError):
        real = (folder / path).resolve(strict=True)
        return real.is_file() and is_inside(real, folder.resolve())
    return False
