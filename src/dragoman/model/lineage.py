"""Passages, and by them reports, that descend from one original."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span


class Reason(StrEnum):
    """Why passages are taken to share an original, the strongest first; each reads after "descends from X: "."""

    STATED = "its metadata say what it was made from"
    BYTES = "the same bytes"
    COPY = "most of its own wording is the same"
    CREDIT = "credited to the agency"
    RETOLD = "it names it as its source and tells nothing that it has not"
    SIGNED = "the agency's name opens or signs the passage"
    PASSAGES = "several passages are the same"
    PASSAGE = "a passage is the same"
    QUOTES = "the same quotes stand in the same words"
    RELAY = "it names it as the source of what it reports"


WHOLE = frozenset({Reason.STATED, Reason.BYTES, Reason.COPY, Reason.CREDIT, Reason.RETOLD})
"""Reasons that hold for a report as a whole; the others hold for the passages that a member names."""


@dataclass(frozen=True, slots=True)
class LineageMember:
    """A report and the passages of it that belong to the lineage; `reason` is what shows it of this one, if any."""

    report: str
    spans: tuple[Span, ...]
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Members that share an original; `original` is a report id, or the name of an agency outside the record."""

    id: str
    members: tuple[LineageMember, ...]
    original: str
    reason: Reason
