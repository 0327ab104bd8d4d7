"""What an examination takes over from the one before; the rest stands in test_incremental.py."""

from pathlib import Path

from factsheet.examining import Kept, examine
from factsheet.seals import JUST_NOW, seal
from tests.casefiles import laid_over_base


def test_a_file_that_had_just_been_changed_when_it_was_read_is_read_again(tmp_path: Path) -> None:
    """R-522: it may have been changed once more in that moment, with the same seal."""
    file = tmp_path / "a.yaml"
    file.write_text("one", encoding="utf-8")
    found, changed = seal(file), file.stat().st_ctime_ns
    assert not Kept("one", found, changed + JUST_NOW).holds(found)
    assert Kept("one", found, changed + JUST_NOW + 1).holds(found)
    file.write_text("two, and longer", encoding="utf-8")
    assert not Kept("one", found, changed + JUST_NOW + 1).holds(seal(file))


def test_an_entry_that_says_what_it_said_is_the_same_object(tmp_path: Path) -> None:
    """Whatever else changed in its file: what was worked out from it holds."""
    folder = laid_over_base([], tmp_path / "records")
    first = examine(folder)
    file = folder / "content/claims/harbour.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("would open again", "was to open again"), encoding="utf-8")
    second = examine(folder, before=first)
    assert first.site is not None
    assert second.site is not None
    same = [id for id, claim in second.site.claims.items() if first.site.claims[id] is claim]
    assert same == ["stone-lost"]
