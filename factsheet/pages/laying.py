"""Finished HTML laid into a file: what many pages need, and no process has to hold."""

import os
from tempfile import TemporaryFile
from typing import IO

from msgspec import Struct


class Laid(Struct, frozen=True):
    """Bytes in a file that is open; sent to another process, it is the bytes themselves."""

    file: IO[bytes]
    start: int
    size: int

    def __bytes__(self) -> bytes:
        """Return what was laid; forked processes may do so at once where the system lets them."""
        if hasattr(os, "pread"):
            return os.pread(self.file.fileno(), self.size, self.start)
        self.file.seek(self.start)
        return self.file.read(self.size)

    def decode(self) -> str:
        """Return the text, as bytes do."""
        return bytes(self).decode()

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (bytes(self),)


class Layer:
    """Lays bytes one after the other into a file without a name, gone at the end of the block."""

    def __enter__(self) -> "Layer":
        self._file = TemporaryFile()
        self._end = 0
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def lay(self, body: bytes) -> Laid:
        """Return where the bytes lie now."""
        self._file.seek(self._end)
        self._file.write(body)
        self._file.flush()  # a forked process must not have it to write
        laid = Laid(self._file, self._end, len(body))
        self._end += len(body)
        return laid
