import os
import pickle
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Records
from factsheet.reading import assemble, look, read, read_file
from factsheet.reading.contents import SHAPES, contents
from factsheet.reading.files import Kind, RecordFile

BASE = Path(__file__).resolve().parents[1] / "cases/base"
ROOT = Path(__file__).resolve().parents[2]
FILES: dict[Kind, str] = {
    "site": "content/site.yaml",
    "source": "content/sources/example-2024.yaml",
    "topic": "content/topics/harbour.yaml",
    "entity": "content/entities/port-authority.yaml",
    "claims": "content/claims/harbour.yaml",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the small site that cases are laid over."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def records(folder: Path) -> Records:
    made, _ = read(folder)
    assert made is not None
    return made


def rules(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(fault.rule, fault.place.file) for fault in diagnostics]


def test_a_good_site_is_read_without_a_fault(folder: Path) -> None:
    made, faults = read(folder)
    assert faults == ()
    assert made is not None
    assert made.site.title == "Harbour facts"
    assert [source.id for source in made.sources] == ["example-2024"]
    assert [claim.id for claim in made.claims] == ["breakwater-opens-again", "stone-lost"]
    assert [topic.id for topic in made.topics] == ["harbour"]
    assert [entity.id for entity in made.entities] == ["port-authority"]
    assert set(made.articles) == {"example-2024.txt"}
    assert made.articles["example-2024.txt"].sha256 == made.sources[0].sha256
    assert made.unread == frozenset()


def test_each_file_is_read_once_with_its_digest(folder: Path) -> None:
    """R-507"""
    digests = records(folder).digests
    assert set(digests) == {*FILES.values(), "seeds/example-2024.txt"}
    for file, digest in digests.items():
        assert digest == sha256((folder / file).read_bytes()).hexdigest()


def test_no_site_is_a_fault_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="`factsheet new site NAME` makes one"):
        read(tmp_path)
    with pytest.raises(UsageError, match=r"has no content/site\.yaml"):
        look(tmp_path)


def test_files_read_apart_and_sent_make_the_same_records(folder: Path) -> None:
    """Faults too: a file that cannot be used is sent like any other."""
    (folder / "content/entities/port-authority.yaml").write_text("nmae: x\n", encoding="utf-8")
    found = look(folder)
    files = [pickle.loads(pickle.dumps(read_file(folder, file))) for file in found.records]
    assert [file.file for file in files] == [file.path for file in found.records]
    made, faults = assemble(folder, found, files)
    assert (made, faults) == read(folder)
    assert made is not None
    assert faults


def test_a_file_is_read_the_same_whatever_else_is_there(folder: Path) -> None:
    files = look(folder).records
    for file, made in [(file, read_file(folder, file)) for file in files]:
        assert read_file(folder, file) == made
        (folder / file.path).unlink()


def test_known_articles_are_taken_as_they_are(folder: Path) -> None:
    found = look(folder)
    files = [read_file(folder, file) for file in found.records]
    made, _ = assemble(folder, found, files)
    assert made is not None
    (folder / "seeds/example-2024.txt").write_bytes(b"other words")
    again, _ = assemble(folder, found, files, made.articles)
    assert again == made
    assert again.articles["example-2024.txt"] is made.articles["example-2024.txt"]


def test_a_site_file_that_cannot_be_used_leaves_the_faults_of_all_others(folder: Path) -> None:
    (folder / "content/site.yaml").write_text("titel: x\n", encoding="utf-8")
    (folder / "content/topics/harbour.yaml").write_text("", encoding="utf-8")
    (folder / "seeds/example-2024.txt").write_bytes(b"\xff")
    made, faults = read(folder)
    assert made is None
    assert rules(faults) == [
        ("unknown-key", "content/site.yaml"),
        ("empty-record", "content/topics/harbour.yaml"),
        ("not-utf-8", "seeds/example-2024.txt"),
    ]


