import json
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from factsheet.diagnostics import Diagnostic, UsageError
from factsheet.model import Output
from factsheet.publishing import Published, publish, putting, real_folder

SITE = {"index.html": b"home", "claims/a.html": b"a", "data/claims.json": b"{}"}
CRASHING = Path(__file__).with_name("crashing.py")


def outputs(files: dict[str, bytes]) -> Iterator[Output]:
    return (Output(path, body) for path, body in files.items())


def build(folder: Path, files: dict[str, bytes]) -> tuple[Published | None, list[Diagnostic]]:
    work = putting(outputs(files))
    published, told = publish(work, folder, digests={"seeds/a.txt": "1" * 64}, keep_out=())
    return published, list(told)


def tree(folder: Path) -> dict[str, bytes | str]:
    """Return everything below the folder: bytes of files, targets of links, "" for folders."""
    found: dict[str, bytes | str] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else ""
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    found = {name: body for name, body in tree(folder).items() if isinstance(body, bytes)}
    del found["manifest.json"]
    return found


def refused(folder: Path) -> list[Diagnostic]:
    """Return what a build says that must publish nothing and change nothing."""
    before = tree(folder.parent)
    published, told = build(folder, {"index.html": b"other"})
    assert published is None
    assert tree(folder.parent) == before
    return told


