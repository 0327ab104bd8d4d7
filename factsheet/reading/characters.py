"""Characters that no record may hold, and how a message shows them."""

import re

_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, among them NEL
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # these turn the direction of writing
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # no one sees these
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
)

FORBIDDEN = re.compile(rf"[{_FORBIDDEN}]|\r(?!\n)")
"""Controls, bidi controls, zero-width characters but ZWJ and ZWNJ, surrogates, noncharacters.

Tab and line feed are allowed, a carriage return only before a line feed (R-108).
"""


def shown(character: str) -> str:
    """Return a character by its code point: `U+200B`."""
    return f"U+{ord(character):04X}"
