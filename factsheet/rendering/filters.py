"""What templates may call on text and numbers."""

from collections.abc import Callable

from markupsafe import Markup

from factsheet.markup import escaped
from factsheet.pages.values import Day


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


def time(day: Day) -> Markup:
    """Return a date as HTML says it: for machines too, where it is a day, a month or a year."""
    said = escaped(day.words)
    return Markup(f'<time datetime="{escaped(day.iso)}">{said}</time>' if day.iso else said)


FILTERS: tuple[Callable[..., str], ...] = (count, bare, sentence, time)
"""What templates may call, by the functions' names."""
