"""What a run came to, kept so that the next one need not work it out again.

An answer holds as long as nothing that it rests on has changed: the records, articles and templates
of the site, the folder that was published, and this tool with its libraries. Files are known by
their seals, not opened; one that had just been changed when it was read is known by its bytes too,
since a second change in the same moment may leave its seal as it was.

Answers lie in the user's own cache folder, never beside the records, and nobody else reads what a
draft says. Each ends with a digest that only this user can make on this machine. One that is not
there, damaged, forged, or of another tool or other files is not believed.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from factsheet import GENERATOR
from factsheet.saving import replace_file
from factsheet.seals import Seal, is_settled, seal, seals

INPUTS = ("content", "seeds", "templates", "released.json")
UNRELIABLE = (OSError, ValueError, LookupError, TypeError, RuntimeError, RecursionError)
"""What reading something damaged raises."""
PACKAGE = Path(__file__).resolve().parent
DIGITS = 64
"""Of a digest: what the last line of a kept file holds."""
OWNER_ALONE = 0o600

T = TypeVar("T")


class Answer(Struct, frozen=True):
    """What a command said, and how it ended."""

    report: str
    summary: str
    exit: int
    files: int = 0
    """Files of the site that was published."""
    written: int = 0
    """Those of them that were new or other than before: none, when the answer is remembered."""


class Question(Struct, frozen=True):
    """A command for a site, with all that was asked of it."""

    folder: Path
    words: tuple[str, ...]
    out: Path | None = None
    """Where a site is published; None: the command publishes nothing."""


class Look(Struct, frozen=True):
    """What the disk said of everything that is read, before any of it was."""

    question: Question
    at: int
    """Nanoseconds since 1970."""
    inputs: tuple[tuple[str, Seal], ...]


def look(question: Question, now: int) -> Look:
    """Return what the disk says of all that the answer will rest on."""
    return Look(question, now, tuple(_inputs(question.folder)))


class Given(Struct, frozen=True):
    """An answer as it is kept, and what it rests on."""

    answer: Answer
    at: int
    """When that was looked at: nanoseconds since 1970."""
    inputs: str
    """Digest of what was read."""
    output: str
    """Digest of what was published."""


class Recalled(Struct, frozen=True):
    """What is still known from the last time the same was asked."""

    answer: Answer | None = None
    """None: it has to be worked out."""
    untouched: bool = False
    """True: the published folder is as it was left."""


def recall(look: Look) -> Recalled:
    """Return what is known from the last time; nothing, where that cannot be relied on."""
    with suppress(*UNRELIABLE):
        (given,) = take(look.question, "answer", Given)
        untouched = given.output == _digest_of_output(look.question)
        same = untouched and given.inputs == _digest_of_inputs(look, given.at)
        return Recalled(given.answer if same else None, untouched)
    return Recalled()


def remember(look: Look, answer: Answer) -> None:
    """Keep the answer that was found after this look; where that cannot be, nothing is kept."""
    with suppress(OSError, RuntimeError):
        inputs, output = _digest_of_inputs(look, look.at), _digest_of_output(look.question)
        keep(look.question, "answer", [Given(answer, look.at, inputs, output)])


class Made(Struct, frozen=True):
    """What a run worked out, by digests of what each thing was made from."""

    manifest: str = ""
    """sha256 of the manifest that was published."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Stamps by path."""
    ground: str = ""
    claims: Mapping[str, str] = field(default_factory=dict)
    """Stamps of the claims in which nothing was found on this ground, by id."""
    untouched: bool = False
    """True: the published folder is known to be as it was left."""
    uses: Mapping[str, tuple[int, int, float, float]] = field(default_factory=dict)
    """What claims use of each source, by id: it holds as long as the stamp of the source's page."""


NOTHING_MADE = Made()


def recall_made(question: Question) -> Made:
    """Return what the same tool made the last time; nothing, where that cannot be relied on."""
    return next(iter(take(question, "made", Made)), NOTHING_MADE)


def remember_made(question: Question, made: Made) -> None:
    """Keep what was made; where that cannot be, nothing is kept."""
    keep(question, "made", [made])


