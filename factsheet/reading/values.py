"""The kinds of values that a record's fields take, each made from text in one spelling.

JSON Schema describes the same values as a YAML plug-in sees
them, which makes numbers, booleans and dates of some of the texts.
"""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from factsheet.dates import Edtf
from factsheet.reading.csl_dates import csl_date, edtf
from factsheet.reading.refusals import fault, text_of
from factsheet.urls import is_safe_link

MAX_MARKDOWN = 20_000
ID = r"[a-z0-9]+(-[a-z0-9]+)*"
NUMBER = r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,20})?"
RESERVED = frozenset(
    (
        "index 404 assets data con prn aux nul conin conout sitemap robots feed manifest cname "
        "headers redirects all none true false null end"
    ).split()
    + [f"{device}{n}" for device in ("com", "lpt") for n in range(10)]
)
"""Names that Windows keeps for devices, and names that the site or its host uses."""

_ID, _NUMBER = re.compile(ID), re.compile(NUMBER)
_PERCENT = re.compile(r"(0|[1-9][0-9]?|100)(\.[0-9]{1,6})?%")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_SEED = re.compile(r"[^/\\\x00-\x1f]+")
NATIVE_TEXT = {"type": ["string", "number", "boolean"]}


def check_id(text: str) -> str:
    """Return the text where it is an id, or raise `bad-id`."""
    if not _ID.fullmatch(text):
        wanted = "an id is made of a-z, 0-9 and single hyphens between them"
        raise fault("bad-id", f"“{text[:80]}” is no id: {wanted}", _proposed_id(text))
    if len(text) > 80:
        raise fault("bad-id", f"the id has {len(text)} characters; 80 is the most")
    return text


def check_own_id(text: str) -> str:
    """Return the text where a new page can have it as id, or raise `bad-id`."""
    if check_id(text) in RESERVED:
        raise fault(
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
        raise fault("wrong-shape", "true or false belongs here, not a list or further keys")
    meant = {"yes": "true", "on": "true", "y": "true", "1": "true"}.get(value.lower(), "false")
    known = value.lower() in ("yes", "on", "y", "1", "no", "off", "n", "0", "true", "false")
    meant = value.lower() if value.lower() in ("true", "false") else meant
    message = f"“{value[:80]}” is neither true nor false"
    raise fault("bad-value", message, f"write {meant}" if known else "write true or false")


def _number(value: Any) -> Decimal:
    text = text_of(value, "a number")
    if not _NUMBER.fullmatch(text):
        raise fault(
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
        raise fault("bad-number", f"a whole number belongs here, not {number}")
    return int(number)


def _position(value: Any) -> int:
    number = _whole(value)
    if number < 1:
        raise fault("bad-number", f"counting begins with 1, not with {number}")
    return number


def _percent(value: Any) -> Decimal:
    text = text_of(value, "a percentage")
    if not _PERCENT.fullmatch(text) or Decimal(text[:-1]) > 100:
        raise fault("bad-number", f"“{text[:80]}” is not a percentage", "write it as 15%")
    return Decimal(text[:-1])


def _link(text: str) -> str:
    if not text.lower().startswith(("https://", "http://")) or not is_safe_link(text):
        raise fault(
            "bad-link",
            f"“{text[:200]}” is not an address of the web",
            "write the whole address, beginning with https://",
        )
    return text


def _base(text: str) -> str:
    return text if text.endswith("/") else f"{text}/"


def _not_blank(text: str) -> str:
    return text_of(text, "text")


def _matching(pattern: re.Pattern[str], what: str, mend: str = "") -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise fault("bad-value", f"“{text[:200]}” is not {what}", mend)
        return text

    return AfterValidator(check)


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


def _ids(kind: str) -> WithJsonSchema:
    """Return the schema of an id of another record; its live ids are filled in later."""
    return _schema(["string", "integer"], pattern=f"^{ID}$", maxLength=80, **{"x-ids": kind})


Text = Annotated[str, AfterValidator(_not_blank), WithJsonSchema(NATIVE_TEXT)]
"""Plain text, not empty."""
Markdown = Annotated[
    str, Field(max_length=MAX_MARKDOWN), AfterValidator(_not_blank), WithJsonSchema(NATIVE_TEXT)
]
OwnId = Annotated[
    str,
    AfterValidator(check_own_id),
    _schema(["string", "integer"], pattern=f"^{ID}$", maxLength=80),
]
SourceId = Annotated[str, AfterValidator(check_id), _ids("source")]
TopicId = Annotated[str, AfterValidator(check_id), _ids("topic")]
EntityId = Annotated[str, AfterValidator(check_id), _ids("entity")]
ClaimId = Annotated[str, AfterValidator(check_id), _ids("claim")]
Boolean = Annotated[
    bool, BeforeValidator(_boolean), WithJsonSchema({"enum": [True, False, "true", "false"]})
]
Number = Annotated[
    Decimal, BeforeValidator(_number), _schema(["number", "string"], pattern=f"^{NUMBER}$")
]
Whole = Annotated[int, BeforeValidator(_whole), _schema(["integer", "string"])]
Position = Annotated[int, BeforeValidator(_position), _schema(["integer", "string"], minimum=1)]
Percent = Annotated[
    Decimal, BeforeValidator(_percent), _schema("string", pattern=r"^[0-9]+(\.[0-9]+)?%$")
]
Date = Annotated[Edtf, BeforeValidator(edtf), _schema(["string", "integer"])]
CslDate = Annotated[
    Edtf, BeforeValidator(csl_date), _schema(["string", "integer", "array", "object"])
]
WebLink = Annotated[
    str,
    AfterValidator(_not_blank),
    AfterValidator(_link),
    _schema("string", pattern="^[Hh][Tt][Tt][Pp][Ss]?://"),
]
BaseUrl = Annotated[WebLink, AfterValidator(_base)]
Language = Annotated[
    Text, _matching(_LANGUAGE, "a language", "write it as en or en-US"), _schema("string")
]
Email = Annotated[Text, _matching(_EMAIL, "an e-mail address"), _schema("string")]
Sha256 = Annotated[
    Text,
    _matching(re.compile("[0-9a-f]{64}"), "a sha256: 64 of 0-9 and a-f"),
    _schema("string", pattern="^[0-9a-f]{64}$"),
]
Spdx = Annotated[
    Text, _matching(re.compile(r"[A-Za-z0-9.+-]+"), "an SPDX license id"), _schema("string")
]
SeedName = Annotated[
    Text,
    _matching(_SEED, "a file name", "write the name of a file in seeds/, without any folder"),
    _schema("string"),
]
