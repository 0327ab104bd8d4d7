import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.reading.releases import MAX_BYTES, parse, read_release
from factsheet.releases import Release, ReleasedCitation, ReleasedClaim, ReleasedFigure, as_json

IDS = st.from_regex("[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
ID_LISTS = st.lists(IDS, unique=True, max_size=4).map(lambda ids: tuple(sorted(ids)))
CLAIMS = st.builds(
    ReleasedClaim,
    id=IDS,
    file=st.just("content/claims/bridge.yaml"),
    claim=TEXTS,
    kind=TEXTS,
    status=TEXTS,
    corrections=st.integers(0, 9),
    cites=st.lists(st.builds(ReleasedCitation, source=IDS, relation=TEXTS, quote=TEXTS)).map(tuple),
    figures=st.lists(st.builds(ReleasedFigure, name=TEXTS, value=TEXTS, unit=TEXTS)).map(tuple),
)
RELEASES = st.builds(
    Release,
    claims=st.lists(CLAIMS, unique_by=lambda claim: claim.id, max_size=3).map(
        lambda claims: tuple(sorted(claims, key=lambda claim: claim.id))
    ),
    topics=ID_LISTS,
    sources=ID_LISTS,
    entities=ID_LISTS,
)


@settings(max_examples=60, deadline=None)
@given(RELEASES)
def test_what_was_written_is_read(release: Release) -> None:
    assert parse(as_json(release).encode()) == (release, ())


def test_no_file_is_no_release_yet(tmp_path: Path) -> None:
    assert read_release(tmp_path) == (None, ())


CLAIM = {
    "id": "a",
    "file": "content/claims/a.yaml",
    "claim": "A.",
    "kind": "event",
    "status": "published",
    "corrections": 0,
    "cites": [],
}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"version": 1, "a": ' * 50_000,
        b"\xff\xfe{}",
        b'{"version": 1, "topics": ["\\ud800"]}',
        b'{"version": 0}',
        b'{"version": "1"}',
        b"{}",
        b'{"version": 1, "more": []}',
        b'{"version": 1, "topics": ["A"]}',
        b'{"version": 1, "topics": ["a\\n"]}',
        b'{"version": 1, "topics": ["a", "b", "a"]}',
        *(
            json.dumps({"version": 1, "claims": [CLAIM | {key: value}]}).encode()
            for key, value in (
                ("id", 1),
                ("corrections", -1),
                ("corrections", 1.5),
                ("corrections", True),
                ("file", "/etc/passwd"),
                ("file", "content/claims/../../x.yaml"),
                ("file", "content/claims/..\\x.yaml"),
                ("cites", {}),
                ("cites", [{"source": "a"}]),
                ("figures", [{"name": "x", "value": 1}]),
                ("claim", None),
            )
        ),
    ],
)
def test_bad_or_hostile_file_is_one_fault(tmp_path: Path, body: bytes) -> None:
    """R-102: no input ends the process, and no other file can be named for a message to show."""
    (tmp_path / "released.json").write_bytes(body)
    release, faults = read_release(tmp_path)
    assert release is None
    assert [(fault.rule, fault.place.file) for fault in faults] == [
        ("bad-release", "released.json")
    ]


def test_good_claim_is_read() -> None:
    """The claim that the bad ones above are made of."""
    release, faults = parse(json.dumps({"version": 1, "claims": [CLAIM]}).encode())
    assert faults == ()
    assert release is not None
    assert release.claims[0].id == "a"


def test_link_and_large_file_are_not_read(tmp_path: Path) -> None:
    """R-401"""
    (tmp_path / "elsewhere").write_text('{"version": 1}', encoding="utf-8")
    os.symlink("elsewhere", tmp_path / "released.json")
    assert [fault.rule for fault in read_release(tmp_path)[1]] == ["not-a-plain-file"]
    (tmp_path / "released.json").unlink()
    (tmp_path / "released.json").write_bytes(b" " * (MAX_BYTES + 1))
    assert [fault.rule for fault in read_release(tmp_path)[1]] == ["too-large"]
