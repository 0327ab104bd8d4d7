from msgspec.structs import replace

from factsheet.model import Site, StandingWarning
from factsheet.pages import setting
from factsheet.pages.audit import ArticleAudit, AuditPage, audit_page
from tests.sites import CLAIMS_FILE, small_site

POST = "valley-post-2024-03-05"
POST_FILE = f"content/sources/{POST}.yaml"


def the_page(site: Site) -> AuditPage:
    return audit_page(site, setting(site))


def article(site: Site, source_id: str) -> ArticleAudit:
    href = f"sources/{source_id}.html"
    return next(one for one in the_page(site).articles if one.source.href == href)


def standing(*warnings: StandingWarning) -> AuditPage:
    return the_page(replace(small_site(), standing=warnings))


def test_each_article_is_told_with_the_bytes_it_was_checked_against() -> None:
    site = small_site()
    told = {one.file: (one.sha256, one.quotations) for one in the_page(site).articles}
    assert told == {
        "river-gazette.txt": (site.sources["river-gazette"].article.sha256, 1),
        f"{POST}.txt": (site.sources[POST].article.sha256, 3),
    }


def test_coverage_counts_sentences_of_the_article_alone() -> None:
    """The heading counts, the paper's own furniture does not."""
    post = article(small_site(), POST)
    assert (post.sentences, post.resting) == (5, 3)


def test_share_is_told_against_the_limit() -> None:
    site = small_site()
    post = article(site, POST)
    assert (post.quoted, post.limited, post.over) == ("60.0", True, True)
    assert float(post.shown) > float(post.quoted)
    free = replace(site.sources[POST], record=replace(site.sources[POST].record, rights="NKC"))
    unlimited = article(replace(site, sources={**site.sources, POST: free}), POST)
    assert (unlimited.limited, unlimited.over) == (False, False)


def test_a_source_that_nothing_cites_rests_nothing() -> None:
    site = replace(small_site(), claims={}, cited_by={})
    post = article(site, POST)
    assert (post.quotations, post.resting, post.quoted, post.shown) == (0, 0, "0.0", "0.0")


def test_open_and_accepted_warnings_stand_apart_and_rule_by_rule() -> None:
    page = standing(
        StandingWarning("one-origin", "all goes back to one", CLAIMS_FILE, "bridge-losses"),
        StandingWarning("source-incomplete", "there is no `issued`", POST_FILE),
        StandingWarning("one-origin", "all goes back to one", CLAIMS_FILE, "bridge-closing"),
        StandingWarning("plan-overdue", "it passed", CLAIMS_FILE, "bridge-opening", "we wait"),
    )
    assert [(rule.rule, len(rule.warnings)) for rule in page.open] == [
        ("one-origin", 2),
        ("source-incomplete", 1),
    ]
    (accepted,) = page.accepted
    assert [(one.message, one.because) for one in accepted.warnings] == [("it passed", "we wait")]


def test_a_warning_leads_to_the_page_of_its_record() -> None:
    page = standing(
        StandingWarning("a-rule", "m", CLAIMS_FILE, "bridge-losses"),
        StandingWarning("a-rule", "no `issued`", POST_FILE),
        StandingWarning("a-rule", "m", "content/topics/bridge.yaml"),
        StandingWarning("a-rule", "m", "content/entities/santa-rita-chamber.yaml"),
        StandingWarning("a-rule", "m", "content/site.yaml"),
    )
    found = [one.record.href if one.record else "" for one in page.open[0].warnings]
    assert found == [
        "claims/bridge-losses.html",
        f"sources/{POST}.html",
        "topics/bridge.html",
        "entities/santa-rita-chamber.html",
        "",
    ]
    assert page.open[0].warnings[1].message == "no issued"


def test_inferences_are_listed_with_the_way_to_their_reason() -> None:
    page = the_page(small_site())
    (one,) = page.inferred
    ((link, part),) = one.parts
    assert one.claim.href == "claims/bridge-closing.html"
    assert (link.text, link.href) == (
        "4 March 2024",
        "claims/bridge-closing.html#inferred_bridge-closing-1",
    )
    assert part.because == "“Monday” in a report of Tuesday"
    assert page.counts.inferred == 1
