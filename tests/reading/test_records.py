from dataclasses import fields

import pytest

from factsheet.diagnostics import Place
from factsheet.reading import claim_schemas, schemas, source_schemas
from factsheet.reading.records import NOUNS, noun
from factsheet.reading.schemas import Schema

GIVEN_BY_THE_FILE = {"id", "place"}
CSL = set(source_schemas.CslVariables.model_fields)
DIFFERENT: dict[type[Schema], tuple[set[str], set[str]]] = {
    source_schemas.Source: (CSL, {"csl"}),
    source_schemas.SicEntry: (set(), {"words"}),
    claim_schemas.Bearing: (
        {link.replace("-", "_") for link in claim_schemas.LINKS},
        {"link", "claim"},
    ),
}
"""Fields that only the schema and only the noun has."""


@pytest.mark.parametrize("schema", NOUNS)
def test_schema_and_noun_have_the_same_fields(schema: type[Schema]) -> None:
    only_schema, only_noun = DIFFERENT.get(schema, (set(), set()))
    written = set(schema.model_fields) - only_schema
    named = {field.name for field in fields(NOUNS[schema])} - only_noun
    assert written - GIVEN_BY_THE_FILE == named - GIVEN_BY_THE_FILE


@pytest.mark.parametrize("schema", NOUNS)
def test_every_field_is_described(schema: type[Schema]) -> None:
    assert schema.__doc__
    assert all(field.description for field in schema.model_fields.values())


def test_what_is_not_written_is_what_the_noun_says() -> None:
    made = noun(schemas.Site.model_validate({"title": "T"}), Place("f"))
    assert (made.language, str(made.excerpt_limit), made.base_url) == ("en", "15", "")


def test_values_are_frozen_all_the_way_down() -> None:
    entry = {"heading": "H", "claims": ["a"]}
    checked = schemas.Topic.model_validate({"title": "T", "sections": [entry]})
    hash(noun(checked, Place("f"), id="t"))
