from msgspec.structs import replace

from factsheet.diagnostics import Diagnostic, Place
from factsheet.inquiries.status import as_text, status
from factsheet.linking.exchanges import citations_by_source, exchange
from factsheet.model import Site
from tests.sites import POST, small_site


def with_draft(site: Site) -> Site:
    """Return the site with the claim that alone rests on the Gazette as a draft."""
    claim = site.claims["bridge-opening"]
    draft = replace(claim, record=replace(claim.record, status="draft"))
    claims = {**site.claims, claim.id: draft}
    cited_by = citations_by_source(site.sources, exchange({}, claims))
    return replace(site, claims=claims, cited_by=cited_by)


FOUND = (
    Diagnostic("one", "x", Place("content/claims/b.yaml"), severity="warning"),
    Diagnostic("two", "x", Place("content/claims/a.yaml"), severity="warning"),
    Diagnostic("two", "x", Place("content/claims/a.yaml"), severity="warning"),
    Diagnostic("three", "x", Place("content/claims/a.yaml")),
)


def test_what_is_left_to_do_is_counted() -> None:
    found = status(with_draft(small_site()), FOUND)
    assert (found.claims, found.drafts) == (2, ("bridge-opening",))
    assert found.unreviewed == ("bridge-closing",)
    assert found.unused_sources == ("river-gazette",)
    assert found.errors == 1
    assert [(file.file, file.warnings) for file in found.warnings] == [
        ("content/claims/a.yaml", 2),
        ("content/claims/b.yaml", 1),
    ]


def test_sentences_that_no_claim_rests_on_are_found_with_their_lines() -> None:
    """Drafts cover nothing; excluded lines are not the article's."""
    gazette, post = status(with_draft(small_site()), ()).coverage
    assert (gazette.resting, gazette.sentences, len(gazette.untouched)) == (0, 4, 4)
    assert post.resting == 2
    assert [(one.line, one.text) for one in post.untouched] == [
        (2, "Flood shuts the bridge at Santa Rita 🌊"),
        (4, "“We cannot wait,” its president said."),
        (6, "Engineers expect the bridge to open again in April, if the water falls."),
    ]
    begin, end = post.untouched[1].span
    assert POST[begin:end] == post.untouched[1].text


def test_status_is_told_in_words() -> None:
    text = as_text(status(with_draft(small_site()), FOUND))
    assert text.startswith(
        "2 claims, 1 draft\n"
        "  draft: bridge-opening\n"
        "1 of 2 claims not reviewed\n"
        "no claim rests on the source river-gazette\n"
        "1 error, 3 warnings\n"
        "  content/claims/a.yaml: 2 warnings\n"
    )
    assert "\nvalley-post-2024-03-05: claims rest on 2 of 5 sentences; none on:\n" in text
    assert "  seeds/valley-post-2024-03-05.txt:4  ““We cannot wait,” its president said.”" in text
