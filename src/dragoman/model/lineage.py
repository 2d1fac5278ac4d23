"""Passages, and by them reports, that descend from one original."""

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class LineageMember:
    """A report and the passages of it that belong to the lineage."""

    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Members that share an original; `original` is a report id, or the name of an agency outside the record."""

    id: str
    members: tuple[LineageMember, ...]
    original: str
    reason: str