def take(question: Question, name: str, kind: type[T]) -> list[T]:
    """Return what the same tool kept under a name; nothing, where that cannot be relied on."""
    with suppress(*UNRELIABLE):
        place = _place(question, name)
        kept, digest = memoryview(place.read_bytes()), _digest(place)
        digest.update(lines := kept[:-DIGITS])
        if kept[-DIGITS:] == digest.hexdigest().encode():
            return msgspec.json.Decoder(kind).decode_lines(lines)
    return []


def keep(question: Question, name: str, values: Iterable[object]) -> None:
    """Keep values of nouns, texts and numbers; where that cannot be, nothing is kept."""
    with suppress(OSError, RuntimeError, ValueError):
        place = _place(question, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not _key().exists():
            _key().parent.mkdir(parents=True, exist_ok=True)
            replace_file(_key(), [os.urandom(DIGITS // 2)], mode=OWNER_ALONE)
        replace_file(place, _lines(values, _digest(place)), flushed=False, mode=OWNER_ALONE)


def _lines(values: Iterable[object], digest: blake2b) -> Iterator[bytes]:
    """Yield a line a value and then their digest: they are not all in memory as text at once."""
    for value in values:
        line = msgspec.json.encode(value) + b"\n"
        digest.update(line)
        yield line
    yield digest.hexdigest().encode()


def _digest(place: Path) -> blake2b:
    """Return the beginning of a file's digest; ValueError where the user's key is no key."""
    key = _key().read_bytes()
    if len(key) != DIGITS // 2:
        raise ValueError("the key is damaged")
    return blake2b(f"{place.name} {_tool()}".encode(), digest_size=DIGITS // 2, key=key)


def _key() -> Path:
    """Return the file of the user's secret: apart from a cache, which may be brought along."""
    home = os.environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
    return Path(home) / "factsheet" / "key"


def _place(question: Question, name: str) -> Path:
    """Return the file of what is kept under a name: RuntimeError where the user has no home."""
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    out = str(question.out.absolute()) if question.out else ""
    asked = repr((str(question.folder.resolve()), out, question.words))
    return Path(home) / "factsheet" / f"{sha256(asked.encode()).hexdigest()}.{name}"


def _inputs(folder: Path) -> Iterator[tuple[str, Seal]]:
    for name in INPUTS:
        yield name, seal(folder / name)
        yield from seals(str(folder / name), f"{name}/")


def _digest_of_inputs(look: Look, at: int) -> str:
    """Return one digest of all that an answer of that time rests on, as it was looked at now."""
    digest = sha256(msgspec.json.encode(look.inputs))
    for name, sealed in look.inputs:
        if not is_settled(sealed, at) and S_ISREG(sealed[0]):
            digest.update(sha256(_bytes(look.question.folder / name)).digest())
    return digest.hexdigest()


def _bytes(file: Path) -> bytes:
    """Return the bytes of a plain file; what came into its place meanwhile is not waited for."""
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(file, os.O_RDONLY | flags), "rb") as opened:
        return opened.read()


def _digest_of_output(question: Question) -> str:
    """Return one digest of the published folder, and of what a killed build left beside it."""
    out = question.out
    if out is None:
        return ""
    left = sorted(path.name for path in out.parent.glob(f".{out.name}.*"))
    found = (seal(out), *seals(str(out)))
    return sha256(msgspec.json.encode((left, found))).hexdigest()


def _tool() -> str:
    """Return what this tool and its libraries are known by: versions, seals of its own files."""
    return f"{GENERATOR} {_installed(PACKAGE, tuple(sys.path))}"


@cache
def _installed(package: Path, path: tuple[str, ...]) -> str:
    """Return what is installed: looked at once, since what runs is what was there when it began.

    Installed libraries lie beside a folder that has their name and version.
    """
    libraries = sorted(
        entry
        for folder in path
        if os.path.isdir(folder)
        for entry in os.listdir(folder)
        if entry.endswith((".dist-info", ".egg-info"))
    )
    own = [(name, of) for name, of in seals(str(package)) if "__pycache__" not in name]
    beside = seals(str(package.parent / "templates"))
    return f"{sys.version} {sys.platform} {libraries} {own} {beside}"
