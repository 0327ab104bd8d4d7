"""R-522: whatever is taken over from a run before, the outcome is that of a run from nothing."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from factsheet.building import build
from factsheet.cli.runs import last_examined, remember_examined
from factsheet.diagnostics import UsageError
from factsheet.examining import NOTHING, Checked, Examined, examine
from factsheet.preview.attempts import Builder, attempt
from factsheet.preview.snapshots import Attempt
from factsheet.reading import rereading
from factsheet.reading.rereading import Files
from factsheet.remembering import Question, recall_made, remember_made
from factsheet.seals import JUST_NOW
from tests.casefiles import BASE, laid_over_base
from tests.test_building import bytes_of

Choice = tuple[str, str | None]
"""A file by its path, and what it is to hold."""

SECOND_SOURCE = """\
type: article-newspaper
title: Skippers not convinced
container-title: The Harbour Gazette
issued: 2024-03-09
accessed: 2024-03-10
URL: https://gazette.example/skippers
text: gazette.txt
sha256: adfc4ab94aac1d4b7bff7b91888f8cb18833059d923bff5147c27b7d6431e061
rights: InC
via: [port-authority]
descriptor: A comment.
"""
GAZETTE = "Skippers not convinced\n\nThe repair will cost about $4.2 million, the Gazette said.\n"
MORE_CLAIMS = """\
- id: repair-cost
  claim: The repair will cost about $4.2 million, according to The Coast Courier.
  kind: plan
  topics: [boats]
  status: published
  cites:
    - source: example-2024
      quote: The repair will cost about $4.2 million, and the state will pay half of it.
  figures:
    - {name: cost of the repair, value: 4200000, approximate: true, unit: USD,
       words: about $4.2 million, counted-by: the-state}
  relations:
    - qualifies: stone-lost
      because: the storm is why it is repaired
- id: state-pays
  claim: The state will pay half of the cost of the repair, according to The Coast Courier.
  kind: plan
  topics: [boats]
  cites:
    - source: example-2024
      quote: The repair will cost about $4.2 million, and the state will pay half of it.
