"""What templates may call on text and numbers."""

from collections.abc import Callable


def count(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun: `1 claim`, `2,041 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def bare(url: str) -> str:
    """Return an address as a reader names it: no scheme, `www.`, fragment or final slash."""
    return url.partition("://")[2].partition("#")[0].removeprefix("www.").rstrip("/") or url


def sentence(text: str) -> str:
    """Return an editor's reason as a sentence: a capital letter first, a stop at the end."""
    stop = "" if text.endswith((".", "!", "?", "…", ".”", ".)")) else "."
    return f"{text[:1].upper()}{text[1:]}{stop}" if text else ""


FILTERS: tuple[Callable[..., str], ...] = (count, bare, sentence)
"""What templates may call, by the functions' names."""
