"""The site at an fsspec address: put file by file, in an order in which no link breaks.

No object store exchanges a whole site at one stroke. So files that are new come first, which no
page leads to yet; then those that readers have already, pages last; then the manifest; and then
what the site no longer has is deleted. A killed upload is taken up by the next one, whose journals
tell what was begun.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from factsheet.addresses import MANIFEST
from factsheet.diagnostics import Diagnostic, Place
from factsheet.model import Output
from factsheet.publishing import NAMED, REASONS, Away, Placed, Published, Stage, Work
from factsheet.publishing.keeping import NOTHING_OLD
from factsheet.publishing.manifests import encode
from factsheet.publishing.remote import stores
from factsheet.publishing.remote.holding import Held, drop_journals, look, write_journal
from factsheet.publishing.remote.stores import Refused, Store, store_at

__all__ = [
    "Held", "Refused", "Store", "Upload",
    "conclude", "look", "publish_remote", "put", "store_at",
]  # fmt: skip

AT_ONCE = 256
"""So many files, or"""
BYTES_AT_ONCE = 16_000_000
"""so many bytes, are put together."""


class Sent(Placed, frozen=True):
    """An output that readers have in another form: it waits until all that is new is there."""

    body: bytes


class Sharing(Struct, frozen=True):
    """The address as a process on another machine sees it."""

    store: Store
    held: Held

    @contextmanager
    def opened(self) -> Iterator[Callable[[Output], Placed]]:
        """Lend what takes outputs; those that are new at the address are put when all are taken.

        Raises Refused.
        """
        new: dict[str, Output] = {}

        def take(output: Output) -> Placed:
            placed = _placed(self.held, output)
            if placed.stands:
                return placed
            if self.held.offers(output.path):
                return Sent(placed.path, placed.sha256, placed.size, stands=False, body=output.body)
            new[output.path] = output
            return placed

        yield take
        for some in _portions(new, {path: len(output.body) for path, output in new.items()}):
            put(self.store, self.held, [new[path] for path in some])


def publish_remote(
    work: Work, address: str, *, digests: Mapping[str, str]
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """Make the site at the address what the work puts, and return what changed.

    None comes back when that was not done or not wholly; the diagnostics say why, and publishing
    again takes up what was begun. `digests` (sha256 of the inputs by path) goes into the manifest.
    UsageError for an address that can be none. Whatever the work raises goes through, and no file
    that was at the address has changed then.
    """
    store = store_at(address)
    try:
        held = look(store)
        refuse_strangers(store, held, ())
        with TemporaryDirectory(prefix="factsheet-") as folder:
            placed = _put_all(work, Upload(Path(folder) / "site", store, held))
        return conclude(store, held, placed, digests), ()
    except Refused as refused:
        return None, refused.diagnostics
    except OSError as fault:
        return None, (_unwritable(fault),)


class Upload(Stage):
    """A folder on this machine for what is to be put at an address when all is made.

    Processes on other machines do not see it. They put at once what no reader has yet, and send
    the rest here.
    """

    def __init__(self, folder: Path, store: Store, held: Held) -> None:
        super().__init__(folder, NOTHING_OLD)
        self.store = store
        self.held = held

    @contextmanager
    def away(self) -> Iterator[Away]:
        """Lend what processes on other machines need to put files at the address."""
        yield Sharing(self.store, self.held)

    def arrived(self, placed: Placed) -> Placed:
        """Put here what another machine sent, and return what was put."""
        return self.put(Output(placed.path, placed.body)) if isinstance(placed, Sent) else placed


def _put_all(work: Work, upload: Upload) -> tuple[Placed, ...]:
    """Put at the address what the work makes, and return what was put."""
    try:
        made = tuple(map(upload.arrived, work(upload)))
        files = upload.files(made)
    finally:
        upload.close()
    waiting = {path: sha256 for path, sha256 in files.items() if (upload.folder / path).is_file()}
    refuse_strangers(upload.store, upload.held, waiting)
    uploaded = _upload(upload.store, upload.held, upload.folder, waiting)
    return (*(one for one in made if one.path not in waiting), *uploaded)


def refuse_strangers(store: Store, held: Held, paths: Iterable[str]) -> None:
    """Raise Refused when other people's files stand at these paths, or no site but files do."""
    only_theirs = not held.files and not held.manifest
    strange = sorted(held.strange if only_theirs else held.strange.intersection(paths))
    more = (f"{len(strange) - NAMED} more are not named here",) if len(strange) > NAMED else ()
    if strange:
        raise Refused(tuple(_stranger(store, path, more) for path in strange[:NAMED]))


