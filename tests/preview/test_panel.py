"""The panel of faults as HTML."""

import pytest
from html5lib import HTMLParser

from factsheet.preview.panel import fault_page, head, inside, kinds, missing_page, panel
from factsheet.preview.snapshots import Snapshot
from tests.preview.servers import fault

HOSTILE = '</pre><script>alert(1)</script><img src=x onerror="alert(2)">&amp;'


def test_without_faults_there_is_no_panel() -> None:
    assert panel(Snapshot({"index.html": b""}, (), 1)) == ""


def test_a_fault_shows_place_message_line_notes_and_mend() -> None:
    """R-606: the error is shown with file and line."""
    shown = panel(Snapshot({"index.html": b""}, (fault(),), 1))
    assert "content/claims/bridge.yaml:14:7" in shown
    for part in ("no-citation", "has no citation", "^^^^^", "a note of two\nlines", "Mend: cites:"):
        assert part in shown


def test_errors_lie_open_before_folded_warnings() -> None:
    shown = panel(Snapshot({"a": b""}, (fault(severity="warning"), fault(), fault()), 1))
    errors, warnings = shown.index("<summary>2 errors"), shown.index("<summary>1 warning<")
    assert errors < warnings
    assert '<details class="preview_errors" open>' in shown
    assert '<details class="preview_warnings">' in shown


@pytest.mark.parametrize("part", ["file", "rule", "message", "mend", "frame"])
def test_text_of_records_makes_no_element(part: str) -> None:
    """R-604: every text in the error page is escaped."""
    faults = (type(fault())(**{**fields(), part: HOSTILE, "notes": (HOSTILE,)}),)  # type: ignore[arg-type] # any part
    document = HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        fault_page(Snapshot({}, faults, 1))
    )
    assert document.findall(".//script") == []
    assert document.findall(".//img") == []
    assert HOSTILE in "".join(document.itertext())


def fields() -> dict[str, object]:
    example = fault()
    return {name: getattr(example, name) for name in example.__struct_fields__}


def test_pages_of_its_own_are_sound_html() -> None:
    parser = HTMLParser(strict=True)
    parser.parse(fault_page(Snapshot({}, (fault(),), 1)))
    parser.parse(missing_page("<b>&"))
    assert parser.errors == []


def test_script_and_style_are_files() -> None:
    """R-604: the page works without inline script."""
    tied = head("/_preview/", 'a"b', Snapshot({}, (), 7))
    assert tied == (
        '<link rel="stylesheet" href="/_preview/live.css"><script src="/_preview/live.js" defer '
        'data-token="a&quot;b" data-number="7"></script>'
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (b"<head>a</head><body>b</body>", b"<head>aH</head><body>bB</body>"),
        (b"<body>b</body>", b"H<body>bB</body>"),
        (b"<head></head>no body", b"<head>H</head>no bodyB"),
        (b"", b"HB"),
        (b"<head></head><pre></body></pre></body>", b"<head>H</head><pre></body></pre>B</body>"),
    ],
)
def test_texts_are_put_where_head_and_body_end(document: bytes, expected: bytes) -> None:
    assert inside(document, "H", "B") == expected


def test_faults_are_counted_in_words() -> None:
    assert kinds(()) == "no faults"
    assert kinds((fault(), fault(severity="warning"), fault())) == "2 errors and 1 warning"
