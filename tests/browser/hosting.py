"""The built site as a host sends it: two folders below its root, with the policy as a header."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host sends for a file."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Host:
    """A host that has a site's files and nothing else."""

    site: Path

    @property
    def base(self) -> str:
        """The address of the site's folder: the one it gives itself, or else a made-up one."""
        home = (self.site / "index.html").read_text(encoding="utf-8")
        own = re.search(r'<link rel="canonical" href="(https://[^"]+/)index\.html"', home)
        return own[1] if own else "https://facts.example/some/where/"

    def address(self, file: Path) -> str:
        return self.base + file.relative_to(self.site).as_posix()

    def answer(self, url: str) -> Answer | None:
        """Return what the host sends for an address; None when it has no such file."""
        below = unquote(urlsplit(url).path).removeprefix(urlsplit(self.base).path)
        file = self.site / below
        if not url.startswith(self.base) or not file.is_file():
            return None
        headers = {"content-type": TYPES[file.suffix], "content-security-policy": POLICY}
        return Answer(file.read_bytes(), headers)
