"""What of a site stands at an address, told by its manifest and by uploads that did not end.

Before files are put or deleted, their paths and hashes are put into a journal: a small file beside
the manifest, written like one. The journals of an upload go when its manifest stands. Where one is
found, an upload was killed: the files in it are ours, and nobody knows which bytes they have.
"""

import hashlib
import re
from collections.abc import Mapping

from msgspec import Struct

from factsheet.addresses import MANIFEST
from factsheet.publishing.manifests import encode, parse
from factsheet.publishing.remote import stores
from factsheet.publishing.remote.stores import Store

JOURNAL = re.compile(r"\.upload-[0-9a-f]{16}\.json")


class Held(Struct, frozen=True):
    """What an address holds. A plain value: a process that puts files can be sent it."""

    files: Mapping[str, str]
    """sha256 by path of every file of the site, as manifest and journals have it."""
    unsure: frozenset[str]
    """Those of them that a killed upload may have left with other bytes."""
    strange: frozenset[str]
    """Other people's files."""
    journals: frozenset[str]
    manifest: bytes
    """Empty when there is none that is ours."""

    def has(self, path: str, sha256: str) -> bool:
        """Return whether the file stands there with these bytes."""
        return self.files.get(path) == sha256 and path not in self.unsure

    def offers(self, path: str) -> bool:
        """Return whether readers may have a file of this path already, whatever its bytes."""
        return path in self.files


def look(store: Store) -> Held:
    """Return what the address holds; raises Refused."""
    names = stores.names(store)
    manifest = stores.read(store, MANIFEST) if MANIFEST in names else b""
    listed = parse(manifest)
    found = {name: parse(stores.read(store, name)) for name in names if JOURNAL.fullmatch(name)}
    begun = {path: sha for files in found.values() for path, sha in (files or {}).items()}
    known = {**(listed or {}), **begun}
    files = {path: sha for path, sha in known.items() if path in names}
    ours = {*files, *found, *([] if listed is None else [MANIFEST])}
    return Held(
        files,
        unsure=frozenset(begun) & names,
        strange=names - ours,
        journals=frozenset(found),
        manifest=b"" if listed is None else manifest,
    )


def write_journal(store: Store, files: Mapping[str, str]) -> None:
    """Tell those who come after a kill that these files, sha256 by path, are being changed."""
    body = encode({}, files)
    stores.write(store, {f".upload-{hashlib.sha256(body).hexdigest()[:16]}.json": body})


def drop_journals(store: Store) -> None:
    """Delete every journal, whoever wrote it: the manifest tells all that they told."""
    stores.delete(store, sorted(filter(JOURNAL.fullmatch, stores.top_names(store))))
