"""How the contents of a file are sent from one process to another: each noun by its fields.

What dataclasses do by themselves takes twice as long.
"""

from collections.abc import Callable
from copyreg import pickle
from dataclasses import fields
from operator import attrgetter
from typing import Any

from factsheet import model
from factsheet.dates import Edtf
from factsheet.diagnostics import Diagnostic, Place
from factsheet.reading.contents import Contents

SENT = (
    Contents, Diagnostic, Place, Edtf, model.Article,
    model.SiteRecord, model.Publisher, model.WordingRecord,
    model.SourceRecord, model.Name, model.Exclusion, model.Sic,
    model.TopicRecord, model.SectionRecord, model.Entity, model.Review, model.Acceptance,
    model.ClaimRecord, model.CitationRecord, model.Figure, model.Inference, model.RelationRecord,
    model.Correction,
)  # fmt: skip
"""All that the contents of a file are made of; what is sent otherwise is sent as it always was."""


def by_fields(noun: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """Return the function that takes a noun apart: its type, and what it is made of again."""
    values = attrgetter(*(field.name for field in fields(noun)))

    def taken_apart(sent: Any) -> tuple[type, tuple[Any, ...]]:
        return noun, values(sent)

    return taken_apart


for _noun in SENT:
    pickle(_noun, by_fields(_noun))
