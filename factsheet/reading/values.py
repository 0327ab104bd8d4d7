"""The kinds of values that a record's fields take, each made from text in one spelling.

A fault is raised as a PydanticCustomError whose type is the name of the rule; `mend` in its
context is what the editor should do. JSON Schema describes the same values as a YAML plug-in sees
them, which makes numbers, booleans and dates of some of the texts.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from factsheet import dates
from factsheet.dates import Edtf
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
_NATIVE_TEXT = {"type": ["string", "number", "boolean"]}


def fault(rule: str, message: str, mend: str = "") -> PydanticCustomError:
    """Return a fault of one value, to be raised where the schema is checked."""
    return PydanticCustomError(rule, "{message}", {"message": message, "mend": mend})


def check_id(text: str) -> str:
    """Return the text where it is an id, or raise `bad-id`."""
    if not _ID.fullmatch(text):
        wanted = "an id is made of a-z, 0-9 and single hyphens between them"
        raise fault("bad-id", f"“{text}” is no id: {wanted}", _proposed_id(text))
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
    message = f"“{value}” is neither true nor false"
    raise fault("bad-value", message, f"write {meant}" if known else "write true or false")


def _text_of(value: Any, wanted: str) -> str:
    if not isinstance(value, str):
        raise fault("wrong-shape", f"{wanted} belongs here, not a list or further keys")
    if not value.strip():
        raise fault("bad-value", "the key has no value", "give a value or take the line out")
    return value


def _number(value: Any) -> Decimal:
    text = _text_of(value, "a number")
    if not _NUMBER.fullmatch(text):
        raise fault(
            "bad-number",
            f"“{text}” is not a number in the spelling of records",
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
    text = _text_of(value, "a percentage")
    if not _PERCENT.fullmatch(text) or Decimal(text[:-1]) > 100:
        raise fault("bad-number", f"“{text}” is not a percentage", "write it as 15%")
    return Decimal(text[:-1])


def _edtf(value: Any) -> Edtf:
    text = _text_of(value, "a date")
    try:
        return dates.parse(text)
    except ValueError as error:
        raise fault("bad-date", str(error)) from None


def _csl_date(value: Any) -> Edtf:
    return _edtf(value if isinstance(value, str) else _from_csl(value))


def _from_csl(value: Any) -> str:
    """Return the EDTF of a date as CSL YAML has it: date-parts, or a list of year, month, day."""
    if isinstance(value, Mapping) and set(value) == {"date-parts"}:
        parts = value["date-parts"]
    else:
        parts = [_year_first(part) for part in (value if isinstance(value, list) else [value])]
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        raise fault("bad-date", "this is not a date", "write it as 2023-12-22")
    return "/".join(_joined(part) for part in parts)


def _year_first(part: Any) -> Any:
    if not isinstance(part, Mapping) or not set(part) <= {"year", "month", "day"}:
        return None
    return [part[key] for key in ("year", "month", "day") if key in part]


def _joined(parts: Any) -> str:
    texts = parts if isinstance(parts, Sequence) and not isinstance(parts, str) else []
    if not 1 <= len(texts) <= 3 or not all(isinstance(t, str) and t.isdecimal() for t in texts):
        raise fault("bad-date", "this is not a date", "write it as 2023-12-22")
    return "-".join(text.zfill(4 if n == 0 else 2) for n, text in enumerate(texts))


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
    return _text_of(text, "text")


def _matching(pattern: re.Pattern[str], what: str, mend: str = "") -> AfterValidator:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise fault("bad-value", f"“{text[:200]}” is not {what}", mend)
        return text

    return AfterValidator(check)


def _schema(kind: str | list[str], **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Text = Annotated[str, AfterValidator(_not_blank), WithJsonSchema(_NATIVE_TEXT)]
"""Plain text, not empty."""
Markdown = Annotated[
    str, AfterValidator(_not_blank), Field(max_length=MAX_MARKDOWN), WithJsonSchema(_NATIVE_TEXT)
]
Id = Annotated[
    str, AfterValidator(check_id), _schema(["string", "integer"], pattern=f"^{ID}$", maxLength=80)
]
"""The id of another record."""
OwnId = Annotated[
    str,
    AfterValidator(check_own_id),
    _schema(["string", "integer"], pattern=f"^{ID}$", maxLength=80),
]
SourceId = Annotated[Id, Field(json_schema_extra={"x-ids": "source"})]
TopicId = Annotated[Id, Field(json_schema_extra={"x-ids": "topic"})]
EntityId = Annotated[Id, Field(json_schema_extra={"x-ids": "entity"})]
ClaimId = Annotated[Id, Field(json_schema_extra={"x-ids": "claim"})]
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
Date = Annotated[Edtf, BeforeValidator(_edtf), _schema(["string", "integer"])]
CslDate = Annotated[
    Edtf, BeforeValidator(_csl_date), _schema(["string", "integer", "array", "object"])
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
