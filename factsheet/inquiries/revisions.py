"""The site as it was in a git revision. Git is asked for files and for nothing else."""

import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from factsheet.diagnostics import UsageError, errors
from factsheet.examining import examine
from factsheet.releases import Release
from factsheet.releasing import release_of

REVISION = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9_./@{}^~+-]*")
"""Names of commits, branches and tags; nothing that could be an option or a range."""
FOLDERS = ("content", "seeds")
PATIENCE = 60
"""Seconds that git may take."""
LARGEST = 20_000_000
"""Bytes of one file that is taken out of a revision; reading refuses smaller ones already."""


def release_at(folder: Path, revision: str) -> tuple[Release, int]:
    """Return what the site of this folder gave to readers in a revision, and its number of errors.

    Claims with errors are not in the release. Raises UsageError where there is no git, no such
    revision, or no site in it.
    """
    commit = commit_of(folder, revision)
    with tempfile.TemporaryDirectory(prefix="factsheet-") as name:
        earlier = Path(name)
        unpack(folder, commit, earlier)
        if not (earlier / "seeds").exists():
            lend_articles(folder / "seeds", earlier / "seeds")
        if not (earlier / "content/site.yaml").exists():
            raise UsageError(f"there is no site in {revision}: it has no content/site.yaml")
        examined = examine(earlier)
        if examined.site is None:
            raise UsageError(f"content/site.yaml of {revision} cannot be read")
        return release_of(examined.site), len(errors(examined.diagnostics))


def commit_of(folder: Path, revision: str) -> str:
    """Return the full id of the commit that a name means."""
    if not REVISION.fullmatch(revision) or ".." in revision:
        raise UsageError(f"`{revision}` is not the name of a revision: a commit, branch or tag")
    found = git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode("ascii").split()[0]
    shallow = git(folder, "rev-parse", "--is-shallow-repository")
    if shallow.returncode != 0:
        raise UsageError(
            f"git finds no repository here, so there is no revision `{revision}`; without a"
            " revision, `factsheet diff` compares with the last release and needs no git"
        )
    if shallow.stdout.strip() == b"true":
        raise UsageError(
            f"this clone is shallow and does not hold `{revision}`: fetch more of its history"
            " (`git fetch --unshallow`), or compare with the last release, without a revision"
        )
    raise UsageError(f"git knows no revision `{revision}` here")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in this folder; UsageError where there is no git."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except FileNotFoundError:
        raise UsageError(
            "there is no git on this machine; without a revision, `factsheet diff` compares with"
            " the last release and needs none"
        ) from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git gave no answer within {PATIENCE} seconds") from None


def unpack(folder: Path, commit: str, target: Path) -> None:
    """Write the records and articles of a commit into a folder: plain files, nothing else."""
    held = git(folder, "ls-tree", "--name-only", "-z", commit, "--", *FOLDERS)
    present = [name for name in held.stdout.decode("utf-8", "replace").split("\0") if name]
    if not present:
        return
    with tempfile.TemporaryFile() as archive:
        made = git(folder, "archive", "--format=tar", commit, "--", *present)
        if made.returncode != 0:
            raise UsageError(f"git cannot read {commit[:12]}: {first_line(made.stderr)}")
        archive.write(made.stdout)
        archive.seek(0)
        with tarfile.open(fileobj=archive, mode="r:") as files:
            for member in files:
                write_member(files, member, target)


def write_member(files: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    """Write one plain file of the archive below the target; links and all else are passed over."""
    path = PurePosixPath(member.name)
    inside = path.parts[:1] and path.parts[0] in FOLDERS and ".." not in path.parts
    opened = files.extractfile(member) if member.isreg() and inside else None
    if opened is None or member.size > LARGEST:
        return
    written = target.joinpath(*path.parts)
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_bytes(opened.read())


def lend_articles(present: Path, target: Path) -> None:
    """Copy the articles of today where a revision has none: they may be kept out of git.

    An article never changes, and its record has the sha256 that it must have.
    """
    target.mkdir()
    for path in present.iterdir() if present.is_dir() else ():
        if path.is_file() and not path.is_symlink():
            shutil.copyfile(path, target / path.name)


def first_line(said: bytes) -> str:
    return next(iter(said.decode("utf-8", "replace").splitlines()), "it does not say why")
