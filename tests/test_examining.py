"""What an examination takes over from the one before; the rest stands in test_incremental.py."""

from pathlib import Path

from factsheet.examining import examine
from tests.casefiles import laid_over_base


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
