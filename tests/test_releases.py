import json

from factsheet.releases import Release, ReleasedCitation, ReleasedClaim, ReleasedFigure, as_json

CLAIM = ReleasedClaim(
    "river-rose",
    "content/claims/bridge.yaml",
    "The river rose – über 2 metres.",
    "figure",
    "published",
    0,
    (ReleasedCitation("post", "supports", "It “rose”."),),
    (ReleasedFigure("rise", "2", "metre"),),
)


def test_a_key_a_line_and_nothing_empty() -> None:
    text = as_json(Release(claims=(CLAIM,), topics=("bridge",)))
    assert text.endswith("}\n")
    assert '   "claim": "The river rose – über 2 metres.",\n' in text
    whole = json.loads(text)
    assert list(whole) == ["version", "claims", "topics"]
    (claim,) = whole["claims"]
    assert claim["corrections"] == 0
    assert claim["figures"] == [{"name": "rise", "value": "2", "unit": "metre"}]