def _stranger(store: Store, path: str, more: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        "foreign-file",
        "this tool did not write it; publishing would destroy it, or mix with what is not yours",
        Place(f"{store.address}/{path}"),
        notes=("what was published before is as it was", *more),
        mend=f"move it out of {store.address}/, or publish at another address",
    )


def put(store: Store, held: Held, outputs: Sequence[Output]) -> tuple[Placed, ...]:
    """Put the outputs that do not stand at the address, and return for each what was put.

    Any process may do so, several at once, and again when one was killed in the middle: the same
    outputs leave the same bytes. Raises Refused.
    """
    placed = tuple(_placed(held, output) for output in outputs)
    new = {one.path: one.sha256 for one in placed if not one.stands}
    refuse_strangers(store, held, new)
    if new:
        write_journal(store, new)
        stores.write(store, {each.path: each.body for each in outputs if each.path in new})
    return placed


def _placed(held: Held, output: Output) -> Placed:
    sha256 = hashlib.sha256(output.body).hexdigest()
    return Placed(output.path, sha256, len(output.body), held.has(output.path, sha256))


def conclude(
    store: Store, held: Held, placed: Iterable[Placed], digests: Mapping[str, str]
) -> Published:
    """Write the manifest when all is put, delete what is no longer of the site; raises Refused.

    What stands stays untouched, the manifest too: where nothing changed, nothing is written.
    """
    every = tuple(placed)
    files = {one.path: one.sha256 for one in every}
    gone = {path: sha256 for path, sha256 in held.files.items() if path not in files}
    manifest = encode(digests, files)
    if manifest != held.manifest:
        write_journal(store, {**gone, **files})
        stores.write(store, {MANIFEST: manifest})
    stores.delete(store, sorted(gone))
    written = sum(not one.stands for one in every)
    if written or manifest != held.manifest or held.journals:
        drop_journals(store)
    return Published(
        files=len(files),
        written=written,
        unchanged=len(files) - written,
        removed=len(gone),
        bytes=sum(one.size for one in every),
    )


def _upload(store: Store, held: Held, staged: Path, files: Mapping[str, str]) -> Iterator[Placed]:
    sizes = {path: (staged / path).stat().st_size for path in files}
    waiting = [path for path, sha256 in files.items() if not held.has(path, sha256)]
    for path in files.keys() - waiting:
        yield Placed(path, files[path], sizes[path], stands=True)
    for _, alike in groupby(sorted(waiting, key=_turn(held)), _turn(held)):
        for some in _portions(alike, sizes):
            yield from put(
                store, held, [Output(path, (staged / path).read_bytes()) for path in some]
            )


def _turn(held: Held) -> Callable[[str], tuple[bool, bool]]:
    """Return what sorts paths: what no reader has yet before all else, pages after data."""
    return lambda path: (held.offers(path), path.endswith(".html"))


def _portions(paths: Iterable[str], sizes: Mapping[str, int]) -> Iterator[Sequence[str]]:
    some: list[str] = []
    size = 0
    for path in paths:
        if some and (len(some) == AT_ONCE or size + sizes[path] > BYTES_AT_ONCE):
            yield some
            some, size = [], 0
        some.append(path)
        size += sizes[path]
    if some:
        yield some


def _unwritable(fault: OSError) -> Diagnostic:
    reason, _ = REASONS.get(fault.errno or 0, (fault.strerror or str(fault), ""))
    return Diagnostic(
        "cannot-write",
        f"the site could not be made ready on this machine: {reason}",
        Place(str(fault.filename or "")),
        notes=("nothing was published; what was published before is as it was",),
        mend="mend that, or set TMPDIR to a folder on another disk",
    )
