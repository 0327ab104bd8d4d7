import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.exports.xml_files import child, encode, listing


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_xml_that_parses_back(text: str) -> None:
    """R-304: text between tags and in attributes, whatever it holds."""
    root = ET.Element("root")
    child(root, "leaf", text + "!", words=text)
    leaf = ET.fromstring(encode(root)).find("leaf")
    assert leaf is not None
    plain = "".join("\ufffd" if is_outside(character) else character for character in text)
    assert leaf.get("words") == plain
    assert leaf.text == plain.replace("\r\n", "\n").replace("\r", "\n") + "!"


def is_outside(character: str) -> bool:
    control = unicodedata.category(character) == "Cc" and ord(character) < 0x20
    return (control and character not in "\t\n\r") or character in "\ufffe\uffff"


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_characters_outside_xml_are_replaced(character: str) -> None:
    """R-304."""
    root = ET.Element("root")
    child(root, "leaf", f"a{character}b")
    assert ET.fromstring(encode(root)).findtext("leaf") == "a\ufffdb"


def test_document_says_its_encoding_and_ends_with_a_line_end() -> None:
    body = encode(ET.Element("root"))
    assert body == b"<?xml version='1.0' encoding='utf-8'?>\n<root />\n"


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=20), max_size=5))
def test_listing_is_what_the_elements_would_give(texts: list[str]) -> None:
    """R-304: whatever the texts hold, lone surrogates among it."""
    root = ET.Element("urlset", {"xmlns": "https://example.org/list"})
    for text in ["first", *texts]:
        child(child(root, "url"), "loc", text)
    found = listing("urlset", "https://example.org/list", "url/loc", ["first", *texts])
    assert found == encode(root)
