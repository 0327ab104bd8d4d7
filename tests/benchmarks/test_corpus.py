"""The archive that the benchmarks are run on is one that this tool accepts."""

from pathlib import Path

import pytest

from benchmarks import peer_data, records
from benchmarks.articles import articles
from benchmarks.corpus import generate
from benchmarks.nouns import Corpus
from factsheet.examining import examine


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return generate(100)


def test_nothing_is_wrong_with_its_records(corpus: Corpus, tmp_path: Path) -> None:
    records.write(corpus, tmp_path)
    examined = examine(tmp_path)
    assert examined.diagnostics == ()
    assert examined.site is not None
    assert len(examined.site.claims) == 100
    assert sum(len(claim.cites) for claim in examined.site.claims.values()) == corpus.citations()


def test_one_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        records.write(generate(40, seed), tmp_path / name)
    one, again, other = (bytes_of(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one != other


@pytest.mark.parametrize("form", peer_data.FORMS)
def test_peers_are_given_the_same_claims_and_words(
    corpus: Corpus, tmp_path: Path, form: str
) -> None:
    peer_data.write(corpus, tmp_path, form)
    given = " ".join(b" ".join(bytes_of(tmp_path).values()).decode().split())
    for claim in corpus.claims:
        assert claim.id in given
        assert all(cite.quote in given for cite in claim.cites)


def test_it_is_shaped_like_an_archive(corpus: Corpus) -> None:
    cites = [cite for claim in corpus.claims for cite in claim.cites]
    parts = [cite for cite in cites if cite.quote != cite.sentence]
    assert {len(claim.cites) for claim in corpus.claims} == {1, 2, 3}
    assert 0.2 < len(parts) / len(cites) < 0.45
    assert all(20 <= len(article.paragraphs) <= 40 for article in articles(corpus))
    assert any(claim.figure for claim in corpus.claims)
    assert any(claim.relation for claim in corpus.claims)
    assert any(claim.inferred for claim in corpus.claims)


def test_every_passage_stands_once_in_its_article(corpus: Corpus) -> None:
    for number, article in enumerate(articles(corpus)):
        text = "\n\n".join(article.paragraphs)
        assert [text.count(cite.quote) for cite in corpus.cited[number]] == [1] * len(
            corpus.cited[number]
        )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
