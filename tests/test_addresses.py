import pytest

from factsheet import addresses


def test_pages_stand_where_footnotes_say_they_do() -> None:
    assert addresses.topic_page("trade") == "topics/trade.html"
    assert addresses.claim_page("rail-losses") == "claims/rail-losses.html"
    assert addresses.source_page("newsnet") == "sources/newsnet.html"
    assert addresses.entity_page("ferromex") == "entities/ferromex.html"


def test_passage_address_is_its_source_page_and_its_anchor() -> None:
    href = addresses.passage_href("newsnet", "rail-losses", 2)
    assert href == "sources/newsnet.html#rail-losses-2"
    assert href.endswith("#" + addresses.passage_anchor("rail-losses", 2))


def test_ids_that_templates_make_hold_an_underscore() -> None:
    """R-204: no record's id can be the same."""
    assert addresses.inference_anchor("rail-losses", 2) == "inferred_rail-losses-2"
    assert addresses.changes_anchor("rail-losses") == "corrected_rail-losses"
    assert addresses.figure_anchor("rail-losses", 1) == "figure_rail-losses-1"


def test_site_pages_lists_every_page_but_not_found() -> None:
    pages = list(addresses.site_pages(["t"], ["c"], ["s"], ["e"]))
    assert pages == [
        "index.html",
        "sources.html",
        "figures.html",
        "corrections.html",
        "about.html",
        "audit.html",
        "topics/t.html",
        "claims/c.html",
        "sources/s.html",
        "entities/e.html",
    ]
    assert addresses.NOT_FOUND not in pages


@pytest.mark.parametrize(
    "path",
    [
        *(
            "index.html",
            "404.html",
            "claims",
            "claims/c",
            "claims/.html",
            "claims/t.html",
            "x/c.html",
        ),
        *("topics/t.html", "claims/c.html", "sources/s.html", "entities/e.html", "a/claims/c.html"),
        *("claims/c.html.html", "claims/c.html/", "", "/claims/c.html", "about.html", "about"),
    ],
)
def test_a_page_is_one_of_the_site_or_not(path: str) -> None:
    ids = (["t"], ["c"], ["s"], ["e"])
    assert addresses.is_site_page(path, *ids) == (path in addresses.site_pages(*ids))
