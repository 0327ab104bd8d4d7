import pickle

import pytest

from factsheet.pages import setting
from factsheet.pages.settings import Later, OneByOne
from tests.sites import small_site


def test_what_nobody_looks_into_is_not_made() -> None:
    made: list[str] = []

    def make() -> dict[str, int]:
        made.append("all")
        return {"a": 1, "b": 2}

    later = Later(make)
    assert made == []
    assert (later["a"], later.get("c"), len(later), list(later)) == (1, None, 2, ["a", "b"])
    assert made == ["all"]


def test_values_are_made_one_by_one_and_once() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    found = OneByOne(("a", "b"), make)
    assert (found["b"], found["b"], list(found), len(found)) == ("B", "B", ["a", "b"], 2)
    assert made == ["b"]
    assert found.get("c") is None
    with pytest.raises(KeyError):
        found["c"]
    assert dict(found) == {"a": "A", "b": "B"}


def test_another_process_is_lent_the_same() -> None:
    site = small_site()
    lent, sent = setting(site), pickle.loads(pickle.dumps(setting(site)))
    assert (dict(sent.sources), dict(sent.topics)) == (dict(lent.sources), dict(lent.topics))
    assert (dict(sent.related), dict(sent.involved)) == (dict(lent.related), dict(lent.involved))
