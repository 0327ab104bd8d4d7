"""The words of an article that a quotation most likely means, when they are not the same."""

from dataclasses import dataclass

from factsheet.folding import Prepared, fold, line_of
from factsheet.sentences import Span


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that is nearest to words that were not found."""

    span: Span
    """In code points, on word edges."""
    words: str
    """The article's own characters."""
    score: float
    """0 to 100; 100 would be equal."""
    line: int
    """In the article, from 1."""


def nearest(part: str, article: Prepared) -> Nearest | None:
    return None


def difference(written: str, article_words: str) -> str:
    return ""
