"""The media types of files, by their names."""

from pathlib import PurePosixPath

HTML = "text/html; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".bib": "text/plain; charset=utf-8",
    ".ris": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
}
"""Said here and not asked of the machine, whose table may differ from the next one's."""
UNKNOWN = "application/octet-stream"


def content_type(name: str) -> str:
    """Return the media type of a file by its name, with the charset where it is text."""
    return TYPES.get(PurePosixPath(name).suffix, UNKNOWN)
