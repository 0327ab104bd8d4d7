import pytest

from factsheet.publishing.making import claim


def test_claim_takes_each_path_once() -> None:
    taken: dict[str, str] = {}
    for path in ("data/a.json", "data/b.json", "index.html", ".well-known/security.txt"):
        claim(path, taken)
    with pytest.raises(ValueError, match="two outputs"):
        claim("data/B.json", taken)
    with pytest.raises(ValueError, match="clashes"):
        claim("index.html/more", taken)


@pytest.mark.parametrize(
    "path", ["", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\\b", "a\nb", "a/\u202eb"]
)
def test_claim_refuses_what_is_no_plain_path(path: str) -> None:
    with pytest.raises(ValueError, match="no output may have"):
        claim(path, {})


def test_claim_knows_folders_that_differ_only_in_case() -> None:
    taken: dict[str, str] = {}
    claim("a/b/c.html", taken)
    for path in ("A/d.html", "a/B/d.html", "a/b", "A"):
        with pytest.raises(ValueError, match=r"clashes|two outputs"):
            claim(path, taken)
    claim("a/b/d.html", taken)
    claim("a/e.html", taken)
    assert taken["a/b"] == "a/b/"
