"""How many, how long, how far: numbers with hedge, bounds, unit and the thing counted."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span


class Hedge(StrEnum):
    """How the words around a number open or blur it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """What kind of thing a quantity measures."""

    COUNT = "count"
    SHARE = "share"
    DURATION = "duration"
    AGE = "age"
    GAP = "gap"
    ORDINAL = "ordinal"
    DISTANCE = "distance"
    MONEY = "money"
    RATE = "rate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Amount:
    """The number printed (None when none is) and its bounds (None when open)."""

    value: float | None
    low: float | None
    high: float | None
    low_strict: bool = False
    high_strict: bool = False
    hedge: Hedge = Hedge.EXACT


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something in a report.

    `span` is the shortest phrase with hedge, number and counted noun; `unit` a unit name in the singular
    ("day", "percent", "kilometre", "USD") or the counted noun's lemma for counts; `what` the counted thing in
    the report's words; `scope` what narrows it ("of which", "in nine regions"); `side` the party counted;
    `per` what it is counted by ("side", "day"); `change` "up" or "down" when it is a change.
    """

    id: str
    span: Span
    amount: Amount
    measure: Measure
    unit: str
    what: str
    head: Span | None = None
    scope: str = ""
    side: str = ""
    per: str = ""
    change: str = ""
