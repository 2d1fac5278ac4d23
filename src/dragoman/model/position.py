"""What a party wants, puts forward and promises."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.attribution import Voice
from dragoman.model.entity import Actor
from dragoman.model.span import Span
from dragoman.model.time import Interval


class Stance(StrEnum):
    """How a party stands to an issue."""

    DEMANDS = "demands"
    OFFERS = "offers"
    ACCEPTS = "accepts"
    ACCEPTS_WITH_CONDITIONS = "accepts_with_conditions"
    REJECTS = "rejects"
    UNDECIDED = "undecided"
    THREATENS = "threatens"
    CONCEDES = "concedes"


class Status(StrEnum):
    """What became of a commitment."""

    OPEN = "open"
    DUE = "due"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    DISPUTED = "disputed"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class PositionMention:
    """One party's stance on one issue, as one passage tells it; `content` are the words that say what is wanted."""

    id: str
    span: Span
    party: Actor
    issue: str
    stance: Stance
    content: Span
    conditions: Span | None
    voice: Voice
    to: Actor | None = None
    proposal: bool = False
    """Whether the passage tells of something put to the other side (a plan, a draft, terms), not only of a wish."""


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """A promise, or word of one kept or broken, as one passage tells it."""

    id: str
    span: Span
    by: tuple[Actor, ...]
    to: Actor | None
    what: Span
    due: Interval
    status: Status
    voice: Voice


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on an issue over a time, from all claims about it."""

    id: str
    party: Actor
    issue: str
    stance: Stance
    content: str
    conditions: str
    spoken_by: Actor | None
    since: str | None
    until: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a proposal foresees."""

    step: str
    by: Actor | None
    date: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something put to the other side."""

    id: str
    author: Actor
    to: Actor | None
    content: str
    steps: tuple[Step, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something promised, with its due time and what became of it."""

    id: str
    by: tuple[Actor, ...]
    to: Actor | None
    what: str
    due: Interval
    status: Status
    claims: tuple[str, ...]
