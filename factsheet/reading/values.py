"""The kinds of values that a record's fields take, each made from text in one spelling.

JSON Schema describes the same values as a YAML plug-in sees them, which makes numbers, booleans and
dates of some of the texts.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factsheet import spelling
from factsheet.reading.csl_dates import csl_date, edtf
from factsheet.reading.refusals import Refusal, text_of, what
from factsheet.reading.shapes import Value
from factsheet.urls import is_safe_link

MAX_MARKDOWN = 20_000
ID = r"[a-z0-9]+(-[a-z0-9]+)*"
NUMBER_PATTERN = r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,20})?"
RESERVED = frozenset(
    (
        "index 404 assets data con prn aux nul conin conout sitemap robots feed manifest cname "
        "headers redirects all none true false null end"
    ).split()
    + [f"{device}{n}" for device in ("com", "lpt") for n in range(10)]
)
"""Names that Windows keeps for devices, and names that the site or its host uses."""

_ID, _NUMBER = re.compile(ID), re.compile(NUMBER_PATTERN)
_PERCENT = re.compile(r"(0|[1-9][0-9]?|100)(\.[0-9]{1,6})?%")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_SHA256 = re.compile("[0-9a-f]{64}")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+")
_SEED = re.compile(r"[^/\\\x00-\x1f]+")
_NATIVE = ["string", "number", "boolean"]
_HTTP = "^[Hh][Tt][Tt][Pp][Ss]?://"


def check_id(given: Any) -> str:
    """Return the text where it is an id, or raise `bad-id`; the same object for the same id."""
    return _same_id(_string(given))


@lru_cache(maxsize=1 << 14)
def _same_id(text: str) -> str:
    if not _ID.fullmatch(text):
        wanted = "an id is made of a-z, 0-9 and single hyphens between them"
        raise Refusal("bad-id", f"“{text[:80]}” is no id: {wanted}", _proposed_id(text))
    if len(text) > 80:
        raise Refusal("bad-id", f"the id has {len(text)} characters; 80 is the most")
    return text


def check_own_id(given: Any) -> str:
    """Return the text where a new page can have it as id, or raise `bad-id`."""
    text = check_id(given)
    if text in RESERVED:
        raise Refusal(
            "bad-id",
            f"“{text}” cannot be an id: computers and hosts use that name",
            f"{text}-1" if text[-1:].isalpha() else "choose another one",
        )
    return text


def _proposed_id(text: str) -> str:
    proposed = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"write {proposed}" if proposed and len(proposed) <= 80 else ""


def _boolean(value: Any) -> bool:
    if value == "true":
        return True
    if value == "false":
        return False
    if not isinstance(value, str):
        raise Refusal("wrong-shape", "true or false belongs here, not a list or further keys")
    meant = {"yes": "true", "on": "true", "y": "true", "1": "true"}.get(value.lower(), "false")
    known = value.lower() in ("yes", "on", "y", "1", "no", "off", "n", "0", "true", "false")
    meant = value.lower() if value.lower() in ("true", "false") else meant
    message = f"“{value[:80]}” is neither true nor false"
    raise Refusal("bad-value", message, f"write {meant}" if known else "write true or false")


def _number(value: Any) -> Decimal:
    text = text_of(value, "a number")
    if not _NUMBER.fullmatch(text):
        raise Refusal(
            "bad-number",
            f"“{text[:80]}” is not a number in the spelling of records",
            _proposed_number(text),
        )
    return Decimal(text)


def _proposed_number(text: str) -> str:
    bare = re.sub(r"[,_\s’']", "", text).lstrip("+").lstrip("0") or "0"
    if _NUMBER.fullmatch(bare):
        return f"write {bare}"
    return "write digits only, with a point before decimals: 1250 or 0.5"


def _whole(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value() or abs(number) > 1_000_000:
        raise Refusal("bad-number", f"a whole number belongs here, not {number}")
    return int(number)


def _position(value: Any) -> int:
    number = _whole(value)
    if number < 1:
        raise Refusal("bad-number", f"counting begins with 1, not with {number}")
    return number


def _percent(value: Any) -> Decimal:
    text = text_of(value, "a percentage")
    if not _PERCENT.fullmatch(text) or Decimal(text[:-1]) > 100:
        raise Refusal("bad-number", f"“{text[:80]}” is not a percentage", "write it as 15%")
    return Decimal(text[:-1])


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Refusal("wrong-shape", f"text belongs here, not {what(value)}")


def _text(value: Any) -> str:
    if isinstance(value, str) and value and not value.isspace():
        return value
    return text_of(_string(value), "text")


def _markdown(value: Any) -> str:
    if len(_string(value)) > MAX_MARKDOWN:
        message = f"the text is longer than {MAX_MARKDOWN:,} characters"
        raise Refusal("too-large", message, "shorten it")
    return _text(value)


def _link(value: Any) -> str:
    text = _text(value)
    if not text.lower().startswith(("https://", "http://")) or not is_safe_link(text):
        raise Refusal(
            "bad-link",
            f"“{text[:200]}” is not an address of the web",
            "write the whole address, beginning with https://",
        )
    return text


def _base(value: Any) -> str:
    text = _link(value)
    return text if text.endswith("/") else f"{text}/"


def _matching(pattern: re.Pattern[str], wanted: str, mend: str = "") -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text = _text(value)
        if not pattern.fullmatch(text):
            raise Refusal("bad-value", f"“{text[:200]}” is not {wanted}", mend)
        return text

    return check


def one_of(words: Iterable[str]) -> Value:
    """Return the kind of value that is one of these words."""
    allowed = {word: word for word in words}

    def choose(value: Any) -> str:
        chosen = allowed.get(value) if isinstance(value, str) else None
        if chosen is None:
            raise _no_such_word(value, tuple(allowed))
        return chosen

    return Value(choose, {"enum": [*allowed], "type": "string"})


def _no_such_word(value: Any, allowed: tuple[str, ...]) -> Refusal:
    if value == "":
        return Refusal("bad-value", "there is no value here", "give a value or take the line out")
    if not isinstance(value, str):
        return Refusal("bad-value", "one word belongs here, not a list or further keys")
    near = nearest(value, allowed)
    mend = f"did you mean `{near}`?" if near else ""
    return Refusal("bad-value", f"“{value[:80]}” is not one of: {', '.join(allowed)}", mend)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one in any case, or an empty text."""
    by_lower = {name.lower(): name for name in known}
    return by_lower.get(spelling.nearest(word.lower(), by_lower) or "", "")


