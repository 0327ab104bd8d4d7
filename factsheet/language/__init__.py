"""The words that checks look for, one table a language.

Weighed on the sentences of real articles, and not taken: text2num, number-parser and quantulum3
for numbers, dateparser for dates; docs/checks.md says what each of them made of those sentences.
"""

from functools import lru_cache

from msgspec.structs import replace

from factsheet.language.english import ENGLISH
from factsheet.language.spanish import SPANISH
from factsheet.language.tables import Language, NumberWords

_COMMAS = replace(
    SPANISH,
    numbers=replace(SPANISH.numbers, thousands=",", decimals="."),
)
LANGUAGES = {
    "en": ENGLISH,
    "es": SPANISH,
    **{f"es-{region}": replace(_COMMAS, tag=f"es-{region.upper()}")
       for region in ("mx", "us", "gt", "hn", "sv", "ni", "pa", "do", "pr", "pe")},
}  # fmt: skip
"""By language tag in small letters. To add a language, write its table and add it here.

Mexico, its southern neighbours and the United States write 304,162 in Spanish; Spain 304.162."""


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Return the table for a BCP 47 tag: its region's, else its language's.

    A language without a table gets an empty one, by which digits are read and no word means
    anything: a check says nothing rather than take one language's words for another's.
    """
    known = tag.lower().replace("_", "-")
    language = LANGUAGES.get("-".join(known.split("-")[:2])) or LANGUAGES.get(known.split("-")[0])
    return language or Language(tag, NumberWords(thousands=",.", decimals=".,"))
