from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from factsheet import markup

PIECES = st.sampled_from(
    (
        *"*_`[]()<>!&#-\\\"' \n",
        "](", "](http:", "javascript:", "<script>", "<img src=x onerror=alert(1)>", "<!--", "1. ",
        "- ", "\n\n", "[a]: x", "&lt;", "&#106;", "topics/rail.html", "https://a.example/", "word",
        "data:text/html,x", "http://u:p@h/", "\u202e", "  \n", "***", "```", "é🌊",
    )
)  # fmt: skip
HOSTILE = st.lists(PIECES, max_size=30).map("".join)


def read_back(html: str) -> list[Element]:
    """Return every element that a browser's parser, unknown to the renderer, finds."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    return list(body.iter())[1:]


def assert_allowed(html: str) -> None:
    for element in read_back(html):
        assert element.tag in markup.ELEMENTS
        for name, value in element.items():
            assert (element.tag, name) in markup.ATTRIBUTES
            if name == "href":
                assert urlsplit(value).scheme in ("", "http", "https", "mailto")


@given(HOSTILE | HOSTILE.map(Markup) | st.integers() | st.none())
def test_text_is_escaped_as_the_library_does(value: object) -> None:
    """R-301."""
    assert markup.escaped(value) == str(escape(value))


def test_dates_are_told_to_machines_where_they_can_read_them() -> None:
    assert markup.time("5 March", "2024-03-05") == '<time datetime="2024-03-05">5 March</time>'
    assert markup.time("about <1900>", "") == "about &lt;1900&gt;"


def test_a_text_of_another_class_is_asked_what_it_is() -> None:
    """R-301: only what is marked as HTML passes as it is."""

    class Text(str):
        __slots__ = ()

    class Html(Text):
        __slots__ = ()

        def __html__(self) -> str:
            return "<b>"

    assert markup.escaped(Text("<")) == "&lt;"
    assert markup.escaped(Html("<")) == "<b>"


@given(HOSTILE)
def test_only_allowed_elements_attributes_and_schemes_come_out(text: str) -> None:
    """R-201: shown by a second parser."""
    assert_allowed(markup.inline(text, "../"))
    assert_allowed(markup.block(text, "../"))


@given(HOSTILE)
def test_html_is_at_most_ten_times_its_text(text: str) -> None:
    """R-203: beyond the length of a few signs."""
    assert len(markup.block(text)) <= 10 * max(len(text), 50)


@given(st.text(max_size=60))
def test_the_fast_way_gives_what_the_parser_gives(text: str) -> None:
    slow = MarkdownIt("zero").enable(
        ["list", "newline", "escape", "backticks", "emphasis", "link", "autolink", "entity"]
    )
    assert markup.inline(text) == slow.renderInline(text.strip())
    assert markup.block(text) == slow.render(text).rstrip("\n")


@given(HOSTILE)
def test_plain_text_is_what_a_reader_sees(text: str) -> None:
    seen = "".join(html5lib.parse(markup.inline(text), namespaceHTMLElements=False).itertext())
    assert markup.plain(text).split() == seen.split()


def test_emphasis_links_and_lists() -> None:
    text = "See *this* and [rail](topics/rail.html):\n\n- one\n- **two**"
    assert markup.block(text, "../") == (
        '<p>See <em>this</em> and <a href="../topics/rail.html">rail</a>:</p>\n'
        "<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>"
    )
    assert markup.faults(text, inline_only=False) == ()


def test_outside_links_say_so() -> None:
    """R-702."""
    assert markup.inline("[a](https://a.example/?x=1&y)", "../") == (
        '<a href="https://a.example/?x=1&amp;y" rel="noopener noreferrer">a</a>'
    )


def test_links_are_returned_as_written() -> None:
    text = "[a](topics/a.html#x) <https://b.example/> [c](mailto:d@e.example)"
    assert markup.links(text) == ("topics/a.html#x", "https://b.example/", "mailto:d@e.example")


def test_plain_leaves_the_words() -> None:
    assert markup.plain("*Ferromex*, [a `b`](topics/a.html) &amp; 2 \\* 3") == (
        "Ferromex, a b & 2 * 3"
    )
    assert markup.plain_block("One *two*.\n\n- three\n- four") == "One two. three four"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<script>alert(1)</script>", "raw HTML (<script>"),
        ("a <b>c</b>", "raw HTML (<b>)"),
        ("![a](b.png)", "images"),
        ("# Heading", "headings"),
        ("Heading\n---", "headings"),
        ("[a]: https://a.example/\n\n[a]", "link definitions"),
        ("> quoted", "block quotations"),
        ("```\ncode\n```", "code blocks"),
        ("    code", "indented"),
        ("* * *", "horizontal lines"),
        ("[a](javascript:alert(1))", "javascript:alert(1)"),
        ("[a](https://u:p@a.example/)", "user name"),
        ("[a](//a.example/)", "//a.example/"),
        ("<data:text/html,x>", "data:text/html,x"),
        ("x" * 20_001, "20,001 characters"),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_told(text: str, words: str) -> None:
    """R-202, R-203: an error, never dropped in silence."""
    assert any(words in fault for fault in markup.faults(text, inline_only=False))


@pytest.mark.parametrize(
    ("text", "words"), [("- a", "list"), ("2023. It was", "list"), ("a\n\nb", "one paragraph")]
)
def test_one_line_fields_take_no_blocks(text: str, words: str) -> None:
    assert any(words in fault for fault in markup.faults(text, inline_only=True))


@pytest.mark.parametrize(
    "text", ["", "Plain.", "A < B & C > D", "$100 million a day", "15 measures", "*so* `a_b` #5"]
)
def test_ordinary_sentences_have_no_faults(text: str) -> None:
    assert markup.faults(text, inline_only=True) == ()


@pytest.mark.parametrize("unit", ["[", "](", "*a ", "`", "<", "[a](", "- ", "&", "_*"])
def test_long_repetitions_render(unit: str) -> None:
    """R-203: the longest field of each pathological sign comes back as allowed HTML."""
    text = (unit * markup.LONGEST)[: markup.LONGEST]
    assert_allowed(markup.block(text))


NOTED = st.dictionaries(st.text("ab *`[é&<1", min_size=1, max_size=4), st.just("inferred_a-1"))


@given(HOSTILE, NOTED)
def test_noting_words_changes_no_text(text: str, noted: dict[str, str]) -> None:
    seen = "".join(html5lib.parse(markup.inline(text), namespaceHTMLElements=False).itertext())
    html = markup.inline(text, noted=noted)
    assert "".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()) == seen
    assert_allowed(html)


@given(st.text("ab é&<1.", max_size=30), NOTED)
def test_noted_words_are_exactly_those_asked_for(text: str, noted: dict[str, str]) -> None:
    links = [each for each in read_back(markup.inline(text, noted=noted)) if each.tag == "a"]
    assert all(link.text in noted for link in links)
    assert all(dict(link.items())["aria-describedby"] == "inferred_a-1" for link in links)


NAMES = {"El Paso": "inferred_a-1", "Paso": "inferred_a-2", "six": "inferred_a-3"}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("El Paso’s six.", ["El Paso", "six"]),
        ("Sixteen, sixth, El Pasos, X-six", ["six"]),
        ("*El Paso* and [six](topics/a.html) and `six`", []),
        ("El *Paso*", []),
        ("El\\ Paso\\* six", ["Paso", "six"]),
        ("six and six", ["six", "six"]),
        ("", []),
    ],
)
def test_only_whole_words_outside_emphasis_and_links_are_noted(
    text: str, marked: list[str]
) -> None:
    html = markup.inline(text, "../", NAMES)
    links = [each for each in read_back(html) if each.get("aria-describedby")]
    assert [link.text for link in links] == marked
    assert all(link.get("href") == "#" + str(link.get("aria-describedby")) for link in links)
