from decimal import Decimal

import pytest

from factsheet.reading import values
from factsheet.reading.refusals import Refusal
from factsheet.reading.shapes import Value


def read(kind: Value, value: object) -> object:
    return kind.read(value)


def refusal(kind: Value, value: object) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        read(kind, value)
    return caught.value.rule, caught.value.mend


@pytest.mark.parametrize("text", ["a", "1", "a-b", "claim-2023-12", "x" * 80])
def test_an_id_is_what_it_is(text: str) -> None:
    """R-402"""
    assert read(values.OWN_ID, text) == text


@pytest.mark.parametrize(
    "text",
    ["", "A", "a_b", "a--b", "-a", "a-", "a b", "a\n", "é", "x" * 81, "../a", "a/b", "a.b", "٣"],
)
def test_an_id_is_matched_as_a_whole(text: str) -> None:
    """R-402: fullmatch, so that no line feed slips in at the end"""
    assert refusal(values.OWN_ID, text)[0] == "bad-id"


@pytest.mark.parametrize("text", ["con", "nul", "com1", "lpt9", "index", "404", "assets", "data"])
def test_reserved_names_are_no_ids_but_can_be_referred_to(text: str) -> None:
    """R-402: a reference to one is reported as leading nowhere"""
    assert refusal(values.OWN_ID, text)[0] == "bad-id"
    assert read(values.TOPIC_ID, text) == text


def test_an_id_is_proposed() -> None:
    assert refusal(values.OWN_ID, "Eagle Pass & El Paso")[1] == "write eagle-pass-el-paso"


def test_true_and_false_have_one_spelling() -> None:
    """R-105"""
    assert read(values.BOOLEAN, "true") is True
    assert read(values.BOOLEAN, "false") is False


@pytest.mark.parametrize(
    ("text", "mend"),
    [("yes", "write true"), ("NO", "write false"), ("True", "write true"), ("off", "write false"),
     ("maybe", "write true or false"), ("1", "write true"), ("", "write true or false")],
)  # fmt: skip
def test_other_spellings_of_true_and_false_are_refused(text: str, mend: str) -> None:
    """R-105"""
    assert refusal(values.BOOLEAN, text) == ("bad-value", mend)


@pytest.mark.parametrize("text", ["0", "7", "788000", "1.10", "-100.500", "0.5", "100000000"])
def test_a_number_has_one_spelling(text: str) -> None:
    """R-105"""
    assert read(values.NUMBER, text) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [("788,000", "write 788000"), ("010", "write 10"), ("+5", "write 5"), ("1_000", "write 1000"),
     ("1 000", "write 1000"), ("1e6", ""), (".5", ""), ("5.", ""), ("٣", ""), ("NaN", ""),
     ("inf", ""), ("-0x1", ""), ("1" * 31, ""), ("--5", ""), ("5\n", "write 5")],
)  # fmt: skip
def test_other_spellings_of_numbers_are_refused(text: str, mend: str) -> None:
    """R-105"""
    rule, proposed = refusal(values.NUMBER, text)
    assert rule == "bad-number"
    assert proposed.startswith(mend or "write ")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [(values.WHOLE, "-3", -3), (values.POSITION, "2", 2), (values.PERCENT, "15%", Decimal(15)),
     (values.PERCENT, "7.5%", Decimal("7.5")), (values.PERCENT, "100%", Decimal(100))],
)  # fmt: skip
def test_whole_numbers_and_percentages(kind: Value, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [(values.WHOLE, "1.5"), (values.POSITION, "0"), (values.PERCENT, "15"),
     (values.PERCENT, "101%"), (values.PERCENT, "100.5%"), (values.PERCENT, "-1%")],
)  # fmt: skip
def test_numbers_out_of_range_are_refused(kind: Value, text: str) -> None:
    assert refusal(kind, text)[0] == "bad-number"


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "ftp://a.example/", "//a.example", "a.example", "https://",
     "https://user@a.example/", "mailto:a@b.example", "https://a.example/\u200b"],
)  # fmt: skip
def test_an_address_is_of_the_web_and_hides_nothing(text: str) -> None:
    """R-202"""
    assert refusal(values.WEB_LINK, text)[0] == "bad-link"


def test_an_address_is_kept_as_written_and_a_base_ends_with_a_slash() -> None:
    assert read(values.WEB_LINK, "https://a.example/x?y=1#z") == "https://a.example/x?y=1#z"
    assert read(values.BASE_URL, "https://a.example/x") == "https://a.example/x/"
    assert read(values.BASE_URL, "https://a.example/x/") == "https://a.example/x/"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [(values.LANGUAGE, "en-US", "English (US)"), (values.EMAIL, "a@b.example", "a at b"),
     (values.SHA256, "0f" * 32, "0F" * 32), (values.SPDX, "CC-BY-4.0", "CC BY 4.0"),
     (values.SEED_NAME, "a b.txt", "../a.txt"), (values.SEED_NAME, "a.txt", "a\\b"),
     (values.TEXT, " a ", "  "), (values.MARKDOWN, "a", "")],
)  # fmt: skip
def test_text_of_a_certain_form(kind: Value, good: str, bad: str) -> None:
    """R-403 among them: a seed is named by file name, never by path"""
    assert read(kind, good) == good
    assert refusal(kind, bad)[0] == "bad-value"


def test_markdown_has_a_limit() -> None:
    """R-203"""
    assert read(values.MARKDOWN, "x" * 20_000)
    assert refusal(values.MARKDOWN, "x" * 20_001)[0] == "too-large"


@pytest.mark.parametrize("kind", [values.NUMBER, values.BOOLEAN, values.DATE, values.PERCENT])
@pytest.mark.parametrize("value", [[], {}, ["1"]])
def test_a_list_is_no_value(kind: Value, value: object) -> None:
    assert refusal(kind, value)[0] == "wrong-shape"


@pytest.mark.parametrize("value", [[], {}, ["a"]])
@pytest.mark.parametrize("kind", [values.TEXT, values.MARKDOWN, values.OWN_ID, values.WEB_LINK])
def test_a_list_is_no_text(kind: Value, value: object) -> None:
    assert refusal(kind, value) == ("wrong-shape", "")


def test_one_word_of_a_few() -> None:
    kind = values.one_of(("event", "measure"))
    assert read(kind, "event") == "event"
    assert refusal(kind, "evnt") == ("bad-value", "did you mean `event`?")
    assert refusal(kind, "") == ("bad-value", "give a value or take the line out")
    assert refusal(kind, ["event"]) == ("bad-value", "")


def test_an_id_is_kept_once() -> None:
    """Ten thousand claims name the same sources and topics."""
    one, other = (f"border-{ending}" for ending in ["talks", "talks"])
    assert one is not other
    assert values.check_id(one) is values.check_id(other)


def test_the_nearest_word_in_any_case() -> None:
    assert values.nearest("URI", ["URL", "title"]) == "URL"
    assert values.nearest("xyz", ["URL", "title"]) == ""
