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
