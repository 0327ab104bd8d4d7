"""The faults as HTML: a panel at the foot of every page, or a page of its own."""

from collections.abc import Iterable
from html import escape

from factsheet.preview.snapshots import Snapshot
from factsheet.reporting import Entry, position

NEVER_GOOD = "The site will appear here as soon as its errors are mended."
KEPT = "The page shows the site as it was when it was last without errors."


def panel(snapshot: Snapshot) -> str:
    """Return the faults of the latest build as an HTML `aside`; empty when there are none.

    Errors lie open, warnings are folded. It needs no script, and all text in it is escaped.
    """
    if not snapshot.faults:
        return ""
    errors = [fault for fault in snapshot.faults if fault.severity == "error"]
    warnings = [fault for fault in snapshot.faults if fault.severity == "warning"]
    return (
        '<aside id="preview_panel" tabindex="0" aria-label="What the preview found"'
        f' data-errors="{len(errors)}">'
        f"{group(errors, 'error', is_open=True, note=KEPT if snapshot.files else NEVER_GOOD)}"
        f"{group(warnings, 'warning', is_open=False, note='')}</aside>"
    )


def group(faults: list[Entry], kind: str, *, is_open: bool, note: str) -> str:
    """Return faults of one severity behind a heading that folds and unfolds them."""
    if not faults:
        return ""
    return (
        f'<details class="preview_{kind}s"{" open" if is_open else ""}>'
        f"<summary>{counted(len(faults), kind)}</summary>"
        f"{paragraph(note)}<ol>{''.join(map(listed, faults))}</ol></details>"
    )


def counted(number: int, noun: str) -> str:
    """Return `1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(fault: Entry) -> str:
    """Return one fault: its place and rule, what is wrong, the line, notes, and the mend."""
    return (
        f"<li><p><code>{escape(position(fault))}</code> <small>{escape(fault.rule)}</small></p>"
        f"{paragraph(fault.message)}{framed(fault.frame)}"
        f"{''.join(map(lines, fault.notes))}{lines(mending(fault))}</li>"
    )


def mending(fault: Entry) -> str:
    return f"Mend: {fault.mend}" if fault.mend else ""


def paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def framed(text: str) -> str:
    """Return the editor's line with the carets below it, reached by keyboard where it is long."""
    return f'<pre class="preview_frame" tabindex="0">{escape(text)}</pre>' if text else ""


def lines(text: str) -> str:
    """Return text whose line ends and spaces count."""
    return f"<pre>{escape(text)}</pre>" if text else ""


def fault_page(snapshot: Snapshot) -> str:
    """Return the page that stands for all others as long as no build was good."""
    return page("The site cannot be shown yet", "The site cannot be shown yet", panel(snapshot))


def unmade_page(fault: Entry) -> str:
    """Return the page that stands in for one that cannot be made, with the reason."""
    title = "This page cannot be shown"
    return page(
        title,
        title,
        f'<aside id="preview_panel">{group([fault], "error", is_open=True, note="")}</aside>',
    )


def missing_page(path: str) -> str:
    """Return the page for a name that is not published, for sites without one of their own."""
    return page("Not found", f"There is no page {path}", "")


def page(title: str, heading: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head>"
        f'<body class="preview_page"><main><h1>{escape(heading)}</h1></main>{body}</body></html>\n'
    )


def head(address: str, token: str, snapshot: Snapshot) -> str:
    """Return the elements that tie a page to the preview, for the end of its `head`."""
    return (
        f'<link rel="stylesheet" href="{address}live.css">'
        f'<script src="{address}live.js" defer data-token="{escape(token)}"'
        f' data-number="{snapshot.number}"></script>'
    )


def inside(document: bytes, before_head_end: str, before_body_end: str) -> bytes:
    """Return the HTML document with both texts put in, wherever its head and body end."""
    start, head_end, rest = document.partition(b"</head>")
    if not head_end:
        start, rest = b"", document
    main, body_end, tail = rest.rpartition(b"</body>")
    if not body_end:
        main, tail = rest, b""
    return b"".join(
        (start, before_head_end.encode(), head_end, main, before_body_end.encode(), body_end, tail)
    )


def kinds(faults: Iterable[Entry]) -> str:
    """Return how many errors and warnings there are, in words."""
    severities = [fault.severity for fault in faults]
    named = [
        counted(severities.count(kind), kind) for kind in ("error", "warning") if kind in severities
    ]
    return " and ".join(named) or "no faults"
