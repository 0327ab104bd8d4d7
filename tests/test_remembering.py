"""R-522: what is remembered is never taken for what is not so any more."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet import remembering
from factsheet.remembering import (
    NOTHING_MADE,
    Answer,
    Made,
    Question,
    keep,
    look,
    recall,
    recall_made,
    remember,
    remember_made,
    take,
)
from factsheet.seals import JUST_NOW

ANSWER = Answer("a report", "12 claims", 0, 30)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "cache/state"))
    return tmp_path / "cache"


@pytest.fixture
def question(tmp_path: Path) -> Question:
    """Return a question about a site with its published folder; all of it is old."""
    for name in ("content/site.yaml", "seeds/a.txt", "released.json", "site/index.html"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
        os.utime(file, ns=(1, 1))
    return Question(tmp_path, ("build",), tmp_path / "site")


def ask(question: Question, now: int | None = None) -> remembering.Recalled:
    return recall(look(question, now or time.time_ns()))


def later(question: Question) -> int:
    """Return a time so long after the files were changed that their seals are enough."""
    return time.time_ns() + 10 * JUST_NOW


def test_the_same_question_about_the_same_files_has_the_same_answer(question: Question) -> None:
    assert ask(question).answer is None
    remember(look(question, time.time_ns()), ANSWER)
    assert ask(question).answer == ANSWER
    assert ask(question).untouched


EDITS: dict[str, Callable[[Path], object]] = {
    "a record": lambda folder: (folder / "content/site.yaml").write_text("another text"),
    "an article": lambda folder: (folder / "seeds/a.txt").write_text("seeds/b.txt"),
    "a new file": lambda folder: (folder / "content/new.yaml").write_text(""),
    "a hidden file": lambda folder: (folder / "seeds/.new").write_text(""),
    "a file gone": lambda folder: (folder / "seeds/a.txt").unlink(),
    "the release": lambda folder: (folder / "released.json").unlink(),
    "a template": lambda folder: (folder / "templates").mkdir(),
    "a mode": lambda folder: (folder / "seeds/a.txt").chmod(0o600),
    "a second name": lambda folder: os.link(folder / "seeds/a.txt", folder / "b.txt"),
}
TOUCHES: dict[str, Callable[[Path], object]] = {
    "a page": lambda folder: (folder / "site/index.html").write_text("mine"),
    "a stranger": lambda folder: (folder / "site/mine.txt").write_text(""),
    "a page gone": lambda folder: (folder / "site/index.html").unlink(),
    "a killed build": lambda folder: (folder / ".site.staging").mkdir(),
}


@pytest.mark.parametrize("edit", [*EDITS, *TOUCHES])
@pytest.mark.parametrize("old", [True, False])
def test_whatever_changes_ends_the_answer(question: Question, edit: str, old: bool) -> None:
    """Also where the files were changed a moment before they were looked at."""
    remember(look(question, later(question) if old else time.time_ns()), ANSWER)
    (EDITS | TOUCHES)[edit](question.folder)
    assert ask(question) == remembering.Recalled(None, untouched=edit in EDITS)


def test_a_change_in_the_moment_of_reading_is_seen(question: Question) -> None:
    """A seal may be the same before and after: the clock of a disk has its steps."""
    file = question.folder / "content/site.yaml"
    seen = look(question, file.stat().st_mtime_ns)
    remember(seen, ANSWER)
    status = file.stat()
    file.write_text("content/SITE.yaml")
    kept = remembering.Look(question, time.time_ns(), seen.inputs)
    os.utime(file, ns=(status.st_mtime_ns, status.st_mtime_ns))
    assert recall(kept).answer is None


def test_other_questions_have_other_answers(question: Question) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    for other in (
        Question(question.folder, ("build", "--strict"), question.out),
        Question(question.folder, ("build",), question.folder / "other"),
        Question(question.folder / "content", ("build",), question.out),
    ):
        assert ask(other).answer is None


@pytest.mark.parametrize("part", ["version", "library", "own code"])
def test_another_tool_works_it_out_again(
    question: Question, part: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    if part == "version":
        monkeypatch.setattr(remembering, "GENERATOR", "factsheet 0.0.1")
    elif part == "library":
        (tmp_path / "libraries/jinja2-9.9.dist-info").mkdir(parents=True)
        monkeypatch.syspath_prepend(tmp_path / "libraries")
    else:
        monkeypatch.setattr(remembering, "PACKAGE", tmp_path)
    assert ask(question).answer is None


def kept(home: Path) -> Path:
    (file,) = (home / "factsheet").iterdir()
    return file


def lay(file: Path, text: str) -> None:
    """Write a text with the last line that this tool would give it."""
    digest = remembering._digest(file)
    digest.update(f"{text}\n".encode())
    file.write_text(f"{text}\n{digest.hexdigest()}")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", "[" * 100_000, '{"answer": 1}', '{"at": 0, "answer": {}}']
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(
    question: Question, home: Path, text: str
) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    kept(home).write_text(text)
    assert ask(question) == remembering.Recalled()
    lay(kept(home), text)
    assert ask(question) == remembering.Recalled()
    remember(look(question, time.time_ns()), ANSWER)
    assert ask(question).answer == ANSWER


def test_an_answer_that_was_changed_is_not_believed(question: Question, home: Path) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    kept(home).write_text(kept(home).read_text().replace("12 claims", "13 claims"))
    assert ask(question).answer is None


def test_nobody_else_reads_what_is_kept(question: Question, home: Path) -> None:
    """It may tell what a draft says, and the key lets whoever has it say anything."""
    remember(look(question, time.time_ns()), ANSWER)
    for file in (kept(home), home / "state/factsheet/key"):
        assert file.stat().st_mode & 0o077 == 0


def test_what_is_forged_or_brought_from_elsewhere_is_not_believed(
    question: Question, home: Path
) -> None:
    """R-508: whoever can write the cache alone, knowing this tool, cannot say anything."""
    remember(look(question, time.time_ns()), ANSWER)
    lay(kept(home), kept(home).read_text().rpartition("\n")[0])
    assert ask(question).answer == ANSWER
    (home / "state/factsheet/key").write_bytes(bytes(32))
    assert ask(question).answer is None
    remember(look(question, time.time_ns()), ANSWER)
    assert ask(question).answer == ANSWER


@pytest.mark.parametrize("key", [b"", b"short", None])
def test_without_a_sound_key_nothing_is_believed(
    question: Question, home: Path, key: bytes | None
) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    place = home / "state/factsheet/key"
    place.unlink() if key is None else place.write_bytes(key)
    assert ask(question).answer is None


def test_what_was_kept_for_one_question_answers_no_other(question: Question, home: Path) -> None:
    remember(look(question, time.time_ns()), ANSWER)
    strict = Question(question.folder, ("build", "--strict"), question.out)
    kept(home).rename(remembering._place(strict, "answer"))
    assert ask(strict).answer is None


def test_what_was_kept_in_full_is_taken_again_in_its_kind(question: Question) -> None:
    for values in ([MADE], [ANSWER, ANSWER], []):
        keep(question, "any", iter(values))
        assert take(question, "any", Made if values == [MADE] else Answer) == values
    keep(question, "any", [ANSWER])
    keep(question, "any", [ANSWER, "\ud800"])
    assert take(question, "any", Answer) == [ANSWER]
    assert take(question, "any", remembering.Given) == []


def test_where_nothing_can_be_kept_nothing_is(question: Question, home: Path) -> None:
    home.write_text("a file where the folder would be")
    remember(look(question, time.time_ns()), ANSWER)
    assert ask(question) == remembering.Recalled()


def test_nothing_is_kept_beside_the_records(question: Question, home: Path) -> None:
    """What comes with a pull request is not believed."""
    before = {path.name for path in question.folder.iterdir()}
    remember(look(question, time.time_ns()), ANSWER)
    assert {path.name for path in question.folder.iterdir()} == before | {home.name}


MADE = Made("m" * 64, {"index.html": "s"}, "ground", {"a-claim": "t"})


def test_what_was_made_is_known_again(question: Question) -> None:
    assert recall_made(question) == NOTHING_MADE
    remember_made(question, MADE)
    assert recall_made(question) == MADE
    assert recall_made(Question(question.folder, ("check",))) == NOTHING_MADE


@pytest.mark.parametrize("text", ["", "{", "[]", '{"made": {}}', '{"made": {"pages": 1}}'])
def test_what_was_made_and_cannot_be_read_is_nothing(
    question: Question, home: Path, text: str
) -> None:
    remember_made(question, MADE)
    kept(home).write_text(text)
    assert recall_made(question) == NOTHING_MADE
    lay(kept(home), text)
    assert recall_made(question) == NOTHING_MADE


def test_what_was_made_and_was_changed_is_not_believed(question: Question, home: Path) -> None:
    remember_made(question, MADE)
    kept(home).write_text(kept(home).read_text().replace("a-claim", "b-claim"))
    assert recall_made(question) == NOTHING_MADE


def test_what_another_tool_made_is_nothing(
    question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_made(question, MADE)
    monkeypatch.setattr(remembering, "GENERATOR", "factsheet 0.0.1")
    assert recall_made(question) == NOTHING_MADE


def test_a_pipe_among_the_records_is_not_waited_for(question: Question) -> None:
    """R-401"""
    os.mkfifo(question.folder / "content/pipe.yaml")
    (question.folder / "seeds/link.txt").symlink_to("/dev/zero")
    remember(look(question, time.time_ns()), ANSWER)
    assert ask(question).answer == ANSWER
