import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factsheet.reading.characters import FORBIDDEN
from factsheet.reading.strict import load
from factsheet.reading.writing import entry, scalar

texts = st.text(
    st.one_of(
        st.sampled_from("-?:,[]{}#&*!|>'\"%@`~=<. \\\n\t0a"),
        st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.search(c)),
    ),
    max_size=30,
)


@given(texts)
@settings(max_examples=400, deadline=None)
@example("null")
@example("...")
@example("---")
@example("a: 'b' \\ \"c\" #5")
def test_strict_reading_gives_back_what_was_written(text: str) -> None:
    assert "\n" not in scalar(text)
    assert load(entry("key", text), "f") == ({"key": text}, ())
    assert load(f"- {scalar(text)}\n- b", "f") == ([text, "b"], ())
    assert load("a:\n" + entry("key", text, 2), "f") == ({"a": {"key": text}}, ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The state will pay half of it, he said.", "The state will pay half of it, he said."),
        ("“We lost stone,” she said", "“We lost stone,” she said"),
        ("it's", "it's"),
        ("-100.5", "-100.5"),
        ("12:30", "12:30"),
        ("one: two", "'one: two'"),
        ("it's: two", '"it\'s: two"'),
        ("issue #5", "'issue #5'"),
        ('"he" said', "'\"he\" said'"),
        ("[…] words", "'[…] words'"),
        ("two\nlines", '"two\\nlines"'),
        ("", "''"),
        ("null", "'null'"),
    ],
)
def test_quotation_marks_stand_only_where_they_must(text: str, written: str) -> None:
    assert scalar(text) == written


def test_an_entry_is_a_line_ready_to_paste() -> None:
    assert entry("quote", "one: two", 6) == "      quote: 'one: two'"
