"""The site in its folder: all of it or nothing, and nobody else's files touched.

Beside the folder `site` stand, while a build runs, `.site.staging` (what is being written, later
the old site on its way out), `.site.lock`, and `.site.old` where the system cannot exchange two
folders. A build that was killed leaves some of them; the next one clears them away.

Killing a build at any moment leaves the old or the new site. A power cut may do more harm: files
are not flushed to the disk one by one, which would take longer than all else. `factsheet verify`
shows whether one did.
"""

import errno
import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from factsheet.addresses import MANIFEST
from factsheet.diagnostics import Diagnostic, Place, UsageError
from factsheet.publishing import staging
from factsheet.publishing.keeping import Old, look
from factsheet.publishing.manifests import (
    NOTHING,
    Known,
    is_inside,
    published,
    remove,
    shown,
    strangers,
)
from factsheet.publishing.staging import Away, Placed, Stage, Work, putting
from factsheet.publishing.swapping import locked, repair, swap
from factsheet.publishing.verifying import verify
from factsheet.saving import flush

__all__ = [
    "Away", "Placed", "Published", "Stage", "Work",
    "publish", "putting", "real_folder", "verify",
]  # fmt: skip

NAMED = 20
"""So many foreign files are named; the message says how many there are besides."""

REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space and build again"),
    errno.EDQUOT: ("your share of the disk is used up", "free some space and build again"),
    errno.EACCES: ("you may not write there", "get the right to, or choose another folder with -o"),
    errno.EPERM: ("you may not write there", "get the right to, or choose another folder with -o"),
    errno.EROFS: ("the disk can only be read", "choose a folder on another disk with -o"),
    errno.EMFILE: ("too many files are open at once", "close other programs and build again"),
    errno.ENFILE: ("too many files are open at once", "close other programs and build again"),
    errno.EIO: ("the disk failed", "look after the disk, or choose a folder on another with -o"),
    errno.EFBIG: ("the file is larger than the system allows", "raise that limit"),
    errno.ESTALE: ("somebody changed it while the site was built", "build again"),
    errno.EEXIST: (
        "a file of that name is in the way",
        "move it, or choose another folder with -o",
    ),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "choose a shorter folder with -o"),
}
"""Reason and mend in plain words; other faults are told as the system tells them."""


class Published(Struct, frozen=True):
    """What publishing changed. manifest.json is counted nowhere."""

    files: int
    """Files of the site."""
    written: int
    """Those that are new or have other bytes than before."""
    unchanged: int
    removed: int
    """Files of the site before that are gone."""
    bytes: int
    """Bytes of all files of the site."""