@pytest.fixture
def ground() -> Iterator[Path]:
    """Return a folder in memory where there is one: hundreds of sites are made and flushed."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "ground"


def crashes(how: str, system: str, ground: Path) -> list[dict[str, object]]:
    """Run the crashing program; return what it found for each call of the file system."""
    command = [sys.executable, str(CRASHING), how, system, str(ground)]
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(CRASHING.parents[1])}, capture_output=True
    )
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert found[-1]["spared"], "the build never came to its end"
    assert len(found) > 100
    return found


@pytest.mark.parametrize("system", ["exchange", "renames"])
def test_kill_at_any_call_leaves_old_or_new_and_next_build_mends(system: str, ground: Path) -> None:
    """R-501. Without an exchange of folders there is one moment, between two renames, with none."""
    found = crashes("kill", system, ground)
    states = [result["found"] for result in found]
    assert states.count("none") == (0 if system == "exchange" else 1)
    assert set(states) - {"none"} == {"old", "new"}
    for result in found:
        assert result["again"] == [], result
        assert (result["finally"], result["beside"]) == ("new", ["site"]), result


@pytest.mark.parametrize("system", ["exchange", "renames"])
def test_fault_at_any_call_leaves_old_site_and_one_message(system: str, ground: Path) -> None:
    """R-503. After the swap the new site is there, and what could not be removed is told."""
    for result in crashes("fail", system, ground):
        said = [(rule, severity) for rule, severity, *_ in result["said"]]  # type: ignore[attr-defined] # from JSON
        if said == [("cannot-write", "error")]:
            assert result["found"] == "old", result
        else:
            assert said in ([], [("old-site-left", "warning")]), result
            assert result["found"] == "new", result
        assert result["again"] == [], result
        assert (result["finally"], result["beside"]) == ("new", ["site"]), result


def test_first_site_is_published_whole(tmp_path: Path) -> None:
    published, told = build(tmp_path / "out" / "site", SITE)
    assert published == Published(files=3, written=3, unchanged=0, removed=0, bytes=7)
    assert told == []
    assert files_in(tmp_path / "out" / "site") == SITE
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]


def test_next_site_replaces_it_and_removed_pages_are_gone(tmp_path: Path) -> None:
    """R-506."""
    folder = tmp_path / "site"
    build(folder, SITE)
    after = {"index.html": b"home", "claims/b.html": b"b"}
    published, told = build(folder, after)
    assert published == Published(files=2, written=1, unchanged=1, removed=2, bytes=5)
    assert told == []
    assert files_in(folder) == after
    assert not (folder / "data").exists()


def test_same_outputs_in_any_order_give_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "one", SITE)
    build(tmp_path / "two", dict(reversed(SITE.items())))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_manifest_names_generator_inputs_and_every_file(tmp_path: Path) -> None:
    """R-703, R-704."""
    build(tmp_path / "site", SITE)
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_bytes())
    assert list(manifest) == ["generator", "inputs", "files"]
    assert manifest["generator"].startswith("factsheet ")
    assert manifest["inputs"] == {"seeds/a.txt": "1" * 64}
    assert list(manifest["files"]) == sorted(SITE)


@pytest.mark.parametrize("mask", [0o000, 0o027, 0o077])
def test_modes_do_not_depend_on_umask(mask: int, tmp_path: Path) -> None:
    """R-525."""
    before = os.umask(mask)
    try:
        build(tmp_path / "site", SITE)
    finally:
        os.umask(before)
    for path in (tmp_path / "site", *(tmp_path / "site").rglob("*")):
        wanted = 0o755 if path.is_dir() else 0o644
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert build(tmp_path / "site", SITE)[1] == []
    assert files_in(tmp_path / "site") == SITE


def test_site_with_a_page_missing_is_replaced(tmp_path: Path) -> None:
    build(tmp_path / "site", SITE)
    (tmp_path / "site" / "claims" / "a.html").unlink()
    assert build(tmp_path / "site", SITE)[1] == []
    assert files_in(tmp_path / "site") == SITE


def add_file(folder: Path) -> None:
    (folder / "claims" / "notes.txt").write_text("mine")


def add_empty_folder(folder: Path) -> None:
    (folder / "notes").mkdir()


def add_link(folder: Path) -> None:
    (folder / "notes.txt").symlink_to("/etc/hostname")


def replace_by_link(folder: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(folder / "claims" / "a.html")


def replace_folder_by_link(folder: Path) -> None:
    (folder / "claims").rename(folder.parent / "moved")
    (folder / "claims").symlink_to(folder.parent / "moved")


def add_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def change_by_hand(folder: Path) -> None:
    (folder / "index.html").write_bytes(b"homE")


FOREIGN: list[tuple[Callable[[Path], None], str]] = [
    (add_file, "claims/notes.txt"),
    (add_empty_folder, "notes/"),
    (add_link, "notes.txt"),
    (replace_by_link, "index.html"),
    (replace_folder_by_link, "claims"),
    (add_pipe, "pipe"),
    (change_by_hand, "index.html"),
]


@pytest.mark.parametrize(("meddle", "name"), FOREIGN)
def test_what_others_wrote_stops_publishing_and_stays(
    meddle: Callable[[Path], None], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-401, R-505."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "site"
    build(folder, SITE)
    meddle(folder)
    (fault,) = refused(Path("site").absolute())
    assert (fault.rule, fault.severity) == ("foreign-file", "error")
    assert fault.place.file == f"site/{name}"
    assert "-o" in fault.mend


def test_folder_without_manifest_is_somebody_elses(tmp_path: Path) -> None:
    """R-505."""
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(25):
        (folder / f"letter-{number:02}.txt").write_text("mine")
    told = refused(folder)
    assert [fault.place.file for fault in told] == [
        str(folder / f"letter-{number:02}.txt") for number in range(20)
    ]
    assert all("5 more are not named here" in fault.notes for fault in told)


MANIFESTS = [
    b"",
    b"null",
    b"[" * 100_000,
    b'{"files": ',
    b'{"name": "a web app", "icons": []}',
    b'{"generator": "factsheet 0.1.0", "files": ["index.html"]}',
    b'{"generator": "factsheet 0.1.0", "files": {"index.html": 1}}',
    b'{"generator": "factsheet 0.1.0", "files": {"index.html": ""}}',
    b'{"generator": "other 0.1.0", "files": {}}',
    json.dumps(
        {"generator": "factsheet 0.1.0", "files": {"../beside.txt": "a" * 64, "/etc": "b" * 64}}
    ).encode(),
]


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_corrupt_or_hostile_manifest_deletes_nothing(manifest: bytes, tmp_path: Path) -> None:
    """R-505."""
    folder = tmp_path / "site"
    build(folder, SITE)
    (tmp_path / "beside.txt").write_text("mine")
    (folder / "manifest.json").write_bytes(manifest)
    assert {fault.rule for fault in refused(folder)} == {"foreign-file"}


def test_left_over_staging_with_foreign_file_is_told(tmp_path: Path) -> None:
    """R-505."""
    staged = tmp_path / ".site.staging"
    staged.mkdir()
    (staged / ".plan").write_text("index.html\n")
    (staged / "index.html").write_text("half a pa")
    (staged / "mine.txt").write_text("mine")
    (fault,) = refused(tmp_path / "site")
    assert fault.place.file.endswith(".site.staging/mine.txt")
    (staged / "mine.txt").unlink()
    assert build(tmp_path / "site", SITE)[1] == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_link_in_place_of_staging_is_not_followed(tmp_path: Path) -> None:
    """R-401, R-404."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.txt").write_text("mine")
    (tmp_path / ".site.staging").symlink_to(tmp_path / "elsewhere")
    (fault,) = refused(tmp_path / "site")
    assert fault.rule == "foreign-file"


def test_file_that_comes_during_the_build_survives_it(tmp_path: Path) -> None:
    """R-505: what came into the old site after it was looked through is kept, and told."""
    folder = tmp_path / "site"
    build(folder, SITE)

    def meanwhile() -> Iterator[Output]:
        yield Output("index.html", b"new")
        (folder / "notes.txt").write_text("mine")

    published, (fault,) = publish(putting(meanwhile()), folder, digests={}, keep_out=())
    assert published is not None
    assert (fault.rule, fault.severity) == ("old-site-left", "warning")
    assert Path(fault.place.file).read_text() == "mine"
    assert files_in(folder) == {"index.html": b"new"}


