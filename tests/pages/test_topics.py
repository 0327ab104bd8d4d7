from msgspec.structs import replace

from factsheet.model import Section, Site
from factsheet.pages import page_paths, setting
from factsheet.pages.front import masthead
from factsheet.pages.topics import TopicPage, groups, topic_pages, topics_of
from tests.pages.making import cards
from tests.sites import small_site


def topics(site: Site) -> tuple[TopicPage, ...]:
    return tuple(topic_pages(site, setting(site), cards(site), frozenset(page_paths(site))))


def the_page(site: Site) -> TopicPage:
    (page,) = topics(site)
    return page


def test_sections_come_first_and_the_rest_stands_under_its_kind() -> None:
    page = the_page(small_site())
    assert [(group.heading, len(group.claims)) for group in page.groups] == [
        ("The closing", 2),
        ("Plans", 1),
    ]
    assert page.claims == 3
    assert [line.link.text for line in page.sources] == [
        "Bridge & river: what we know",
        "Flood shuts the bridge at Santa Rita",
    ]


def test_a_claim_listed_twice_is_shown_once() -> None:
    """R-204: its id is an anchor."""
    site = small_site()
    topic = site.topics["bridge"]
    twice = replace(topic, sections=(*topic.sections, Section("Again", topic.sections[0].claims)))
    shown = [group.heading for group in groups(twice, cards(site))]
    assert shown == ["The closing", "Plans"]


def test_group_anchors_cannot_be_a_records_id() -> None:
    """R-204."""
    assert all("_" in group.anchor for group in the_page(small_site()).groups)


def test_parent_and_parts_name_each_other() -> None:
    site = small_site()
    topic = site.topics["bridge"]
    part = replace(topic, record=replace(topic.record, id="arch", title="Arch", parent="bridge"))
    both = replace(site, topics={"bridge": topic, "arch": part})
    whole, arch = topics(both)
    assert [link.text for link in whole.parts] == ["Arch"]
    assert arch.parent is not None
    assert arch.parent.href == "topics/bridge.html"
    assert [link.text for link in masthead(both).topics] == ["The bridge"]


def test_claims_know_their_topics() -> None:
    found = topics_of(small_site())
    assert [link.text for link in found["bridge-opening"]] == ["The bridge"]