def publish(
    work: Work,
    folder: Path,
    *,
    digests: Mapping[str, str],
    keep_out: Collection[Path],
    untouched: bool = False,
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """Replace the site in the folder by what the work puts and return what changed.

    None comes back when nothing was published; the diagnostics say why and the folder is as it
    was. `digests` (sha256 of the inputs by path) goes into the manifest; `keep_out` is as for
    `real_folder`, whose UsageError is raised before anything is done. `untouched` says that the
    folder is known to be as it was published: its files are not read. Whatever the work raises
    goes through, and the folder is as it was then too.
    """
    try:
        target = real_folder(folder, keep_out)
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(_beside(target, "lock")):
            return _publish(work, target, digests, untouched)
    except OSError as fault:
        return None, (_unwritable(fault, folder),)


def real_folder(folder: Path, keep_out: Collection[Path]) -> Path:
    """Return the folder's real path, or raise UsageError where no site may be published.

    `keep_out` has the folders that people write in: content, seeds, templates. A site may be
    published neither in them nor in a folder that holds one. Compared are whole real paths.
    """
    real = Path(os.path.realpath(folder))
    name = shown(folder)
    if folder.is_symlink():
        raise UsageError(f"{name} is a link to another folder; name that folder with -o")
    if real.exists() and not real.is_dir():
        raise UsageError(f"{name} is a file; choose a folder with -o")
    home = os.path.realpath(os.path.expanduser("~"))  # pathlib fails where there is no home
    if real == Path(real.anchor) or is_inside(Path(home), real):
        raise UsageError(f"a site cannot be published in {name}: it holds your other files")
    for kept in map(_real, keep_out):
        if is_inside(kept, real) or is_inside(real, kept):
            raise UsageError(
                f"a site cannot be published in {name}: {shown(kept)} is what it is made from; "
                "choose another folder with -o"
            )
    return real


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _beside(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.{role}")


def _publish(
    work: Work, folder: Path, digests: Mapping[str, str], untouched: bool
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    staged, aside = _beside(folder, "staging"), _beside(folder, "old")
    repair(folder, aside)
    ours = published(folder)
    found, strange = look(folder, ours, untouched)
    faults = (*_foreign(folder, ours, strange), *_clear(staged), *_clear(aside))
    if faults:
        return None, faults
    before = ours.files
    try:
        new = staging.write(work, staged, digests, Old(folder, before, found))
        if new.same:
            return _compare(before, new), ()
        old = swap(staged, folder, aside)
    except BaseException:
        with suppress(OSError):
            remove(staged, staging.left_by_build(staged))
        raise
    flush(folder.parent)
    return _compare(before, new), _retire(old, replace(ours, seals=found))


def _compare(before: Mapping[str, str], new: staging.Staged) -> Published:
    unchanged = sum(before.get(path) == sha256 for path, sha256 in new.files.items())
    return Published(
        files=len(new.files),
        written=len(new.files) - unchanged,
        unchanged=unchanged,
        removed=len(before.keys() - new.files.keys() - {MANIFEST}),
        bytes=new.bytes,
    )


def _foreign(folder: Path, ours: Known, strange: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for whatever in the site's folder is not as this tool wrote it."""
    return tuple(_stranger(folder, name, ours, len(strange)) for name in strange[:NAMED])


def _stranger(folder: Path, name: str, ours: Known, count: int) -> Diagnostic:
    changed = name in ours.files
    more = (f"{count - NAMED} more are not named here",) if count > NAMED else ()
    return Diagnostic(
        "foreign-file",
        "this file was changed after it was published; publishing would destroy the change"
        if changed
        else "this tool did not write it; publishing would destroy it",
        Place(shown(folder / name) + "/" * name.endswith("/")),
        notes=("nothing was published and nothing was changed", *more),
        mend=f"move it out of {shown(folder)}/, or choose another folder with -o",
    )


def _clear(leftover: Path) -> tuple[Diagnostic, ...]:
    """Remove what a killed build left; return a diagnostic for whatever else lies there."""
    if not os.path.lexists(leftover):
        return ()
    if leftover.is_symlink() or not leftover.is_dir():
        return (_stranger(leftover.parent, leftover.name, NOTHING, 1),)
    ours = staging.left_by_build(leftover)
    strange = tuple(strangers(leftover, ours))
    if not strange:
        remove(leftover, ours)
    return tuple(_stranger(leftover, name, ours, len(strange)) for name in strange[:NAMED])


def _retire(old: Path, ours: Known) -> tuple[Diagnostic, ...]:
    """Remove the old site, which was found so; return a warning when something of it stays."""
    try:
        left = remove(old, ours) if old.exists() else ()
    except OSError as fault:
        why = _reason(fault)[0]
        return (_left(old, f"the old site could not be removed: {why}", "build once more"),)
    return tuple(
        _left(old / name, "this came into the old site while the new one was built", "move it out")
        for name in left[:NAMED]
    )


def _left(path: Path, message: str, mend: str) -> Diagnostic:
    notes = ("the new site is published",)
    return Diagnostic("old-site-left", message, Place(shown(path)), "warning", notes, mend)


def _unwritable(fault: OSError, folder: Path) -> Diagnostic:
    reason, mend = _reason(fault)
    path = Path(fault.filename) if isinstance(fault.filename, str) else folder
    staged = _beside(_real(folder), "staging")
    meant = folder / path.relative_to(staged) if path.is_relative_to(staged) else path
    return Diagnostic(
        "cannot-write",
        f"this could not be written: {reason}",
        Place(shown(meant)),
        notes=("nothing was published; what was published before is as it was",),
        mend=mend,
    )


def _reason(fault: OSError) -> tuple[str, str]:
    plain = fault.strerror or str(fault)
    return REASONS.get(fault.errno or 0, (plain, "mend that, or choose another folder with -o"))