"""
BOATS = "title: Boats\nsummary: What became of them.\nparent: harbour\norder: 2\n"
HOLM = "name: Mara Holm\ntype: person\nrole: spokeswoman for the authority\n"
STATE = "name: The state\ntype: organization\n"
WORDING = "- {avoid: tonnes, prefer: tons, because: the paper writes it so}\n"
OWN_TEMPLATE = '{% extends "default/home.html" %}\n{% block kind %}mine{% endblock %}\n'

CLAIMS = (BASE / "content/claims/harbour.yaml").read_text(encoding="utf-8")
ENTITY = (BASE / "content/entities/port-authority.yaml").read_text(encoding="utf-8")
SITE = (BASE / "content/site.yaml").read_text(encoding="utf-8")
SOURCE = (BASE / "content/sources/example-2024.yaml").read_text(encoding="utf-8")
TOPIC = (BASE / "content/topics/harbour.yaml").read_text(encoding="utf-8")
ARTICLE = (BASE / "seeds/example-2024.txt").read_text(encoding="utf-8")

GOOD: dict[str, tuple[str | None, ...]] = {
    "content/site.yaml": (
        SITE,
        SITE.replace("Harbour facts", "Harbour matters"),
        SITE + "base-url: https://harbour.example/facts/\n",
        SITE.replace("language: en", "language: en-GB"),
    ),
    "content/claims/harbour.yaml": (
        CLAIMS,
        CLAIMS.replace("would open again", "was to open again"),
        CLAIMS.replace("kind: statement", "kind: statement\n  note: The *spring* is meant."),
        CLAIMS.replace("took more", "carried away more"),
    ),
    "content/claims/more.yaml": (
        MORE_CLAIMS,
        MORE_CLAIMS[: MORE_CLAIMS.index("- id: state-pays")],
        MORE_CLAIMS.replace("status: published", "status: draft"),
        MORE_CLAIMS.replace("qualifies: stone-lost", "disputes: stone-lost"),
        MORE_CLAIMS.replace("stone-lost", "breakwater-opens-again"),
        MORE_CLAIMS.replace("[boats]", "[harbour, boats]"),
    ),
    "content/topics/harbour.yaml": (
        TOPIC,
        TOPIC.replace("northern breakwater and", "breakwater in the north and"),
        TOPIC.replace("order: 1", "order: 3"),
        TOPIC + "sections:\n  - heading: Stone\n    claims: [stone-lost]\n",
    ),
    "content/topics/boats.yaml": (BOATS, BOATS.replace("Boats", "All the boats")),
    "content/entities/port-authority.yaml": (
        ENTITY,
        ENTITY.replace("Lund Port Authority", "Port Authority of Lund"),
        ENTITY.replace("Runs the harbour", "Runs the port"),
    ),
    "content/entities/mara-holm.yaml": (HOLM, HOLM.replace("Mara Holm", "M. Holm"), None),
    "content/entities/the-state.yaml": (STATE, STATE.replace("The state", "The country")),
    "content/sources/example-2024.yaml": (
        SOURCE,
        SOURCE.replace("The Coast Courier\nauthor", "Coast Courier\nauthor"),
        SOURCE.replace("display: excerpts", "display: none"),
        SOURCE.replace("rights: InC", "rights: InC\nvia: [port-authority]"),
    ),
    "content/sources/gazette.yaml": (
        SECOND_SOURCE,
        SECOND_SOURCE.replace("A comment", "An opinion"),
        None,
    ),
    "content/wording.yaml": (None, WORDING),
    "templates/home.html": (None, OWN_TEMPLATE),
    "templates/partials/grounds.html": (None, "<p>{{ claim.kind }}</p>\n"),
}
"""What a file may hold, None for no file: any of one with any of another, and there is no error."""

WRONG: dict[str, tuple[str | None, ...]] = {
    "content/site.yaml": (None, SITE + "title: twice\n"),
    "content/claims/harbour.yaml": (
        CLAIMS.replace("3,500 tonnes of stone in one night, acc", "3,600 tonnes of stone, acc"),
        CLAIMS.replace("said Mara Holm", "said Mara Helm"),
        CLAIMS[CLAIMS.index("- id: stone-lost") :].replace("stone-lost", "repair-cost"),
    ),
    "content/entities/port-authority.yaml": (None, "name: [\n"),
    "content/entities/the-state.yaml": (None,),
    "content/sources/example-2024.yaml": (SOURCE.replace("f30c", "f30d"),),
    "seeds/example-2024.txt": (ARTICLE.replace("Two skippers", "Many skippers"), None),
    "templates/home.html": ("{{ page.nothing_of_the_kind }}",),
}
"""What leaves an error, alone or with others."""


def choices(variants: dict[str, tuple[str | None, ...]]) -> st.SearchStrategy[Choice]:
    """Return any one file with any of its variants."""
    return st.sampled_from([(path, text) for path, texts in variants.items() for text in texts])


class Edits(RuleBasedStateMachine):
    """An editor changes files in any order; after each change three runs take over from before.

    Two of them in this process, and one what was kept in files.
    """

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.folder = self.home / "records"
        self.question = Question(self.folder, ("build",))
        self.examined = NOTHING
        self.builder = Builder(self.folder)
        self.saved = 0
        self.later = 0
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("XDG_CACHE_HOME", str(self.home / "cache"))
        self.patch.setattr(rereading, "time_ns", lambda: time.time_ns() + self.later)

    @rule()
    def wait(self) -> None:
        """Let all files be old, or new again: then what the disk says of them is not enough."""
        self.later = 0 if self.later else 10 * JUST_NOW

    @initialize(start=st.fixed_dictionaries({p: st.sampled_from(t) for p, t in GOOD.items()}))
    def begin(self, start: dict[str, str | None]) -> None:
        laid_over_base([], self.folder)
        (self.folder / "seeds/gazette.txt").write_text(GAZETTE, encoding="utf-8", newline="")
        for path, text in start.items():
            self.save((path, text))

    @rule(choice=choices(GOOD))
    def save(self, choice: Choice) -> None:
        """Save a file with other contents, or take it away."""
        path, text = choice
        file = self.folder / path
        file.unlink(missing_ok=True)
        if text is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            self.saved += 1
            os.utime(file, ns=(self.saved, self.saved))

    @rule(choice=choices(WRONG))
    def err(self, choice: Choice) -> None:
        """Save something wrong, look at what it did, and bring back what was there."""
        file = self.folder / choice[0]
        before = file.read_text(encoding="utf-8") if file.exists() else None
        self.save(choice)
        self.runs_agree()
        self.save((choice[0], before))

    @invariant()
    def runs_agree(self) -> None:
        """An examination, a preview and a publication are each what one from nothing is."""
        if not self.folder.exists():
            return
        self.examined = attempted(self.folder, self.examined)
        assert outcome(self.examined) == outcome(attempted(self.folder, NOTHING))
        shown, fresh = (attempt(self.folder, one) for one in (self.builder, Builder(self.folder)))
        assert (shown.faults, every(shown)) == (fresh.faults, every(fresh))
        if self.examined.site is not None:
            self.publications_agree()

    def publications_agree(self) -> None:
        """What errors keep from being published stays as it was."""
        before = bytes_of(self.home / "out")
        made, known = recall_made(self.question), last_examined(self.folder)
        over = build(self.folder, self.home / "out", made=made, before=known)
        clean = build(self.folder, self.home / "clean")
        remember_made(self.question, over.made)
        remember_examined(self.folder, over.examined)
        assert over.diagnostics == clean.diagnostics
        assert bytes_of(self.home / "out") == (bytes_of(self.home / "clean") or before)
        shutil.rmtree(self.home / "clean", ignore_errors=True)

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.home)


def outcome(examined: Examined) -> Examined:
    """Return it without what was kept for the next one."""
    return replace(examined, files=Files(), checked=Checked())


def attempted(folder: Path, before: Examined) -> Examined:
    """Return what is found in the folder, or nothing where no site is."""
    try:
        return examine(folder, before=before)
    except UsageError:
        return NOTHING


def every(made: Attempt) -> dict[str, bytes] | None:
    """Return all the files that an attempt shows, made now."""
    return None if made.files is None else dict(made.files)


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=10, stateful_step_count=8)


@pytest.mark.parametrize("path", GOOD)
def test_every_edit_of_a_file_there_and_back(path: str) -> None:
    """What the machine may not come by: each single edit, with all else as it was."""
    machine = Edits()
    machine.begin({name: variants[0] for name, variants in GOOD.items()})
    machine.wait()
    machine.runs_agree()
    for text in (*GOOD[path][1:], GOOD[path][0]):
        machine.save((path, text))
        machine.runs_agree()
    machine.teardown()
