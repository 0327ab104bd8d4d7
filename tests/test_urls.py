"""Links: which are allowed, and where a text fragment leads."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.quotes.folding import Prepared, fold, prepare
from factsheet.sentences import sentences
from factsheet.urls import fragment, host, is_safe_link, link_fault

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org/",
        "https://[::1]:8000/", "https://example.org/@user", "https://bücher.example/",
        "mailto:desk@example.org", "mailto:desk@example.org?subject=Hello", "claims/x.html",
        "/a", "../a", "#a", "?q=1", "a/b:c",
    ],
)  # fmt: skip
def test_links_that_may_be_published(url: str) -> None:
    """R-202."""
    assert link_fault(url) is None
    assert is_safe_link(url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "empty"),
        ("javascript:alert(1)", "javascript:"),
        ("JavaScript:alert(1)", "javascript:"),
        ("data:text/html,x", "data:"),
        ("vbscript:x", "vbscript:"),
        ("ftp://example.org", "ftp:"),
        ("file:///etc/passwd", "file:"),
        ("//example.org/", "//"),
        ("https://user@example.org/", "user name"),
        ("https://user:word@example.org/", "user name"),
        ("https://@example.org/", "user name"),
        ("https:example.org", "no host"),
        ("https:/example.org", "no host"),
        ("https:///example.org", "no host"),
        ("https://", "no host"),
        ("https://example.org:99999/", "cannot be read"),
        ("https://[::1", "cannot be read"),
        ("mailto:", "no mail address"),
        ("mailto:desk", "no mail address"),
        ("1:2", "colon"),
        ("\\\\example.org", "backslash"),
        ("https://example.org\\@evil.example", "backslash"),
        (" https://example.org", "space"),
        ("java\nscript:alert(1)", "invisible"),
        ("\x01javascript:alert(1)", "invisible"),
        ("https://example.org/\u202egnp.exe", "invisible"),
        ("https://exam\u200bple.org/", "invisible"),
        ("https://exam\xadple.org/", "invisible"),
        ("https://example.org/\u2066", "invisible"),
        ("https://example.org/\ud800", "invisible"),
    ],
)
def test_links_that_may_not(url: str, says: str) -> None:
    """R-202."""
    assert says in (link_fault(url) or "")
    assert not is_safe_link(url)


@given(st.text(st.sampled_from("htps:/@.\\a?#[]%\t") | st.characters(), max_size=30))
def test_any_text_is_judged_and_no_scheme_slips_through(url: str) -> None:
    """R-202: what is let through has an allowed scheme, or none and no host."""
    if is_safe_link(url):
        parts = urlsplit(url)
        assert parts.scheme in ("http", "https", "mailto", "")
        assert parts.username is None
        assert parts.scheme or not parts.netloc


def test_host() -> None:
    assert host("https://www.Example.org:8000/a") == "example.org"
    assert host("claims/x.html") == host("https://[::1") == ""


def selected(article: Prepared, directive: str) -> list[tuple[int, int]]:
    """What a browser selects, as the specification says it, by trying every place."""
    pieces = directive.split(",")
    prefix = pieces.pop(0)[:-1] if pieces[0].endswith("-") else ""
    suffix = pieces.pop()[1:] if pieces[-1].startswith("-") else ""
    assert len(pieces) in (1, 2)
    needles = [fold(unquote(piece)).text for piece in (prefix, *pieces, suffix) if piece]
    joints = [" "] * bool(prefix) + [".*?"] * (len(pieces) - 1) + [" "] * bool(suffix)
    pattern = "".join(
        f"{joint}(?P<p{number}>{re.escape(needle)})"
        for number, (needle, joint) in enumerate(zip(needles, ["", *joints], strict=True))
    )
    match = re.search(rf"(?<!\w){pattern}(?!\w)", article.folded.text, re.IGNORECASE)
    assert match, directive
    first = 1 if prefix else 0
    last = first + len(pieces) - 1
    return [article.folded.original(match.start(f"p{first}"), match.end(f"p{last}"))]


def directive(url: str) -> str:
    return url.partition(":~:text=")[2]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_sentence_of_the_articles_is_reached(path: Path) -> None:
    """R-456: checked against the article's text, by a second reading of the specification."""
    article = prepare(path.read_bytes().decode())
    for span in sentences(article.text):
        url = fragment("https://example.org/a", article, [span])
        assert selected(article, directive(url)) == [span], article.text[slice(*span)]
        assert re.fullmatch(r"https://example\.org/a#:~:text=[\w.~%,-]+", url, re.ASCII)


