"""What does not fit in a record, as faults that an editor understands and can mend."""

import re
from collections.abc import Callable, Sequence

from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.characters import MAX_FAULTS
from factsheet.reading.fitting import Path, Wrong
from factsheet.reading.refusals import Refusal, what
from factsheet.reading.shapes import Many, Named, Shape
from factsheet.reading.values import nearest

_PLAIN_KEY = re.compile(r"[A-Za-z0-9-]+")
_NO_CITATION = ("missing-key", "no-list", "too-few")


def faults(wrong: Sequence[Wrong], place: Place) -> tuple[Diagnostic, ...]:
    """Return one fault for each thing wrong in a record that stands at this place.

    A key that a misspelt one stands for is not missing as well.
    """
    found = wrong[:MAX_FAULTS]
    meant = {_meant(one) for one in found if one.what == "unknown-key"}
    told = (one for one in found if one.what != "missing-key" or one.path not in meant)
    return tuple(_fault(one, place) for one in told)


def _meant(unknown: Wrong) -> Path:
    *parents, key = unknown.path
    return (*parents, nearest(str(key), _known(unknown)))


def _known(wrong: Wrong) -> tuple[str, ...]:
    return tuple(wrong.within.keys) if isinstance(wrong.within, Shape) else ()


def fault_of(refusal: Refusal, place: Place) -> Diagnostic:
    """Return the fault of a single value that was refused."""
    return Diagnostic(refusal.rule, refusal.message, place, mend=refusal.mend)


def _fault(wrong: Wrong, place: Place) -> Diagnostic:
    if wrong.refusal is not None:
        on_key = wrong.what == "refused-word"
        at = place.key(*wrong.path) if on_key else place.at(*wrong.path)
        return fault_of(wrong.refusal, at)
    if wrong.path[-1:] == ("cites",) and wrong.what in _NO_CITATION:
        return _no_citation(wrong, place)
    if wrong.what == "unknown-key":
        return _unknown_key(wrong, place)
    if wrong.what == "missing-key":
        return _missing_key(wrong, place)
    if wrong.given == "":
        words = "bad-value", "there is no value here", "give a value or take the line out"
    else:
        words = _SHAPES[wrong.what](wrong)
    return fault_of(Refusal(*words), place.at(*wrong.path))


def _unknown_key(wrong: Wrong, place: Place) -> Diagnostic:
    key, known = str(wrong.path[-1]), _known(wrong)
    near = nearest(key, known)
    mend = f"did you mean `{near}`?" if near else f"known keys: {', '.join(known)}"
    message = f"no key is called {_shown_key(key)} here"
    return Diagnostic("unknown-key", message, place.key(*wrong.path), mend=mend)


def _shown_key(key: str) -> str:
    """Return a key so that a letter that only looks like another is seen (R-104)."""
    if _PLAIN_KEY.fullmatch(key):
        return f"`{key}`"
    strange = dict.fromkeys(c for c in key if not _PLAIN_KEY.fullmatch(c))
    points = ", ".join(f"U+{ord(character):04X}" for character in [*strange][:5])
    safe = "".join(c if c.isprintable() else "\ufffd" for c in key[:80])
    return f"`{safe}` (with {points})"


def _no_citation(wrong: Wrong, place: Place) -> Diagnostic:
    if wrong.what == "no-list" and wrong.given != "":
        message = "a list of passages belongs here: entries that begin with `- source:`"
        return Diagnostic("wrong-shape", message, place.at(*wrong.path))
    missing = wrong.what == "missing-key"
    return Diagnostic(
        "no-citation",
        "a claim must rest on at least one quotation",
        place.at(*wrong.path[:-1]) if missing else place.key(*wrong.path),
        mend="add cites: with the source and the article's exact words",
    )


def _missing_key(wrong: Wrong, place: Place) -> Diagnostic:
    key = str(wrong.path[-1])
    notes = (wrong.within.keys[key].description,) if isinstance(wrong.within, Shape) else ()
    message = f"the key `{key}` is missing"
    return Diagnostic(
        "missing-key", message, place.at(*wrong.path[:-1]), notes=notes, mend=f"add {key}:"
    )


_Words = tuple[str, str, str]


def _list(wrong: Wrong) -> _Words:
    mend = "write `- ` before the first key, and indent the keys after it by two"
    if isinstance(wrong.given, str):
        mend = f"write [{wrong.given}], or one line after `- ` for each"
    return "wrong-shape", f"a list belongs here, not {what(wrong.given)}", mend[:200]


def _keys(wrong: Wrong) -> _Words:
    return "wrong-shape", f"further keys belong here, not {what(wrong.given)}", ""


def _many(wrong: Wrong) -> _Words:
    most = wrong.within.most if isinstance(wrong.within, Many | Named) else 0
    return "too-large", f"the list has {len(wrong.given)} entries; {most} belong here at most", ""


def _few(wrong: Wrong) -> _Words:
    least = wrong.within.least if isinstance(wrong.within, Many) else 0
    return "wrong-shape", f"the list needs {least} entries", ""


_SHAPES: dict[str, Callable[[Wrong], _Words]] = {
    "no-list": _list,
    "no-mapping": _keys,
    "too-many": _many,
    "too-few": _few,
}
