"""The corpus as this tool's records: content/ and seeds/."""

import hashlib
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.nouns import Claim, Corpus, Entity, Figure, Source, Topic, source_id

CLAIMS_A_FILE = 50
SITE = """\
title: The county archive
description: What the papers of an invented county wrote, claim by claim.
language: en
base-url: https://facts.example/
publisher: {name: The archive’s desk, email: corrections@facts.example}
license: CC-BY-4.0
"""


def write(corpus: Corpus, folder: Path) -> None:
    """Write the whole site into the folder, which need not be there."""
    content = folder / "content"
    for name in ("claims", "topics", "entities", "sources"):
        (content / name).mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    _save(content / "site.yaml", SITE)
    for topic in corpus.topics:
        _save(content / "topics" / f"{topic.id}.yaml", _topic(corpus, topic))
    for entity in corpus.entities:
        _save(content / "entities" / f"{entity.id}.yaml", _entity(entity))
    for file, claims in claim_files(corpus):
        _save(content / "claims" / file, "\n".join(_claim(claim) for claim in claims))
    for source in articles(corpus):
        seed = seed_of(source)
        _save(folder / "seeds" / f"{source.id}.txt", seed)
        _save(content / "sources" / f"{source.id}.yaml", _source(source, seed))


def claim_files(corpus: Corpus) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the name of each file of claims with its claims, some files a topic."""
    for topic in corpus.topics:
        held = [corpus.claims[n] for _, positions in topic.sections for n in positions]
        for start in range(0, len(held), CLAIMS_A_FILE):
            number = start // CLAIMS_A_FILE + 1
            yield f"{topic.id}-{number}.yaml", held[start : start + CLAIMS_A_FILE]


def seed_of(source: Source) -> str:
    """Return the archived file: the article, and lines around it that are not its words."""
    return "\n\n".join((source.before, *source.paragraphs, source.after)) + "\n"


def folded(text: str, indent: int) -> str:
    """Return a text as editors write long ones: folded, below its key."""
    return ">-\n" + wrapped(text, indent)


def wrapped(text: str, indent: int) -> str:
    """Return a text in lines of at most 100 characters, each indented."""
    margin = " " * indent
    return "\n".join(
        textwrap.wrap(
            text,
            100,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def quoted(text: str) -> str:
    """Return a text between double quotation marks, as YAML and JSON have it."""
    return json.dumps(text, ensure_ascii=False)


def sentence(claim: Claim, topics: str) -> str:
    """Return the claim as Markdown; topics is how a link leads to a topic."""
    text = claim.text + "."
    if not claim.set_off:
        return text
    link = f"[{claim.set_off}]({topics.format(claim.link)})"
    marked = link if claim.link else f"*{claim.set_off}*"
    return text.replace(claim.set_off, marked, 1)


def _claim(claim: Claim) -> str:
    lines = [
        f"- id: {claim.id}",
        f"  claim: {folded(sentence(claim, 'topics/{}.html'), 4)}",
        f"  kind: {claim.kind}",
        f"  topics: [topic-{claim.topic + 1:04}]",
    ]
    if claim.said_by:
        lines.append(f"  said-by: {claim.said_by.id}")
    lines.append(f"  about: [{', '.join(entity.id for entity in claim.about)}]")
    if claim.when:
        lines.append(f"  when: {claim.when}")
    lines.append("  cites:")
    for cite in claim.cites:
        lines.append(f"    - source: {source_id(cite.source)}")
        lines.append(f"      quote: {folded(cite.quote, 8)}")
    lines += _figure(claim.figure) if claim.figure else ()
    if claim.inferred:
        lines += ("  inferred:", f"    - what: {claim.when}", f"      because: {claim.inferred}")
    if claim.relation:
        lines += ("  relations:", f"    - {claim.relation.link}: {claim.relation.claim}")
        lines.append(f"      because: {claim.relation.because}")
    lines.append(f"  reviewed: {{by: The archive’s desk, on: {claim.reviewed.isoformat()}}}")
    return "\n".join(lines) + "\n"


def _figure(figure: Figure) -> Iterator[str]:
    yield "  figures:"
    yield f"    - name: {figure.name}"
    yield f"      {figure.bound}: {figure.number}"
    yield f"      unit: {figure.unit}"
    yield f"      period: {figure.period}"
    yield f"      counted-by: {figure.counted_by.id}"
    yield f"      words: {figure.words}"


def _topic(corpus: Corpus, topic: Topic) -> str:
    lines = [f"title: {topic.title}", f"summary: {folded(topic.summary, 2)}"]
    lines.append(f"order: {topic.order}")
    if topic.parent:
        lines.append(f"parent: {topic.parent}")
    lines.append("sections:")
    for heading, positions in topic.sections:
        ids = ", ".join(corpus.claims[n].id for n in positions)
        lines += (f"  - heading: {heading}", f"    claims: [\n{wrapped(ids, 6)}\n    ]")
    lines.append("not-established:")
    lines += (f"  - {line}" for line in topic.not_established)
    return "\n".join(lines) + "\n"


def _entity(entity: Entity) -> str:
    role = f"role: {entity.role}\n" if entity.role else ""
    return f"name: {entity.name}\ntype: {entity.type}\n{role}"


def _source(source: Source, seed: str) -> str:
    day = source.issued.isoformat()
    sic = ""
    if source.slip:
        sic = f"sic:\n  {source.slip[0]}: {{read: {source.slip[1]}, because: A slip of the pen.}}\n"
    return (
        f"type: article-newspaper\ntitle: {source.title}\ncontainer-title: {source.outlet}\n"
        f"author: [{{literal: {source.author}}}]\nissued: {day}\naccessed: 2025-05-01\n"
        f"URL: https://news.example/{source.id}\nurl-status: live\n"
        f"archive-url: https://archive.example/{source.id}\narchive-date: 2025-05-01\n"
        f"language: en-GB\ntext: {source.id}.txt\n"
        f"sha256: {hashlib.sha256(seed.encode()).hexdigest()}\n"
        f"license: CC-BY-4.0\ndisplay: full\ndescriptor: {source.descriptor}\n"
        f"not-article:\n  - {source.before}\n  - {{from: {source.after}, to: end}}\n{sic}"
    )


def _save(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