def test_syntax_is_percent_encoded() -> None:
    """R-456."""
    text = "Peter-Paul, Mary & Co. “were” here."
    url = fragment("https://example.org/", prepare(text), [(0, 22)])
    assert url == "https://example.org/#:~:text=Peter%2DPaul%2C%20Mary%20%26%20Co."
    url = fragment("https://example.org/", prepare(text), [(23, 29)])
    assert url == "https://example.org/#:~:text=%E2%80%9Cwere%E2%80%9D"


def test_a_long_passage_is_named_by_its_ends() -> None:
    text = "Many words stand here. " + "word " * 30 + "and here it ends. Many words stand here."
    article = prepare(text)
    url = fragment("https://e.org/", article, [(0, text.index(" Many", 5))])
    assert directive(url) == "Many%20words%20stand,here%20it%20ends."


def test_what_stands_there_twice_gets_what_stands_around_it() -> None:
    text = "They met on Friday in El Paso. They met on Friday in Juarez. They met on Friday."
    article = prepare(text)
    places = [(m.start(), m.end()) for m in re.finditer("met on Friday", text)]
    found = [directive(fragment("u", article, [place])) for place in places]
    assert found[0] == "met%20on%20Friday"
    assert all(selected(article, one) == [p] for one, p in zip(found, places, strict=True))
    assert len(set(found)) == 3


def test_ends_stay_within_a_line() -> None:
    """A browser matches each end within one paragraph."""
    text = "First line of some length\nsecond line of some length, too"
    url = fragment("u", prepare(text), [(6, len(text) - 5)])
    assert directive(url) == "line%20of%20some,of%20some%20length"


def test_a_fragment_that_is_there_is_kept_and_parts_are_directives() -> None:
    article = prepare("One two three. Four five six.")
    spans = [(0, 7), (15, 24)]
    assert fragment("u#top", article, spans) == "u#top:~:text=One%20two&text=Four%20five"
    assert fragment("u#:~:text=x", article, spans[:1]) == "u#:~:text=x&text=One%20two"


def test_no_link_leads_to_other_words() -> None:
    """R-456: nothing tells the second place apart, and half a word is no place at all."""
    article = prepare("on and on " * 40)
    assert fragment("u", article, [(200, 209)]) == "u"
    assert fragment("u#top", prepare("Peter came."), [(0, 4)]) == "u#top"
    assert fragment("u", prepare("Peter came."), [(0, 4), (6, 10)]) == "u#:~:text=came"


@given(st.lists(st.sampled_from(["ab", "cd", "ab,", "Cd", "e-f", "ab"]), min_size=4, max_size=30),
       st.data())  # fmt: skip
def test_where_it_can_be_told_apart_it_is(words: list[str], data: st.DataObject) -> None:
    """R-456: on texts that repeat themselves, up to eight words around are enough to tell."""
    text = " ".join([*words, "end"])
    starts = [m.start() for m in re.finditer(r"\S+", text)]
    low = data.draw(st.sampled_from(starts[:-1]))
    high = text.index(" ", low + 4) if " " in text[low + 4 :] else len(text)
    article = prepare(text)
    one = directive(fragment("u", article, [(low, high)]))
    context = text[max(0, low - 12) : high + 12]
    if text.lower().find(context.lower()) == text.lower().rfind(context.lower()):
        assert selected(article, one) == [(low, high)]
