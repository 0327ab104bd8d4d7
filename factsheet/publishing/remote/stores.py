"""What stands at an fsspec address: listed, read, put and deleted, with faults in plain words.

A store is a mere address: any process can use one, and opens its own connections. Keys are never
part of it; the library of the address finds them in the environment.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from factsheet.diagnostics import Diagnostic, Place, UsageError
from factsheet.publishing import REASONS
from factsheet.publishing.remote.headers import S3, headers

LOCAL = frozenset(("file", "local"))
NO_KEYS = frozenset(("NoCredentialsError", "PartialCredentialsError", "TokenRetrievalError"))
SOON = "mend that and publish again: what was begun is taken up"


class Store(Struct, frozen=True):
    """An address to publish at."""

    address: str
    """As it was given, without a slash at the end."""

    @property
    def protocol(self) -> str:
        return self.address.partition("://")[0]


class Refused(Exception):
    """Something could not be done at an address: its one argument is the diagnostics."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        diagnostics: tuple[Diagnostic, ...] = self.args[0]
        return diagnostics


def store_at(address: str) -> Store:
    """Return the store at an address, or raise UsageError where no site may be published."""
    protocol, found, rest = address.partition("://")
    if not found or "::" in address:
        raise UsageError("name an address such as s3://bucket/folder")
    if urlsplit(address).password is not None:
        raise UsageError(f"the {protocol}:// address holds a password; give it in the environment")
    if not rest.strip("/"):
        raise UsageError(f"{address} names no bucket and no folder")
    return Store(address.rstrip("/"))


def names(store: Store) -> frozenset[str]:
    """Return the paths of all files at the address, relative to it."""
    with _asking(store):
        system, root = _opened(store)
        system.invalidate_cache()
        found = system.find(root)
    return frozenset(name.removeprefix(root).lstrip("/") for name in found) - {""}


def top_names(store: Store) -> frozenset[str]:
    """Return the names of the files that stand in no folder of the address."""
    with _asking(store):
        system, root = _opened(store)
        system.invalidate_cache()
        found = system.ls(root, detail=True)
    return frozenset(
        one["name"].removeprefix(root).lstrip("/") for one in found if one["type"] == "file"
    )


def read(store: Store, path: str) -> bytes:
    """Return the bytes of a file."""
    with _asking(store, path):
        system, root = _opened(store)
        body: bytes = system.cat_file(f"{root}/{path}")
    return body


def write(store: Store, bodies: Mapping[str, bytes]) -> None:
    """Put files, in no order, many at a time where the library can; all of them are there then."""
    alike: dict[tuple[tuple[str, str], ...], dict[str, bytes]] = defaultdict(dict)
    for path, body in bodies.items():
        alike[tuple(headers(path, store.protocol).items())][path] = body
    for said, files in alike.items():
        with _asking(store, next(iter(files))):
            system, root = _opened(store)
            system.pipe({f"{root}/{path}": body for path, body in files.items()}, **dict(said))


def delete(store: Store, paths: Iterable[str]) -> None:
    """Delete files; on a disk a folder goes with the last file in it."""
    given = list(paths)
    if not given:
        return
    with _asking(store, given[0]):
        system, root = _opened(store)
        system.rm([f"{root}/{path}" for path in given])
        for path in given if store.protocol in LOCAL else ():
            _drop_folders(system, root, path)


def _drop_folders(system: Any, root: str, path: str) -> None:
    with suppress(OSError):  # something else stands in it
        while path := path.rpartition("/")[0]:
            system.rmdir(f"{root}/{path}")


def _opened(store: Store) -> tuple[Any, str]:
    """Return the file system and the path in it; fsspec keeps one for each process."""
    from fsspec.core import url_to_fs

    options = {"auto_mkdir": True} if store.protocol in LOCAL else {}
    system, root = url_to_fs(store.address, **options)
    return system, root.rstrip("/")


@contextmanager
def _asking(store: Store, path: str = "") -> Iterator[None]:
    """Raise Refused for whatever goes wrong: libraries have no exception in common."""
    try:
        yield
    except Exception as fault:
        message, mend = _reason(fault, store)
        place = Place(f"{store.address}/{path}" if path else store.address)
        raise Refused((Diagnostic("cannot-write", message, place, mend=mend),)) from fault


def _reason(fault: Exception, store: Store) -> tuple[str, str]:
    """Return what went wrong in plain words, which never hold a key, and the mend."""
    match fault:
        case ImportError():
            needed = 'pip install "factsheet[s3]"' if store.protocol in S3 else str(fault)
            return f"a library for {store.protocol}:// addresses is missing", needed
        case OSError() if store.protocol in LOCAL:
            return REASONS.get(fault.errno or 0, (fault.strerror or str(fault), SOON))
        case PermissionError():
            return (
                "access was denied",
                "set keys in the environment that may list, read, write and delete",
            )
        case FileNotFoundError():
            return "no such bucket or folder", "make it, or correct the address"
        case _ if type(fault).__name__ in NO_KEYS:
            return "there are no keys for it", "set them in the environment"
        case ConnectionError() | TimeoutError():
            return "it cannot be reached", "look after the network and publish again"
        case _ if "Connect" in type(fault).__name__ or "Timeout" in type(fault).__name__:
            return "it cannot be reached", "look after the network and publish again"
    told = str(fault).partition("\n")[0] or type(fault).__name__
    return f"the library for {store.protocol}:// addresses says: {told}", SOON
