from pathlib import Path

from benchmarks.warm import edit_times


def test_each_edit_is_found_on_its_page_and_timed(tmp_path: Path) -> None:
    assert all(seconds > 0 for seconds in edit_times(60, tmp_path, 2))
