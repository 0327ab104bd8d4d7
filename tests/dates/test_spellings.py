"""Dates in other spellings."""

import pytest

from factsheet.dates.spellings import as_edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("22 Dec 2023", "2023-12-22"),
        ("22nd December 2023", "2023-12-22"),
        ("September 2nd, 2023", "2023-09-02"),
        ("Sept. 2023", "2023-09"),
        ("22.12.2023", "2023-12-22"),
        ("12/22/2023", "2023-12-22"),
        ("22/12/2023", "2023-12-22"),
        ("2023-12-22 10:00", "2023-12-22"),
        ("2023.9", "2023-09"),
        ("c. 2023", "2023~"),
        ("202x", "202X"),
        ("1 May 2023 to 3 May 2023", "2023-05-01/2023-05-03"),
        ("1/2/2023", ""),
        ("May", ""),
        ("1 to 2 to 3", ""),
        ("2023 – 2024 – 2025", ""),
        ("a" * 100_000, ""),
    ],
)
def test_a_spelling_that_means_one_date_is_proposed(text: str, edtf: str) -> None:
    assert as_edtf(text) == edtf
