"""The corpus as data files that Hugo and Eleventy read, in three forms.

`yaml` and `json` hold each article's text in its record, as data files do; `text` is the YAML form
with the articles beside it as plain text, which is how this tool has them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.nouns import Claim, Corpus, Figure, Source, Topic, source_id
from benchmarks.records import folded, quoted, sentence

FORMS = ("yaml", "json", "text")
LONG = 60
"""Characters from which a text is folded over several lines."""
Value = str | Mapping[str, "Value"] | Sequence["Value"]


def write(corpus: Corpus, folder: Path, form: str) -> None:
    """Write data/topics, data/sources and, for the form `text`, texts/ into the folder."""
    for name in ("data/topics", "data/sources", "texts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    ending, spell = ("json", as_json) if form == "json" else ("yaml", as_yaml)
    for topic in corpus.topics:
        _save(folder / "data/topics" / f"{topic.id}.{ending}", spell(_topic(corpus, topic)))
    for source in articles(corpus):
        record, text = _source(source), "\n\n".join(source.paragraphs)
        if form == "text":
            _save(folder / "texts" / f"{source.id}.txt", text + "\n")
        else:
            record["text"] = text
        _save(folder / "data/sources" / f"{source.id}.{ending}", spell(record))


def as_json(record: Mapping[str, Value]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def as_yaml(record: Mapping[str, Value]) -> str:
    """Return the record as an editor would write it."""
    return "\n".join(_mapping(record, 0)) + "\n"


def _mapping(record: Mapping[str, Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for key, value in record.items():
        if isinstance(value, str):
            yield f"{margin}{key}: {_scalar(value, indent + 2)}"
        else:
            yield f"{margin}{key}:"
            yield from _nested(value, indent + 2)


def _nested(value: Value, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
        return
    margin = " " * indent
    for one in value:
        if isinstance(one, Mapping):
            first, *rest = _mapping(one, indent + 2)
            yield f"{margin}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{margin}- {_scalar(str(one), indent + 2)}"


def _scalar(text: str, indent: int) -> str:
    if "\n" in text:
        margin = " " * indent
        return "|-\n" + "\n".join(margin + line if line else "" for line in text.split("\n"))
    return folded(text, indent) if len(text) > LONG else quoted(text)


def _topic(corpus: Corpus, topic: Topic) -> dict[str, Value]:
    return {
        "id": topic.id,
        "title": topic.title,
        "summary": topic.summary,
        "sections": [
            {"heading": heading, "claims": [_claim(corpus.claims[n]) for n in positions]}
            for heading, positions in topic.sections
        ],
        "not_established": topic.not_established,
    }


def _claim(claim: Claim) -> dict[str, Value]:
    record: dict[str, Value] = {
        "id": claim.id,
        "claim": sentence(claim, "/topics/{}.html"),
        "kind": claim.kind,
        "about": [entity.name for entity in claim.about],
        "reviewed": claim.reviewed.isoformat(),
        "cites": [{"source": source_id(c.source), "quote": c.quote} for c in claim.cites],
    }
    if claim.said_by:
        record["said_by"] = claim.said_by.name
    if claim.when:
        record["when"] = claim.when
    if claim.inferred:
        record["inferred"] = {"what": claim.when, "because": claim.inferred}
    if claim.figure:
        record["figure"] = _figure(claim.figure)
    if claim.relation:
        relation = claim.relation
        record["relation"] = {
            "link": relation.link, "claim": relation.claim, "because": relation.because,
        }  # fmt: skip
    return record


def _figure(figure: Figure) -> dict[str, Value]:
    return {
        "name": figure.name,
        "words": figure.words,
        "unit": figure.unit,
        "period": figure.period,
        "counted_by": figure.counted_by.name,
    }


def _source(source: Source) -> dict[str, Value]:
    return {
        "id": source.id,
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "issued": source.issued.isoformat(),
        "url": f"https://news.example/{source.id}",
        "archive": f"https://archive.example/{source.id}",
        "descriptor": source.descriptor,
    }


def _save(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
