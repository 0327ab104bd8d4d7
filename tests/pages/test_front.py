from msgspec.structs import replace

from factsheet.model import Publisher
from factsheet.pages import setting
from factsheet.pages.front import about, counts, home, masthead, not_found
from tests.sites import small_site


def test_masthead_is_what_the_site_says_of_itself() -> None:
    head = masthead(small_site("https://bridge.example/facts/"))
    assert (head.title, head.publisher) == ("The bridge at Santa Rita", "The editors")
    assert head.license is not None
    assert head.license.text == "CC-BY-4.0"


def test_a_site_that_says_little_promises_little() -> None:
    site = small_site()
    bare = replace(site, record=replace(site.record, publisher=Publisher(), license=""))
    head = masthead(bare)
    assert (head.publisher, head.email, head.license) == ("", "", None)


def test_counts_are_those_of_this_build() -> None:
    found = counts(small_site())
    assert (found.claims, found.citations, found.sources, found.topics) == (3, 4, 2, 1)
    assert (found.inferred, found.corrections) == (1, 1)


def test_home_lists_topics_sources_and_names() -> None:
    site = small_site()
    page = home(site, setting(site))
    assert [(line.link.href, line.claims) for line in page.topics] == [("topics/bridge.html", 3)]
    assert page.topics[0].summary == "<p>What the flood did to the <em>bridge</em>.</p>"
    assert [index.heading for index in page.names] == ["Organizations"]
    assert len(page.sources) == 2


def test_about_names_the_bytes_of_every_article() -> None:
    site = small_site()
    shown = {one.file: one.sha256 for one in about(site, setting(site)).fingerprints}
    assert shown == {f"{source.id}.txt": source.article.sha256 for source in site.sources.values()}


def test_not_found_starts_at_the_sites_own_path() -> None:
    roots = [
        not_found(site, setting(site)).root
        for site in (small_site("https://a.example/b/"), small_site())
    ]
    assert roots == ["/b/", ""]
