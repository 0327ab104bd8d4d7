"""One number as a text writes it: `788,000`, `$1.5bn`, `a dozen`, `one hundred and two`."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from factsheet.language.amounts import Numeral, currency
from factsheet.language.digits import in_digits
from factsheet.language.phrases import Token, tokens
from factsheet.language.spelled import first_words, in_words
from factsheet.language.tables import NumberWords


def numeral_at(read: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """Return the number that begins at this token, or None."""
    if read[index].kind == "digits":
        return in_digits(read, index, words)
    if read[index].word not in beginnings(words):
        return None
    code = currency(read, index, words)
    if code and code[1] < len(read) and read[code[1]].kind == "digits":
        money = in_digits(read, code[1], words, code[0])
        return replace(money, start=index) if money else None
    return in_words(read, index, words) if read[index].kind == "word" else None


@lru_cache(maxsize=64)
def beginnings(words: NumberWords) -> frozenset[str]:
    """Return the words and signs that a number may begin with; digits may too."""
    signs = (tokens(sign)[0].word for sign in words.currencies)
    return first_words(words) | frozenset((*signs, "u.s.", "us"))
