import pytest

from factsheet.reading.csl_dates import csl_date, edtf
from factsheet.reading.refusals import Refusal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2023-12-22", "2023-12-22"),
        ({"date-parts": [["2023", "12", "22"]]}, "2023-12-22"),
        ({"date-parts": [["2023", "9"]]}, "2023-09"),
        ({"date-parts": [["2023", "5", "12"], ["2023", "12"]]}, "2023-05-12/2023-12"),
        ([{"year": "2023", "month": "1", "day": "2"}], "2023-01-02"),
        ([{"year": "2023"}, {"year": "2024"}], "2023/2024"),
        ({"year": "2023", "month": "12"}, "2023-12"),
    ],
)
def test_dates_of_csl_become_edtf(value: object, text: str) -> None:
    assert csl_date(value).text == text


@pytest.mark.parametrize(
    "value",
    [{}, [], {"date-parts": []}, {"date-parts": "2023"}, {"date-parts": [["x"]]}, [["2023"]],
     {"date-parts": [[["2023"]]]}, {"raw": "2023"}, [{"day": "1", "x": "2"}], "22/12/2023",
     {"date-parts": [["2023"], ["2024"], ["2025"]]}, {"date-parts": [["2023", "13"]]}, [{}]],
)  # fmt: skip
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(Refusal) as caught:
        csl_date(value)
    assert caught.value.rule == "bad-date"


def test_message_and_mend_stand_apart() -> None:
    with pytest.raises(Refusal) as caught:
        edtf("March 2024")
    assert caught.value.message == "“March 2024” is no date"
    assert caught.value.mend == "write 2024-03"
