"""XML as the site's files have it: UTF-8, indented, only characters of XML 1.0."""

import re
from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree as ET

OUTSIDE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for; an article may hold such characters, a record may not."""
DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"


def child(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element and return it; characters outside XML 1.0 become U+FFFD."""
    clean = {key: OUTSIDE.sub("\ufffd", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, tag, clean)
    element.text = OUTSIDE.sub("\ufffd", text) or None
    return element


def encode(root: ET.Element) -> bytes:
    """Return the document's bytes, ending with a line end."""
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def listing(root: str, namespace: str, place: str, texts: Iterable[str]) -> bytes:
    """Return the bytes of a document with each text at a place like `url/loc` of its own.

    Such a list has an entry for each page: it is what `encode` gives, sooner.
    """
    outer, _, inner = place.partition("/")
    begin, end = f"  <{outer}>\n    <{inner}>", f"</{inner}>\n  </{outer}>\n"
    clean = (OUTSIDE.sub("\ufffd", escape(text, quote=False)) for text in texts)
    entries = "".join(f"{begin}{text}{end}" for text in clean)
    document = f'{DECLARATION}<{root} xmlns="{namespace}">\n{entries}</{root}>\n'
    return document.encode()
