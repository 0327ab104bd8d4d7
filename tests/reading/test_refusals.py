import pytest

from factsheet.reading.refusals import Refusal, text_of, what


def test_a_refusal_carries_rule_message_and_mend() -> None:
    refusal = Refusal("bad-id", "{braces} stay", "write it so")
    assert (refusal.rule, refusal.message) == ("bad-id", "{braces} stay")
    assert refusal.mend == "write it so"
    assert Refusal("bad-id", "no mend").mend == ""


def test_what_stands_there_instead_has_a_name() -> None:
    assert (what([]), what({}), what("x")) == ("a list", "further keys", "text")


@pytest.mark.parametrize(("value", "rule"), [([], "wrong-shape"), (" ", "bad-value")])
def test_text_has_something_in_it(value: object, rule: str) -> None:
    with pytest.raises(Refusal) as caught:
        text_of(value, "a date")
    assert caught.value.rule == rule
    assert text_of("x", "a date") == "x"
