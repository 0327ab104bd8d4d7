"""The packaged templates as bytecode, kept from one run to the next.

They lie where Python keeps the bytecode of this package, and are trusted just as far: whoever can
write there can change the program itself. Never in a folder that is kept with a site or beside its
records, and never those that a site brings along: they are compiled in each run.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from factsheet import GENERATOR

_DIGEST = 32
"""Bytes of a sha256."""


class Compiled(BytecodeCache):
    """Keeps the bytecode of these texts alone; one that is damaged or of others is not there."""

    def __init__(self, packaged: Iterable[str], options: str) -> None:
        self._packaged = frozenset(map(self.get_source_checksum, packaged))
        self._tool = f"{GENERATOR} {jinja2.__version__} {options} ".encode() + MAGIC_NUMBER

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its bytecode, where there is any."""
        if bucket.checksum in self._packaged:
            with suppress(OSError, NotImplementedError):
                kept = _place(bucket).read_bytes()
                if kept[:_DIGEST] == self._digest(bucket, kept[_DIGEST:]):
                    bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's bytecode where Python keeps any; where that cannot be, nothing is."""
        if bucket.checksum in self._packaged and not sys.dont_write_bytecode:
            code = bucket.bytecode_to_string()
            with suppress(OSError, NotImplementedError):
                _write(_place(bucket), self._digest(bucket, code) + code)

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        """Return the digest of the bytecode, and of what it was made from and with."""
        return sha256(f"{bucket.key} {bucket.checksum} ".encode() + self._tool + code).digest()


def _place(bucket: Bucket) -> Path:
    """Return the template's file; NotImplementedError where Python keeps no bytecode."""
    beside = Path(cache_from_source(__file__))
    return beside.with_name(f"template-{bucket.key}.{sys.implementation.cache_tag}.pyc")


def _write(file: Path, body: bytes) -> None:
    """Put the file in its place at once, readable by its owner alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with open(descriptor, "wb") as opened:
            opened.write(body)
        os.replace(aside, file)
    except BaseException:
        os.unlink(aside)
        raise
