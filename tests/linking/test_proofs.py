"""Linking with what an earlier run proved: nothing is sought, and nothing comes out otherwise."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factsheet.digests import digest
from factsheet.linking import Proofs, link, passages, proofs_of, sources
from factsheet.model import Records, Sic
from tests.linking.test_claims import choices, found, variants

__all__ = ["found"]


def through_json(proofs: Proofs) -> Proofs:
    """Return it as another run has it."""
    return msgspec.json.decode(msgspec.json.encode(proofs), type=Proofs)


def told_by_digest(records: Records) -> Records:
    """Return it with the digests that its claims would have if they were read so."""
    named = (replace(claim, digest="") for claim in records.claims)
    return replace(records, claims=tuple(replace(one, digest=digest(one)) for one in named))


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_was_proved_changes_nothing(found: Records, data: st.DataObject) -> None:
    old = replace(found, **data.draw(choices(found)))
    changes = data.draw(st.sets(st.sampled_from(sorted(variants(found))), max_size=2))
    fresh = data.draw(choices(found))
    new = replace(old, **{field: fresh[field] for field in sorted(changes)})
    old, new = told_by_digest(old), told_by_digest(new)
    proofs = through_json(proofs_of(*link(old)))
    assert link(new, None, proofs) == link(new)


def nothing_is_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "find", None)
    monkeypatch.setattr(sources, "exclusions", None)


def test_what_was_proved_is_not_sought(found: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an editor changes beside the words that are quoted and the lines left out."""
    site, faults = link(found)
    proofs = through_json(proofs_of(site, faults))
    nothing_is_sought(monkeypatch)
    assert link(found, None, proofs)[0] == site
    (source,) = found.sources
    renamed = tuple(replace(entity, name=f"The {entity.name}") for entity in found.entities)
    titled = replace(found, sources=(replace(source, title="Another"),), entities=renamed)
    assert link(titled, None, proofs)[0].claims.keys() == site.claims.keys()


def test_names_of_a_claim_may_change_and_its_words_are_not_sought(
    found: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = link(found)
    nothing_is_sought(monkeypatch)
    holm, port = found.entities
    site, faults = link(replace(found, entities=(replace(holm, name="M. Holm"), port)), before)
    assert faults == ()
    assert site.claims["cost"].said_by == replace(holm, name="M. Holm")


def test_the_words_of_the_article_are_kept_where_they_differ(found: Records) -> None:
    cost = found.claims[0]
    curly = replace(cost.cites[0], quote="The repair will\u00a0cost about $4.2 million")
    records = told_by_digest(
        replace(found, claims=(replace(cost, cites=(curly,)), *found.claims[1:]))
    )
    site, faults = link(records)
    assert faults == ()
    passage = site.claims["cost"].cites[0].passage
    assert passage.quote != curly.quote
    again, _ = link(records, None, through_json(proofs_of(site, faults)))
    assert again.claims["cost"].cites[0].passage == passage


def other_claim(found: Records) -> Records:
    """Return it with another quotation in a claim."""
    cost, *others = found.claims
    cites = (cost.cites[0], replace(cost.cites[1], quote="and the state will pay all of it"))
    return told_by_digest(replace(found, claims=(replace(cost, cites=cites), *others)))


def other_line(found: Records) -> Records:
    """Return it with another line that is not the article's: the very words that are quoted."""
    (source,) = found.sources
    quoted = next(
        line
        for line in found.articles[source.text].text.splitlines()
        if "about $4.2 million" in line
    )
    gone = replace(source.not_article[0], first=quoted, last="")
    return replace(found, sources=(replace(source, not_article=(gone,)),))


def other_sic(found: Records) -> Records:
    """Return it with a wrong word that does not stand in the article."""
    (source,) = found.sources
    sic = Sic("no such words", "read", "because", source.place)
    return replace(found, sources=(replace(source, sic=(sic,)),))


def other_article(found: Records) -> Records:
    """Return it with another article, as its record has it."""
    (source,) = found.sources
    article = found.articles[source.text]
    other = replace(article, words=article.text.replace("$4.2", "$4.3"), sha256="0" * 64)
    return replace(
        found,
        sources=(replace(source, sha256=other.sha256),),
        articles={source.text: other},
    )


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (other_claim, "quote-not-found"),
        (other_line, "quote-not-article"),
        (other_sic, "sic-not-found"),
        (other_article, "quote-not-found"),
    ],
)
def test_a_proof_holds_for_what_it_proves_and_for_nothing_else(
    found: Records, change: Any, rule: str
) -> None:
    proofs = through_json(proofs_of(*link(told_by_digest(found))))
    changed = told_by_digest(change(found))
    assert link(changed, None, proofs) == link(changed)
    assert rule in {fault.rule for fault in link(changed, None, proofs)[1]}


def test_a_source_that_may_have_had_a_fault_is_looked_at_again(found: Records) -> None:
    (source,) = found.sources
    gone = replace(source.not_article[0], first="No such line", last="No such line")
    records = replace(found, sources=(replace(source, not_article=(gone,)),))
    site, faults = link(records)
    assert [fault.rule for fault in faults] == ["line-not-found"]
    assert link(records, None, through_json(proofs_of(site, faults))) == (site, faults)


def test_a_fault_elsewhere_leaves_what_was_proved(
    found: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor makes one, mends it, and nothing else is sought again."""
    records = other_claim(found)
    site, faults = link(records)
    assert [fault.rule for fault in faults] == ["quote-not-found"]
    proofs = through_json(proofs_of(site, faults))
    nothing_is_sought(monkeypatch)
    _, *others = records.claims
    assert set(link(replace(records, claims=tuple(others)), None, proofs)[0].claims) == {
        claim.id for claim in others
    }


def test_a_claim_without_a_digest_is_not_kept(found: Records, tmp_path: Path) -> None:
    bare = replace(found, claims=tuple(replace(claim, digest="") for claim in found.claims))
    assert proofs_of(*link(bare)).claims == {}
