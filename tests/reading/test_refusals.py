import pytest
from pydantic_core import PydanticCustomError

from factsheet.reading.refusals import fault, text_of


def test_a_fault_carries_rule_message_and_mend() -> None:
    error = fault("bad-id", "{braces} stay", "write it so")
    assert (error.type, error.message()) == ("bad-id", "{braces} stay")
    assert error.context == {"message": "{braces} stay", "mend": "write it so"}


@pytest.mark.parametrize(("value", "rule"), [([], "wrong-shape"), (" ", "bad-value")])
def test_text_has_something_in_it(value: object, rule: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        text_of(value, "a date")
    assert caught.value.type == rule
    assert text_of("x", "a date") == "x"
