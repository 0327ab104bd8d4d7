"""The kinds of pages that a site has."""

from pathlib import Path


def one_of_each(site: Path) -> tuple[Path, ...]:
    """Return every page at the top of the site, and the longest page of each folder."""
    folders = sorted({page.parent for page in site.rglob("*.html")} - {site})
    longest = (max(folder.glob("*.html"), key=size) for folder in folders)
    return (*sorted(site.glob("*.html")), *longest)


def size(file: Path) -> int:
    return file.stat().st_size
