"""From checked schemas to the frozen nouns: lists become tuples, and each noun gets its place.

Only the keys that stand in the record are handed on; what a missing one means, the noun says.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from factsheet import model
from factsheet.diagnostics import Place
from factsheet.reading import claim_schemas, schemas, source_schemas
from factsheet.reading.schemas import Schema

NOUNS: dict[type[Schema], type] = {
    schemas.Reviewed: model.Review,
    schemas.Accepted: model.Acceptance,
    source_schemas.Author: model.Name,
    source_schemas.NotArticle: model.Exclusion,
    source_schemas.SicEntry: model.Sic,
    source_schemas.Source: model.SourceRecord,
    schemas.Section: model.SectionRecord,
    schemas.Topic: model.TopicRecord,
    schemas.Entity: model.Entity,
    schemas.Publisher: model.Publisher,
    schemas.Site: model.SiteRecord,
    schemas.Wording: model.WordingRecord,
    claim_schemas.Citation: model.CitationRecord,
    claim_schemas.Figure: model.Figure,
    claim_schemas.Inference: model.Inference,
    claim_schemas.Bearing: model.RelationRecord,
    claim_schemas.Correction: model.Correction,
    claim_schemas.Claim: model.ClaimRecord,
}
"""What each mapping of a file becomes."""

_PLACED = frozenset(n for n in NOUNS.values() if any(f.name == "place" for f in fields(n)))
_KEYS = {
    schema: {name: field.alias or name for name, field in schema.model_fields.items()}
    for schema in NOUNS
}
_CSL = frozenset(source_schemas.CslVariables.model_fields)


def noun(schema: Schema, place: Place, **more: Any) -> Any:
    """Return the noun of a checked mapping that stands at this place."""
    convert = _OWN_WAY.get(type(schema))
    values = convert(schema, place) if convert else _values(schema, place)
    made = NOUNS[type(schema)]
    if made in _PLACED:
        values["place"] = place
    return made(**values, **more)


def _values(schema: Schema, place: Place) -> dict[str, Any]:
    keys = _KEYS[type(schema)]
    return {
        name: _value(getattr(schema, name), place, keys[name]) for name in schema.model_fields_set
    }


def _value(value: Any, place: Place, *steps: str | int) -> Any:
    if isinstance(value, list):
        return tuple(_value(entry, place, *steps, n) for n, entry in enumerate(value))
    if isinstance(value, Schema):
        return noun(value, Place(place.file, (*place.path, *steps)))
    return value


def _source(schema: Schema, place: Place) -> dict[str, Any]:
    values = _values(schema, place)
    values.pop("id", None)
    keys = _KEYS[source_schemas.Source]
    csl = {keys[name]: values.pop(name) for name in keys if name in _CSL and name in values}
    if "sic" in values:
        values["sic"] = _sic(values["sic"], place)
    return {**values, "csl": csl}


def _sic(entries: dict[str, source_schemas.SicEntry], place: Place) -> tuple[model.Sic, ...]:
    return tuple(
        noun(entry, place.at("sic", words), words=words) for words, entry in entries.items()
    )


def _bearing(schema: Schema, place: Place) -> dict[str, Any]:
    values = _values(schema, place)
    because = values.pop("because", "")
    ((link, claim),) = values.items()
    return {"link": _KEYS[claim_schemas.Bearing][link], "claim": claim, "because": because}


_OWN_WAY: dict[type[Schema], Callable[[Schema, Place], dict[str, Any]]] = {
    source_schemas.Source: _source,
    claim_schemas.Bearing: _bearing,
}
