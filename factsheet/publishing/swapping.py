"""One folder put in the place of another, at one stroke where the system can."""

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a kernel or a file system answers that cannot exchange two names."""


def swap(staged: Path, folder: Path, aside: Path) -> Path:
    """Put the staged folder in place and return where the old one lies now; it may not exist.

    With renameat2(RENAME_EXCHANGE) of Linux there is no moment without a whole folder in place.
    Elsewhere there is one, between two renames; `repair` mends what a kill leaves there.
    """
    if not folder.exists():
        staged.rename(folder)
        return staged
    if exchange(staged, folder):
        return staged
    folder.rename(aside)
    try:
        staged.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    return aside


def repair(folder: Path, aside: Path) -> None:
    """Put the old folder back if a build was killed between the two renames of `swap`."""
    if not os.path.lexists(folder) and aside.is_dir() and not aside.is_symlink():
        aside.rename(folder)


def exchange(first: Path, second: Path) -> bool:
    """Let two paths change places at one stroke; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    paths = os.fsencode(first), os.fsencode(second)
    if renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(second))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of this name; whoever comes second waits.

    The system drops a flock with the process that holds it, so no lock outlives a killed build.
    Whoever holds the lock removes its file; whoever waited for a file that is gone tries anew.
    """
    if sys.platform == "win32":  # no flock there: two builds at once are not kept apart
        yield
        return
    handle = _lock(path)
    try:
        yield
    finally:
        with suppress(OSError):  # the work is done; the lock goes with the process
            _unlink_empty(handle, path)
            os.close(handle)


def _lock(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_at(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    return False


def _unlink_empty(handle: int, path: Path) -> None:
    """Remove the lock's file unless somebody keeps something in it."""
    if os.fstat(handle).st_size == 0 and _is_at(handle, path):
        path.unlink()
