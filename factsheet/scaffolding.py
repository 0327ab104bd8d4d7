"""New records to fill in: a site, a source, a topic, a claim. Nothing is overwritten."""

import hashlib
import re
from pathlib import Path

from factsheet.diagnostics import UsageError
from factsheet.reading.writing import entry
from factsheet.saving import replace_file

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

HEADLINE = "Harbour wall to be repaired before winter"
EXPECTED = (
    "The harbour office said on Monday that repairs to the north wall are likely to begin in"
    " October."
)
DAMAGE = "About 40 metres of the wall were damaged in the spring storms, the office said."
EXAMPLE_ARTICLE = f"{HEADLINE}\n\n{EXPECTED}\n\n{DAMAGE}\n"
IN_COPYRIGHT = ("rights: InC",)
OWN_EXAMPLE = (
    "license: CC0-1.0",
    "accepted:",
    "  - rule: source-incomplete",
    "    because: The article is an example made up for a new site.",
)


def new_site(folder: Path) -> tuple[Path, ...]:
    """Make a small site that builds, with one example of each record, and return its files."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty; choose a new folder")
    written = [
        create(folder / "content/site.yaml", site_text(folder.resolve().name)),
        create(folder / "seeds/example.txt", EXAMPLE_ARTICLE),
    ]
    written += [
        new_source(folder, "example", folder / "seeds/example.txt", HEADLINE, OWN_EXAMPLE),
        new_topic(folder, "harbour", "Harbour"),
        new_claim(
            folder,
            "wall-repairs-expected",
            claim="The harbour office said that repairs to the north wall were likely to begin"
            " in October.",
            kind="plan",
            topic="harbour",
            source="example",
            quote=EXPECTED,
        ),
    ]
    return tuple(written)


def site_text(title: str) -> str:
    return "\n".join(
        (
            entry("title", title),
            "description: What is known, and the words it rests on.",
            "language: en",
            "# publisher: {name: Your newsroom, email: corrections@example.org}",
            "# base-url: https://example.org/facts/",
            "license: CC-BY-4.0",
            "excerpt-limit: 15%",
            "",
        )
    )


def new_source(
    folder: Path, id: str, article: Path, title: str, terms: tuple[str, ...] = IN_COPYRIGHT
) -> Path:
    """Make the record of an article; a file from elsewhere is copied into `seeds/` as it is.

    `terms` are the lines of the record that say whose the article is.
    """
    check_id(id)
    if not article.is_file():
        raise UsageError(f"there is no article at {article}")
    body = article.read_bytes()
    archived = folder / "seeds" / article.name
    record = folder / "content/sources" / f"{id}.yaml"
    if record.exists():
        raise UsageError(f"{record} is there already")
    if not archived.exists():
        create(archived, body)
    elif archived.read_bytes() != body:
        raise UsageError(f"{archived} is there already and is another file")
    lines = (
        "type: article-newspaper",
        entry("title", title),
        "# container-title: The newspaper or site",
        "# author: [{family: …, given: …}]",
        "# issued: 2026-01-31  # leave out when the article has no date; never guess",
        "# accessed: 2026-01-31",
        "# URL: https://example.org/…",
        "url-status: unknown",
        "language: en",
        entry("text", article.name),
        f"sha256: {hashlib.sha256(body).hexdigest()}",
        *terms,
        "display: excerpts",
        "# descriptor: One sentence that says what kind of text this is.",
        "",
    )
    return create(record, "\n".join(lines))


def missing_of_source(text: str) -> tuple[str, ...]:
    """Return the keys that a new source's record leaves to the editor."""
    return tuple(re.findall(r"^# ([A-Za-z-]+):", text, re.MULTILINE))


def new_topic(folder: Path, id: str, title: str) -> Path:
    """Make a topic's record."""
    check_id(id)
    lines = (
        entry("title", title),
        "# summary: Two or three sentences that say only what the claims say.",
        "# order: 1",
        "# sections:",
        "#   - heading: …",
        "#     claims: [some-claim, another-claim]",
        "# not-established:",
        "#   - What the sources do not say.",
        "",
    )
    return create(folder / "content/topics" / f"{id}.yaml", "\n".join(lines))


def new_entity(folder: Path, id: str, name: str, type_: str) -> Path:
    """Make the record of a person, an organization or a place."""
    check_id(id)
    lines = (
        entry("name", name),
        f"type: {type_}",
        "# also: [other names it goes by]",
        "# role: as the articles give it",
        "",
    )
    return create(folder / "content/entities" / f"{id}.yaml", "\n".join(lines))


def new_claim(
    folder: Path,
    id: str,
    *,
    claim: str,
    kind: str,
    topic: str,
    source: str,
    quote: str,
    said_by: str = "",
) -> Path:
    """Add a claim to the end of `content/claims/<topic>.yaml` and return that file."""
    check_id(id)
    path = folder / "content/claims" / f"{topic}.yaml"
    lines = (
        f"- id: {id}",
        entry("claim", claim, 2),
        entry("kind", kind, 2),
        f"  topics: [{topic}]",
        *((entry("said-by", said_by, 2),) if said_by else ()),
        "  cites:",
        f"    - source: {source}",
        entry("quote", quote, 6),
        "",
    )
    text = "\n".join(lines)
    if not path.exists():
        return create(path, text)
    before = path.read_text(encoding="utf-8")
    return replace_file(path, before.rstrip("\n") + "\n\n" + text if before.strip() else text)


def put_back(path: Path, before: bytes | None) -> None:
    """Make the file what it was before a record was added; None: it was not there."""
    if before is None:
        path.unlink()
    else:
        replace_file(path, before.decode("utf-8"))


def check_id(id: str) -> None:
    if not ID.fullmatch(id) or len(id) > 80:
        raise UsageError(
            f"`{id}` cannot be an id: small letters, digits and single hyphens, at most 80"
        )


def create(path: Path, body: str | bytes) -> Path:
    """Write a new file; raise UsageError where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(body.encode("utf-8") if isinstance(body, str) else body)
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    return path
