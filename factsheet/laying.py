"""Bytes laid into a file without a name: what is asked for again, and no process has to hold."""

import errno
import os
from functools import cached_property
from tempfile import TemporaryFile
from typing import IO

from msgspec import Struct


class Layer:
    """Lays bytes one after the other; the file is gone with the last that knows of it."""

    def __init__(self) -> None:
        self._end = 0

    @cached_property
    def _file(self) -> IO[bytes]:
        """Made when it is needed; without a buffer, of which a forked process would have a copy."""
        return TemporaryFile(buffering=0)

    def __del__(self) -> None:
        if "_file" in vars(self):
            self._file.close()

    def lay(self, body: bytes) -> "Laid":
        """Return where the bytes lie now; OSError where there is no room for them."""
        self._file.seek(self._end)
        if self._file.write(body) < len(body):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        laid = Laid(self, self._end, len(body))
        self._end += len(body)
        return laid

    def read(self, start: int, size: int) -> bytes:
        """Return what was laid; forked processes may do so at once where the system lets them."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)


class Laid(Struct, frozen=True):
    """Bytes in a file that is open; sent to another process, it is the bytes themselves."""

    layer: Layer
    start: int
    size: int

    def __bytes__(self) -> bytes:
        return self.layer.read(self.start, self.size)

    def decode(self) -> str:
        """Return the text, as bytes do."""
        return self.layer.read(self.start, self.size).decode()

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (bytes(self),)
