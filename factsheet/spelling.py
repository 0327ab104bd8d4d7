"""The known name that somebody may have meant."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, or None where nothing is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the mend for a name that is not known; empty where nothing is near."""
    meant = nearest(word, known)
    return f"did you mean `{meant}`?" if meant else ""
