"""One number as a text writes it: `788,000`, `$1.5bn`, `a dozen`, `one hundred and two`."""

from collections.abc import Sequence
from dataclasses import replace

from factsheet.language.amounts import Numeral, currency
from factsheet.language.digits import in_digits
from factsheet.language.phrases import Token
from factsheet.language.spelled import in_words
from factsheet.language.tables import NumberWords


def numeral_at(tokens: Sequence[Token], index: int, words: NumberWords) -> Numeral | None:
    """Return the number that begins at this token, or None."""
    if tokens[index].kind == "digits":
        return in_digits(tokens, index, words)
    code = currency(tokens, index, words)
    if code and code[1] < len(tokens) and tokens[code[1]].kind == "digits":
        money = in_digits(tokens, code[1], words, code[0])
        return replace(money, start=index) if money else None
    return in_words(tokens, index, words) if tokens[index].kind == "word" else None