def _kind(read: Callable[[Any], Any], type_: str | list[str], **more: Any) -> Value:
    return Value(read, {**more, "type": type_})


def _id(read: Callable[[Any], str], ids: str = "") -> Value:
    """Return the kind of an id; the schema of another record's gets the live ids later."""
    schema = {"maxLength": 80, "pattern": f"^{ID}$", "type": ["string", "integer"]}
    return Value(read, schema, ids)


TEXT = _kind(_text, _NATIVE)
"""Plain text, not empty."""
MARKDOWN = _kind(_markdown, _NATIVE)
OWN_ID = _id(check_own_id)
SOURCE_ID = _id(check_id, "source")
TOPIC_ID = _id(check_id, "topic")
ENTITY_ID = _id(check_id, "entity")
CLAIM_ID = _id(check_id, "claim")
BOOLEAN = Value(_boolean, {"enum": [True, False, "true", "false"]})
NUMBER = _kind(_number, ["number", "string"], pattern=f"^{NUMBER_PATTERN}$")
WHOLE = _kind(_whole, ["integer", "string"])
POSITION = _kind(_position, ["integer", "string"], minimum=1)
PERCENT = _kind(_percent, "string", pattern=r"^[0-9]+(\.[0-9]+)?%$")
DATE = _kind(edtf, ["string", "integer"])
CSL_DATE = _kind(csl_date, ["string", "integer", "array", "object"])
WEB_LINK = _kind(_link, "string", pattern=_HTTP)
BASE_URL = _kind(_base, "string", pattern=_HTTP)
LANGUAGE = _kind(_matching(_LANGUAGE, "a language", "write it as en or en-US"), "string")
EMAIL = _kind(_matching(_EMAIL, "an e-mail address"), "string")
SHA256 = _kind(
    _matching(_SHA256, "a sha256: 64 of 0-9 and a-f"), "string", pattern="^[0-9a-f]{64}$"
)
SPDX = _kind(_matching(_SPDX, "an SPDX license id"), "string")
SEED_NAME = _kind(
    _matching(_SEED, "a file name", "write the name of a file in seeds/, without any folder"),
    "string",
)