def test_fault_while_outputs_are_made_leaves_old_site(tmp_path: Path) -> None:
    """R-502."""
    build(tmp_path / "site", SITE)
    before = tree(tmp_path)

    def broken() -> Iterator[Output]:
        yield Output("index.html", b"new")
        raise KeyError("a bug of ours")

    with pytest.raises(KeyError, match="a bug of ours"):
        publish(putting(broken()), tmp_path / "site", digests={}, keep_out=())
    assert tree(tmp_path) == before


def test_file_too_large_for_the_system_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-503, with a fault of the system itself."""
    monkeypatch.chdir(tmp_path)
    build(Path("site"), SITE)
    before = tree(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        published, (fault,) = build(Path("site"), {"claims/large.html": b"x" * 2000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert published is None
    assert (fault.rule, fault.place.file) == ("cannot-write", "site/claims/large.html")
    assert "larger than the system allows" in fault.message
    assert tree(tmp_path) == before


def test_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    """R-503."""
    (tmp_path / "notes").write_text("mine")
    published, (fault,) = build(tmp_path / "notes" / "site", SITE)
    assert published is None
    assert fault.rule == "cannot-write"
    assert "notes" in fault.place.file


def test_second_build_waits_and_result_is_one_whole_build(tmp_path: Path) -> None:
    """R-504."""
    program = (
        "import sys, time; from pathlib import Path\n"
        "from factsheet.model import Output; from factsheet.publishing import publish, putting\n"
        "word = sys.argv[2].encode()\n"
        "def outputs():\n"
        "    for n in range(40):\n"
        "        time.sleep(0.002)\n"
        "        yield Output(f'claims/{word.decode()}-{n}.html', word)\n"
        "for turn in range(3):\n"
        "    work, folder = putting(outputs()), Path(sys.argv[1])\n"
        "    published, told = publish(work, folder, digests={}, keep_out=())\n"
        "    assert published and not told, told\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(CRASHING.parents[1])}
    builds = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path / "site"), word],
            env=environment,
            stderr=subprocess.PIPE,
        )
        for word in ("one", "two")
    ]
    faults = [build.communicate()[1].decode() for build in builds]
    assert [build.returncode for build in builds] == [0, 0], faults
    found = files_in(tmp_path / "site")
    assert len(set(found.values())) == 1
    assert len(found) == 40
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


BAD_PATHS = [
    ["../out.html"],
    ["/out.html"],
    ["a//b.html"],
    ["a/./b.html"],
    ["a\\b.html"],
    [""],
    ["a\n.html"],
    ["a.html", "a.html"],
    ["a.html", "A.html"],
    ["data/a.html", "Data/b.html"],
    ["a", "a/b.html"],
    ["a/b.html", "a"],
    ["manifest.json"],
    [".plan"],
]


@pytest.mark.parametrize("paths", BAD_PATHS)
def test_path_that_no_output_may_have_is_a_bug_and_changes_nothing(
    paths: list[str], tmp_path: Path
) -> None:
    """R-404."""
    build(tmp_path / "site", SITE)
    before = tree(tmp_path)
    with pytest.raises(ValueError, match="path"):
        publish(putting(Output(p, b"") for p in paths), tmp_path / "site", digests={}, keep_out=())
    assert tree(tmp_path) == before


def test_dangerous_folders_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R-404, R-505."""
    project = tmp_path / "project"
    for name in ("content/claims", "seeds", "templates", "home/me"):
        (project / name).mkdir(parents=True)
    (project / "link").symlink_to(project / "content")
    (project / "away").symlink_to(tmp_path / "nowhere")
    (project / "file").write_text("mine")
    monkeypatch.setenv("HOME", str(project / "home" / "me"))
    monkeypatch.chdir(project)
    kept = [Path("content"), Path("seeds"), Path("templates")]
    for name in (
        *("/", "~", "home", ".", "..", "content", "content/claims", "content/new", "seeds/site"),
        *("link", "link/claims", "away", "file", "templates", "site/../content", "/."),
    ):
        with pytest.raises(UsageError) as told:
            publish(putting(outputs(SITE)), Path(name).expanduser(), digests={}, keep_out=kept)
        assert str(told.value)
    assert not (project / "seeds" / "site").exists()


@pytest.mark.parametrize("name", ["site", "content-site", "seeds2", "home/site", "out/site"])
def test_folders_that_only_resemble_them_are_allowed(name: str, tmp_path: Path) -> None:
    """R-404: whole paths are compared, not the beginnings of their names."""
    kept = [tmp_path / "content", tmp_path / "seeds"]
    assert real_folder(tmp_path / name, kept) == tmp_path / name


def test_message_survives_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    """R-523."""
    build(tmp_path / "site", SITE)
    strange = os.fsdecode(os.fsencode(tmp_path / "site") + b"/caf\xe9.txt")
    Path(strange).write_text("mine")
    (fault,) = refused(tmp_path / "site")
    assert fault.place.file.encode().endswith(b"caf\\udce9.txt")