def test_what_could_not_be_read_is_noted(folder: Path) -> None:
    (folder / "content/sources/example-2024.yaml").write_bytes(b"\xff")
    (folder / "content/entities/port-authority.yaml").rename(
        folder / "content/entities/port-authority.yml"
    )
    made, faults = read(folder)
    assert made is not None
    assert made.unread == {("source", "example-2024"), ("entity", "port-authority")}
    assert rules(faults) == [
        ("misplaced-file", "content/entities/port-authority.yml"),
        ("not-utf-8", "content/sources/example-2024.yaml"),
    ]
    assert made.articles == {}


def test_a_link_is_never_followed(folder: Path) -> None:
    """R-401"""
    secret = folder / "secret"
    secret.write_text("name: S\ntype: person\n", encoding="utf-8")
    (folder / "content/entities/leak.yaml").symlink_to(secret)
    (folder / "seeds/example-2024.txt").unlink()
    os.link(secret, folder / "seeds/example-2024.txt")
    made, faults = read(folder)
    assert made is not None
    assert {rule for rule, _ in rules(faults)} == {"not-a-plain-file"}
    assert made.unread == {("entity", "leak"), ("article", "example-2024.txt")}
    assert [entity.id for entity in made.entities] == ["port-authority"]
    assert made.articles == {}


def test_a_site_file_that_is_a_link_is_told(folder: Path) -> None:
    """R-401"""
    (folder / "content/site.yaml").unlink()
    (folder / "content/site.yaml").symlink_to("/dev/zero")
    made, faults = read(folder)
    assert made is None
    assert rules(faults) == [("not-a-plain-file", "content/site.yaml")]


def test_a_seed_is_named_in_its_exact_case(folder: Path) -> None:
    """R-403"""
    path = folder / "content/sources/example-2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("example-2024.txt", "Example-2024.txt"), encoding="utf-8")
    assert records(folder).articles == {}


def test_a_file_over_the_limit_is_told(folder: Path) -> None:
    """R-102"""
    (folder / "content/topics/harbour.yaml").write_bytes(b"title: " + b"x" * 1_000_000)
    assert rules(read(folder)[1]) == [("too-large", "content/topics/harbour.yaml")]


def test_windows_line_ends_and_bom_change_no_record(folder: Path) -> None:
    """R-107"""
    before = records(folder)
    for file in FILES.values():
        body = (folder / file).read_bytes().replace(b"\n", b"\r\n")
        (folder / file).write_bytes(b"\xef\xbb\xbf" + body)
    after = records(folder)
    assert (after.claims, after.sources, after.site) == (before.claims, before.sources, before.site)
    assert (after.topics, after.entities) == (before.topics, before.entities)


def test_articles_and_records_keep_their_line_ends_in_git() -> None:
    """R-405"""
    marks = [line.split() for line in (ROOT / ".gitattributes").read_text("utf-8").splitlines()]
    assert ["seeds/*", "-text"] in marks
    assert ["content/**/*.yaml", "eol=lf"] in marks


PIECES = st.sampled_from(
    [": ", "- ", "\n", "\n  ", "#x", " #x", "'", '"', "[", "}", "&a ", "*a", "<<: ", "!t ", "\t",
     "|\n", ">-\n", "---\n", "\u200b", "\ufeff", "\r", "\x00", "é", "😀", "yes", "010", ""]
)  # fmt: skip


@given(st.sampled_from(sorted(FILES)), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_record_gives_faults_and_never_an_exception(
    kind: Kind, data: st.DataObject
) -> None:
    """R-102"""
    text = (BASE / FILES[kind]).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    other = data.draw(st.sampled_from(sorted(SHAPES)))
    for read_as in {kind, other}:
        made = contents(RecordFile(read_as, "content/x/example.yaml"), text)
        said = (made.site, *made.sources, *made.topics, *made.entities, *made.claims, *made.wording)
        assert made.diagnostics or any(said)


@given(st.binary(max_size=40), st.integers(0, 300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_broken_bytes_give_faults_and_never_an_exception(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    """R-102, R-803: nothing but the files themselves is needed to read them"""
    folder = shutil.copytree(BASE, tmp_path_factory.mktemp("site") / "copy")
    for file in (*FILES.values(), "seeds/example-2024.txt"):
        body = (folder / file).read_bytes()
        (folder / file).write_bytes(body[:at] + noise + body[at:])
    made, faults = read(folder)
    assert made is not None or faults
