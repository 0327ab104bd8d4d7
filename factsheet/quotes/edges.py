"""Whether a place in a text is inside a word or a number."""

import re
import unicodedata
from typing import Literal

Cut = Literal["cuts-word", "cuts-number"]

_REACH = 3
"""How many characters on each side decide."""
_INSIDE_NUMBER = re.compile(
    r"""
      [\d][.,:/'’\-–\u2010-\u2012\xa0\u2009\u202f]?\|\d       # 1,2|00   12:|30   5–|10
    | [\d]\|[.,:/'’\-–\u2010-\u2012\xa0\u2009\u202f]\d        # 1|,200   12|:30   5|–10
    | [$+±\u2212]\|[$.]?\d                                    # $|100    −|5
    | (?:^|[^\w.])[-.]\|[$.]?\d                               # -|5      .|5
    | \w\|[$]\.?\d                                            # US|$100
    | \d\|[%‰‱°$]                                             # 5|%      100|€
    | \d\|\w | \w\|\d                                         # 12|th    ½ and ² are \w
    """,
    re.VERBOSE,
)
_INSIDE_WORD = re.compile(
    r"""
      \w\|\w
    | \w['’ʼ‘\-\u2010\u2011]\|\w | \w\|['’ʼ‘\-\u2010\u2011]\w   # Mexico|'s   Sherwood|-Randall
    | (?:^|\W)[^\W\d_]\.\|[^\W\d_]\. | (?:^|\W)[^\W\d_]\|\.[^\W\d_]\.   # U.|S.   U|.S.
    """,
    re.VERBOSE,
)


def cut(text: str, offset: int) -> Cut | None:
    """Return what a passage that begins or ends at this offset would cut; None: nothing.

    Letters, digits and marks hold together, as do apostrophes and hyphens between them. A number
    keeps its separators, its sign, its currency and its per cent sign.
    """
    if offset <= 0 or offset >= len(text) or text[offset] in " \n" or text[offset - 1] in " \n":
        return None
    if text[offset - 1].isalpha() and text[offset].isalpha():
        return "cuts-word"
    before = _plain(text[max(0, offset - 2 * _REACH) : offset])[-_REACH:]
    after = _plain(text[offset : offset + 2 * _REACH])[:_REACH]
    seam = f"{before}|{after}"
    if _INSIDE_NUMBER.search(seam):
        return "cuts-number"
    return "cuts-word" if _INSIDE_WORD.search(seam) else None


def _plain(text: str) -> str:
    """One stand-in for what Python's patterns have no class for: marks, currencies, joiners."""
    return "".join(_STAND_INS.get(unicodedata.category(char), char) for char in text)


_STAND_INS = {"Mn": "m", "Mc": "m", "Me": "m", "Sc": "$", "Cf": ""}
