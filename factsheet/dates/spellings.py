"""Dates as people write them, turned into the EDTF spelling that a message can propose."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_SURE_MONTH, _SURE_DAY = r"(?P<month>0?[1-9]|1[0-2])", r"(?P<day>1[3-9]|2\d|3[01])"
_NAME = r"(?P<name>[a-z]{3})[a-z]*\.?"
_NTH = r"(?:st|nd|rd|th)?"
_USUAL = (
    rf"{_YEAR}[-./ ]{_MONTH}[-./ ]{_DAY}(?:[t ].*)?",
    rf"{_YEAR}[-. ]{_MONTH}",
    rf"{_DAY}{_NTH}[- ]{_NAME}[-, ]+{_YEAR}",
    rf"{_NAME} {_DAY}{_NTH},? {_YEAR}",
    rf"{_NAME},? {_YEAR}",
    rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}",
    rf"{_SURE_MONTH}/{_SURE_DAY}/{_YEAR}",
    rf"{_SURE_DAY}/{_SURE_MONTH}/{_YEAR}",
    rf"(?:c\.?|ca\.?|circa|about) ?(?P<about>){_YEAR}",
    rf"{_YEAR}",
    r"(?P<edtf>[\dx]{4}(?:-[\dx]{2}){0,2}[?~%]?)",
)
"""Spellings that mean one date only, in lower case; 1/2/2023 is not among them. They are compiled
when a date is wrong."""


def as_edtf(text: str) -> str:
    """Return what the date would be in EDTF, as a guess to be parsed, or an empty string."""
    sides = re.split(r" ?[–—] ?| to ", text.strip()) if len(text) <= 80 else []
    spelled = [_one(side.strip().lower()) for side in sides]
    return "/".join(spelled) if all(spelled) and len(spelled) <= 2 else ""


def _one(text: str) -> str:
    match = next(filter(None, (re.fullmatch(usual, text, re.ASCII) for usual in _USUAL)), None)
    if match is None:
        return ""
    found = match.groupdict()
    if found.get("edtf"):
        return text.upper()
    month, name = found.get("month"), found.get("name")
    if name:
        month = str(_MONTHS.index(name) + 1) if name in _MONTHS else "0"
    numbers = (f"{int(number):02}" for number in (month, found.get("day")) if number)
    return "-".join((found["year"], *numbers)) + ("~" if "about" in found else "")
