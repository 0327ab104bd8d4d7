"""What has the stamp of a page on another site has its bytes: stamps leave nothing out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet import addresses
from factsheet.examining import examine
from factsheet.exports import exported
from factsheet.pages import claim_pages, list_pages, page_paths, page_stamps, setting
from factsheet.producing import Cards
from factsheet.rendering import load_theme, render
from factsheet.stamps import claim_stamps
from tests.casefiles import laid_over_base
from tests.test_incremental import BOATS, GAZETTE, GOOD, MORE_CLAIMS, SECOND_SOURCE

Made = dict[str, tuple[str, bytes]]
"""Stamp and bytes by path."""

FIGURE = "words: about $4.2 million, counted-by: the-state}"
CORRECTED = """  corrections:
    - {date: 2024-04-02, was: The repair will cost much., because: it was vague}
"""
SECOND_CITATION = """    - source: example-2024
      quote: The northern breakwater of Lund Harbour will open again in April
"""
MORE = (
    MORE_CLAIMS.replace(FIGURE, f"{FIGURE[:-1]}, period: 2024}}"),
    MORE_CLAIMS.replace("counted-by: the-state", "counted-by: port-authority"),
    MORE_CLAIMS.replace("qualifies: stone-lost", "not-comparable-to: stone-lost"),
    MORE_CLAIMS.replace("  relations:", f"{CORRECTED}  relations:"),
    MORE_CLAIMS.replace("  relations:", f"{CORRECTED}  relations:").replace("was vague", "was odd"),
    MORE_CLAIMS.replace("status: published", "status: disputed"),
    MORE_CLAIMS.replace("status: published", "status: disputed\n  note: So it *stands*."),
    MORE_CLAIMS + SECOND_CITATION,
    MORE_CLAIMS.replace("state will pay half of the cost", "state will pay the half of the cost"),
)
EDITS = [(path, text) for path, texts in GOOD.items() for text in texts]
EDITS += [("content/claims/more.yaml", text) for text in MORE]
EDITS.append(("content/sources/gazette.yaml", SECOND_SOURCE.replace("not convinced", "in doubt")))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """The same site with one file or another edited."""
    return [made_of(tmp_path_factory.mktemp("site"), *edit) for edit in EDITS]


def made_of(folder: Path, path: str, text: str | None) -> Made:
    laid_over_base([], folder)
    first = {name: texts[0] for name, texts in GOOD.items()}
    for name, body in {**first, "seeds/gazette.txt": GAZETTE, path: text}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).unlink(missing_ok=True)
        if body is not None:
            (folder / name).write_text(body, encoding="utf-8", newline="")
    return dict(pages_of(folder))


def pages_of(folder: Path) -> Iterator[tuple[str, tuple[str, bytes]]]:
    examined = examine(folder)
    assert examined.site is not None, examined.diagnostics
    site, theme = examined.site, load_theme(folder / "templates")
    lent = setting(site)
    stamps = page_stamps(site, lent, claim_stamps(site), theme.digest)
    cards = Cards(site, lent, theme, {})
    pages = (
        *claim_pages(site, lent, site.claims),
        *list_pages(site, lent, cards, [*page_paths(site)]),
    )
    for output in (*(render(page, theme) for page in pages), *exported(site)):
        if output.path in stamps:
            yield output.path, (stamps[output.path], output.body)


def test_what_has_the_same_stamp_has_the_same_bytes(made: list[Made]) -> None:
    """R-522."""
    found: dict[tuple[str, str], bytes] = {}
    for site in made:
        for path, (stamp, body) in site.items():
            assert found.setdefault((path, stamp), body) == body, path


@pytest.mark.parametrize(
    "path",
    [
        *(addresses.HOME, addresses.SOURCES, addresses.ABOUT, addresses.NOT_FOUND),
        *(addresses.CORRECTIONS, addresses.FIGURES, addresses.FIGURES_CSV),
    ],
)
def test_pages_of_the_whole_site_differ_and_stand_too(made: list[Made], path: str) -> None:
    """The test above would show little of pages that never change, or whose stamp always does."""
    bodies, stamps = ({site[path][which] for site in made} for which in (1, 0))
    assert 1 < len(bodies) <= len(stamps) < len(made)


def test_a_claim_that_is_not_shown_changes_nothing(made: list[Made], tmp_path: Path) -> None:
    before = made_of(tmp_path / "before", "content/topics/boats.yaml", BOATS)
    after = made_of(tmp_path / "after", "content/claims/more.yaml", MORE[-1])
    same = {path for path, (stamp, _) in before.items() if after[path][0] == stamp}
    assert same >= {addresses.FIGURES, addresses.FIGURES_CSV, addresses.CORRECTIONS, addresses.HOME}
    assert "claims/state-pays.html" not in same
