from factsheet.coverage import coverage
from factsheet.model import Span
from tests.sites import small_source, span_of

TEXT = "Headline\nBy A. Writer\n\nOne bird sings. Two birds sing. * * *\nThree birds are silent.\n"
SOURCE = small_source("birds", TEXT, ("By A. Writer\n",), title="Birds")


def words(spans: tuple[Span, ...]) -> list[str]:
    return [TEXT[begin:end] for begin, end in spans]


def test_without_a_citation_every_sentence_is_untouched() -> None:
    """Excluded lines are no sentences of the article, and signs alone are none either."""
    found = coverage(SOURCE, ())
    assert words(found.untouched) == [
        "Headline",
        "One bird sings.",
        "Two birds sing.",
        "Three birds are silent.",
    ]
    assert found.sentences == found.untouched
    assert found.resting == 0


def test_one_cited_word_touches_its_sentence_and_no_other() -> None:
    found = coverage(SOURCE, [span_of("Two", TEXT)])
    assert words(found.untouched) == ["Headline", "One bird sings.", "Three birds are silent."]
    assert (len(found.sentences), found.resting) == (4, 1)


def test_spans_come_in_any_order_and_may_overlap() -> None:
    cited = [
        span_of("birds are silent", TEXT),
        span_of("sings. Two", TEXT),
        span_of("One bird sings. Two birds", TEXT),
    ]
    assert words(coverage(SOURCE, cited).untouched) == ["Headline"]


def test_a_span_that_ends_where_a_sentence_begins_does_not_touch_it() -> None:
    begin, _ = span_of("Two birds", TEXT)
    found = coverage(SOURCE, [(begin - 1, begin)])
    assert words(found.untouched)[2] == "Two birds sing."
