"""What pydantic found wrong, as faults that an editor understands and can mend."""

import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from factsheet import spelling
from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.characters import MAX_FAULTS
from factsheet.reading.schemas import Schema

_PLAIN_KEY = re.compile(r"[A-Za-z0-9-]+")


def faults(error: ValidationError, schema: type[Schema], place: Place) -> tuple[Diagnostic, ...]:
    """Return one fault for each error of a record that stands at this place."""
    found = error.errors(include_url=False)[:MAX_FAULTS]
    meant = {_meant(details, schema) for details in found}
    told = (d for d in found if d["type"] != "missing" or d["loc"] not in meant)
    return tuple(_fault(details, schema, place) for details in told)


def _meant(details: ErrorDetails, schema: type[Schema]) -> tuple[int | str, ...]:
    """Return the path of the key that a misspelt one stands for: it is not missing as well."""
    *parents, key = details["loc"] or ("",)
    if details["type"] != "extra_forbidden":
        return ()
    return (*parents, nearest(str(key), _known(_schema_at(schema, tuple(parents)))))


def _known(schema: type[Schema]) -> list[str]:
    return [field.alias or name for name, field in schema.model_fields.items()]


def fault_of(error: PydanticCustomError, place: Place) -> Diagnostic:
    """Return the fault of a single value that was checked by itself."""
    context = error.context or {}
    return Diagnostic(error.type, context["message"], place, mend=context["mend"])


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one in any case, or an empty text."""
    by_lower = {name.lower(): name for name in known}
    return by_lower.get(spelling.nearest(word.lower(), by_lower) or "", "")


def _fault(details: ErrorDetails, schema: type[Schema], place: Place) -> Diagnostic:
    rule, context, loc = details["type"], details.get("ctx", {}), details["loc"]
    if "message" in context:
        return Diagnostic(rule, context["message"], _place(place, loc), mend=context["mend"])
    if rule == "extra_forbidden":
        return _unknown_key(loc, _schema_at(schema, loc[:-1]), place)
    if loc[-1:] == ("cites",) and rule in ("missing", "too_short", "list_type"):
        return _no_citation(details, place)
    if rule == "missing":
        return _missing_key(loc, _schema_at(schema, loc[:-1]), place)
    message, mend = _SHAPES.get(rule, _other)(details)
    if details["input"] == "":
        message, mend = "there is no value here", "give a value or take the line out"
    named = "bad-value" if details["input"] == "" else _RULES.get(rule, "bad-value")
    return Diagnostic(named, message, _place(place, loc), mend=mend)


def _place(place: Place, loc: tuple[int | str, ...]) -> Place:
    if loc[-1:] == ("[key]",):
        return place.key(*loc[:-1])
    return place.at(*loc)


def _schema_at(schema: type[Schema], loc: tuple[int | str, ...]) -> type[Schema]:
    for step in loc:
        known = {field.alias: field for field in schema.model_fields.values()}
        field = known.get(str(step))
        schema = (field and _schema_in(field.annotation)) or schema
    return schema


def _schema_in(annotation: Any) -> type[Schema] | None:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return annotation
    return next((s for part in get_args(annotation) if (s := _schema_in(part))), None)


def _unknown_key(loc: tuple[int | str, ...], schema: type[Schema], place: Place) -> Diagnostic:
    key = str(loc[-1])
    known = _known(schema)
    near = nearest(key, known)
    mend = f"did you mean `{near}`?" if near else f"known keys: {', '.join(known)}"
    message = f"no key is called {_shown_key(key)} here"
    return Diagnostic("unknown-key", message, place.key(*loc), mend=mend)


def _shown_key(key: str) -> str:
    """Return a key so that a letter that only looks like another is seen (R-104)."""
    if _PLAIN_KEY.fullmatch(key):
        return f"`{key}`"
    strange = dict.fromkeys(c for c in key if not _PLAIN_KEY.fullmatch(c))
    points = ", ".join(f"U+{ord(character):04X}" for character in [*strange][:5])
    safe = "".join(c if c.isprintable() else "\ufffd" for c in key[:80])
    return f"`{safe}` (with {points})"


def _no_citation(details: ErrorDetails, place: Place) -> Diagnostic:
    missing = details["type"] == "missing"
    if details["type"] == "list_type" and details["input"] != "":
        message = "a list of passages belongs here: entries that begin with `- source:`"
        return Diagnostic("wrong-shape", message, place.at(*details["loc"]))
    return Diagnostic(
        "no-citation",
        "a claim must rest on at least one quotation",
        place.at(*details["loc"][:-1]) if missing else place.key(*details["loc"]),
        mend="add cites: with the source and the article's exact words",
    )


def _missing_key(loc: tuple[int | str, ...], schema: type[Schema], place: Place) -> Diagnostic:
    key = str(loc[-1])
    field: FieldInfo | None = next(
        (f for f in schema.model_fields.values() if f.alias == key), None
    )
    notes = (field.description,) if field and field.description else ()
    message = f"the key `{key}` is missing"
    return Diagnostic("missing-key", message, place.at(*loc[:-1]), notes=notes, mend=f"add {key}:")


_Words = tuple[str, str]


def _word(details: ErrorDetails) -> _Words:
    given, allowed = details["input"], re.findall(r"'([^']*)'", details["ctx"]["expected"])
    if not isinstance(given, str):
        return "one word belongs here, not a list or further keys", ""
    near = nearest(given, allowed)
    mend = f"did you mean `{near}`?" if near else ""
    return f"“{given[:80]}” is not one of: {', '.join(allowed)}", mend


def _text(details: ErrorDetails) -> _Words:
    return f"text belongs here, not {_what(details['input'])}", ""


def _list(details: ErrorDetails) -> _Words:
    given = details["input"]
    mend = "write `- ` before the first key, and indent the keys after it by two"
    if isinstance(given, str):
        mend = f"write [{given}], or one line after `- ` for each"
    return f"a list belongs here, not {_what(given)}", mend[:200]


def _keys(details: ErrorDetails) -> _Words:
    return f"further keys belong here, not {_what(details['input'])}", ""


def _long_text(details: ErrorDetails) -> _Words:
    return f"the text is longer than {details['ctx']['max_length']:,} characters", "shorten it"


def _entries(details: ErrorDetails) -> _Words:
    bounds = details["ctx"]
    wanted = bounds.get("max_length", bounds.get("min_length"))
    return f"the list has {bounds['actual_length']} entries; {wanted} belong here at most", ""


def _few(details: ErrorDetails) -> _Words:
    return f"the list needs {details['ctx']['min_length']} entries", ""


def _other(details: ErrorDetails) -> _Words:
    return "this value cannot stand here", ""


def _what(given: Any) -> str:
    if isinstance(given, list):
        return "a list"
    return "further keys" if isinstance(given, dict) else "text"


_SHAPES: dict[str, Callable[[ErrorDetails], _Words]] = {
    "literal_error": _word,
    "string_type": _text,
    "list_type": _list,
    "dict_type": _keys,
    "model_type": _keys,
    "model_attributes_type": _keys,
    "string_too_long": _long_text,
    "too_long": _entries,
    "too_short": _few,
}
_RULES = {
    "string_type": "wrong-shape",
    "list_type": "wrong-shape",
    "dict_type": "wrong-shape",
    "model_type": "wrong-shape",
    "model_attributes_type": "wrong-shape",
    "too_short": "wrong-shape",
    "string_too_long": "too-large",
    "too_long": "too-large",
}
