"""What of a claim is the editors' own: each reason once, with all that it is given for."""

import re
from collections.abc import Iterable

from factsheet.addresses import inference_anchor
from factsheet.model import Claim, Inference
from factsheet.pages import words
from factsheet.pages.values import Inferred


def inferences(claim: Claim) -> tuple[Inferred, ...]:
    """Return the parts of the claim that stand in no quotation; one entry a reason."""
    by_reason: dict[str, list[Inference]] = {}
    for part in claim.record.inferred:
        by_reason.setdefault(" ".join(part.because.split()), []).append(part)
    return tuple(
        Inferred(
            anchor=inference_anchor(claim.id, number),
            what="; ".join(said_once(words.date_or_words(part.what) for part in parts)),
            because=parts[0].because,
            texts=tuple(part.what for part in parts),
        )
        for number, parts in enumerate(by_reason.values(), start=1)
    )


def said_once(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the parts without those that say the same in another order of words."""
    found: dict[tuple[str, ...], str] = {}
    for part in parts:
        found.setdefault(tuple(sorted(re.findall(r"\w+", part.casefold()))), part)
    return tuple(found.values())


def anchors(inferred: Iterable[Inferred]) -> dict[str, str]:
    """Return the anchor of the reason by each text that a record gives it for."""
    return {text: part.anchor for part in inferred for text in part.texts if text}
