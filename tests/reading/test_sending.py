import pickle
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from factsheet.reading import look, read_file
from factsheet.reading.sending import SENT, by_fields

ROOT = Path(__file__).resolve().parents[2]


def nouns_in(value: Any) -> set[type]:
    """Return the types of all dataclasses that a value is made of."""
    if isinstance(value, tuple):
        return set().union(*map(nouns_in, value))
    if not is_dataclass(value) or isinstance(value, type):
        return set()
    return {type(value)}.union(*(nouns_in(getattr(value, f.name)) for f in fields(value)))


def test_every_file_of_this_repository_is_sent_unchanged() -> None:
    found = look(ROOT)
    for file in found.records:
        made = read_file(ROOT, file)
        assert pickle.loads(pickle.dumps(made)) == made
        assert nouns_in(made) <= set(SENT)


@pytest.mark.parametrize("noun", SENT)
def test_a_noun_has_fields_enough_to_be_taken_apart(noun: type) -> None:
    """Of one field alone, there would be no tuple."""
    assert len(fields(noun)) > 1
    made = noun(*(field.name for field in fields(noun)))
    assert by_fields(noun)(made) == (noun, tuple(field.name for field in fields(noun)))
    assert pickle.loads(pickle.dumps(made)) == made
