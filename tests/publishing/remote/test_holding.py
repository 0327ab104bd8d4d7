"""What is held at an address."""

import pickle

from factsheet.publishing.manifests import encode
from factsheet.publishing.remote import stores
from factsheet.publishing.remote.holding import Held, drop_journals, look, write_journal
from factsheet.publishing.remote.stores import Store

ONE, TWO = "1" * 64, "2" * 64


def holding(address: str, files: dict[str, bytes]) -> tuple[Store, Held]:
    store = Store(address)
    stores.write(store, files)
    return store, look(store)


def test_an_empty_address_holds_nothing() -> None:
    held = look(Store("memory://holding/nothing"))
    assert held == Held({}, frozenset(), frozenset(), frozenset(), b"")


def test_what_the_manifest_lists_and_what_lies_there_is_ours() -> None:
    manifest = encode({}, {"index.html": ONE, "gone.html": ONE, "../outside": ONE})
    _, held = holding(
        "memory://holding/listed",
        {"index.html": b"", "mine.txt": b"", "manifest.json": manifest},
    )
    assert held.files == {"index.html": ONE}
    assert held.strange == {"mine.txt"}
    assert held.manifest == manifest
    assert held.has("index.html", ONE)
    assert not held.has("index.html", TWO)
    assert [held.offers(path) for path in ("index.html", "gone.html")] == [True, False]
    assert pickle.loads(pickle.dumps(held)) == held


def test_what_a_journal_lists_is_ours_and_not_believed() -> None:
    store, _ = holding(
        "memory://holding/begun",
        {
            "index.html": b"",
            "new.html": b"",
            "manifest.json": encode({}, {"index.html": ONE}),
        },
    )
    write_journal(store, {"index.html": ONE, "new.html": TWO, "never-put.html": TWO})
    held = look(store)
    assert held.files == {"index.html": ONE, "new.html": TWO}
    assert held.strange == set()
    assert not held.has("index.html", ONE)
    drop_journals(store)
    assert look(store).strange == {"new.html"}


def test_a_journal_that_was_cut_short_is_no_strangers_file() -> None:
    _, held = holding(
        "memory://holding/cut", {".upload-0123456789abcdef.json": b'{"generator": "fa'}
    )
    assert (held.files, held.strange) == ({}, frozenset())
    assert held.journals == {".upload-0123456789abcdef.json"}
