"""Dates as records write them, and as reference managers export them in CSL YAML."""

from collections.abc import Mapping, Sequence
from typing import Any

from factsheet import dates
from factsheet.dates import Edtf
from factsheet.reading.refusals import Refusal, text_of


def edtf(value: Any) -> Edtf:
    """Return the date that a text means, or raise `bad-date`."""
    text = text_of(value, "a date")
    try:
        return dates.parse(text)
    except ValueError as error:
        message, _, mend = str(error).rpartition("; ")
        raise Refusal("bad-date", message or mend, mend if message else "") from None


def csl_date(value: Any) -> Edtf:
    """Return the date that a text or CSL's lists mean, or raise `bad-date`."""
    return edtf(value if isinstance(value, str) else _from_csl(value))


def _from_csl(value: Any) -> str:
    """Return the EDTF of a date as CSL YAML has it: date-parts, or a list of year, month, day."""
    if isinstance(value, Mapping) and set(value) == {"date-parts"}:
        parts = value["date-parts"]
    else:
        parts = [_year_first(part) for part in (value if isinstance(value, list) else [value])]
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        raise Refusal("bad-date", "this is not a date", "write it as 2023-12-22")
    return "/".join(_joined(part) for part in parts)


def _year_first(part: Any) -> Any:
    if not isinstance(part, Mapping) or not set(part) <= {"year", "month", "day"}:
        return None
    return [part[key] for key in ("year", "month", "day") if key in part]


def _joined(parts: Any) -> str:
    texts = parts if isinstance(parts, Sequence) and not isinstance(parts, str) else []
    if not 1 <= len(texts) <= 3 or not all(isinstance(t, str) and t.isdecimal() for t in texts):
        raise Refusal("bad-date", "this is not a date", "write it as 2023-12-22")
    return "-".join(text.zfill(4 if n == 0 else 2) for n, text in enumerate(texts))
