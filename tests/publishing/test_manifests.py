import hashlib
import json
from pathlib import Path

import pytest

from factsheet import GENERATOR
from factsheet.publishing import manifests
from factsheet.publishing.manifests import (
    ANY,
    NOTHING,
    is_inside,
    known,
    published,
    remove,
    shown,
    strangers,
)

HASH = hashlib.sha256(b"a").hexdigest()


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_manifest_is_sorted_readable_and_has_no_clock() -> None:
    """R-704."""
    text = manifests.encode({"b": "2", "a": "1"}, {"é.html": HASH}).decode()
    assert text == (
        f'{{\n  "generator": "{GENERATOR}",\n  "inputs": {{\n    "a": "1",\n    "b": "2"\n  }},\n'
        f'  "files": {{\n    "é.html": "{HASH}"\n  }}\n}}\n'
    )


def test_manifest_reads_back(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(manifests.encode({}, {"a.html": HASH}))
    assert manifests.read(tmp_path) == {"a.html": HASH}
    assert published(tmp_path) == known({"a.html": HASH})


def test_folder_without_a_manifest_of_ours_has_nothing_known(tmp_path: Path) -> None:
    assert published(tmp_path) == NOTHING
    (tmp_path / "manifest.json").write_text(json.dumps({"name": "a web app"}))
    assert published(tmp_path) == NOTHING


def test_manifest_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    """R-401."""
    (tmp_path / "real.json").write_bytes(manifests.encode({}, {}))
    (tmp_path / "manifest.json").symlink_to("real.json")
    assert manifests.read(tmp_path) is None


def test_strangers_are_whatever_is_not_listed_with_its_hash(tmp_path: Path) -> None:
    put(tmp_path, a_html="a", b_html="b", ours__c_html="a", ours__mine_txt="x", mine__d_txt="a")
    ours = known({"a.html": HASH, "b.html": HASH, "ours/c.html": HASH})
    assert list(strangers(tmp_path, ours)) == ["b.html", "mine/", "ours/mine.txt"]


def test_remove_takes_what_is_ours_and_then_the_folder(tmp_path: Path) -> None:
    put(tmp_path / "site", a_html="a", ours__c_html="half", manifest_json="{}")
    left = remove(tmp_path / "site", known({"a.html": HASH, "ours/c.html": ANY}))
    assert left == ()
    assert list(tmp_path.iterdir()) == []


def test_remove_leaves_strangers_and_the_list_that_tells_them_apart(tmp_path: Path) -> None:
    """R-505."""
    put(tmp_path / "site", a_html="a", b_html="x", ours__mine_txt="a", manifest_json="{}")
    ours = known({"a.html": HASH, "b.html": HASH, "ours/c.html": HASH})
    assert remove(tmp_path / "site", ours) == ("b.html", "ours/mine.txt")
    names = sorted(path.name for path in (tmp_path / "site").rglob("*"))
    assert names == ["b.html", "manifest.json", "mine.txt", "ours"]


def test_remove_does_not_go_through_a_link(tmp_path: Path) -> None:
    """R-401, R-404."""
    put(tmp_path, elsewhere__a_html="a", site__manifest_json="{}")
    (tmp_path / "site" / "ours").symlink_to(tmp_path / "elsewhere")
    assert remove(tmp_path / "site", known({"ours/a.html": HASH})) == ("ours",)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert remove(tmp_path / "link", known({"a.html": HASH})) == ("/",)
    assert (tmp_path / "elsewhere" / "a.html").exists()


@pytest.mark.parametrize(
    ("path", "folder", "inside"),
    [
        ("/a/b", "/a", True),
        ("/a", "/a", True),
        ("/ab", "/a", False),
        ("/", "/a", False),
        ("/a", "/", True),
    ],
)
def test_inside_compares_whole_names(path: str, folder: str, inside: bool) -> None:
    """R-404."""
    assert is_inside(Path(path), Path(folder)) is inside


def test_shown_is_relative_only_below_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert shown(Path("site/a.html")) == "site/a.html"
    assert shown(tmp_path / "here" / "site") == "site"
    assert shown(Path("../there")) == (tmp_path / "there").as_posix()
