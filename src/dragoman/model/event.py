"""What happened, was planned, demanded or foreseen: PLOVER events."""

from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.model.attribution import Voice
from dragoman.model.entity import Actor
from dragoman.model.plover import EventType
from dragoman.model.span import Span
from dragoman.model.time import Interval


class Polarity(StrEnum):
    """Whether a voice asserts or denies."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Modality(StrEnum):
    """How a matter is put forward; only `happened` and `ongoing` are listed under what happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    FORECAST = "forecast"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Place:
    """Where; `precision` is venue, city, province, country or region; coordinates in degrees or None."""

    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of a report that name a place, resolved."""

    span: Span
    place: Place


class TimeSort(StrEnum):
    """How words tell a time: by name, vaguely, as what comes again, or as a length; only the first has an interval."""

    NAMED = "named"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    REPEATED = "repeated"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words of a report that say when; `relation` is at, since, until, before or after.

    `named` is what the words say without their preposition ("March 11" in "since March 11"); `clock` the hour on
    that day ("18:40") or its part ("morning"); `period` an ISO 8601 duration: how long ("P3Y" in "the past three
    years"), or how often it comes again; "X" stands for a number that is not said ("PXY").
    """

    span: Span
    interval: Interval
    relation: str = "at"
    named: Interval = field(default_factory=Interval)
    clock: str = ""
    sort: TimeSort = TimeSort.NAMED
    period: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event in one sentence; `trigger` is the word that names it, `clause` the words that tell it.

    `actor_words` and `recipient_words` are the phrases in which the parties stand, also where they name nobody.
    """

    id: str
    trigger: Span
    clause: Span
    type: EventType
    mode: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    polarity: Polarity
    modality: Modality
    time: Interval
    place: Place | None
    voice: Voice
    actor_words: Span | None = None
    recipient_words: Span | None = None


class Standing(StrEnum):
    """Who, all voices together, stands behind an item."""

    BOTH_SIDES = "both_sides"
    ONE_SIDE = "one_side"
    THIRD_PARTY = "third_party"
    OUTLETS_ONLY = "outlets_only"
    HEARSAY = "hearsay"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as all its claims tell it; `voices` are the names behind it, `accounts` a count."""

    id: str
    aliases: tuple[str, ...]
    type: EventType
    mode: str
    summary: str
    time: Interval
    place: Place | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    modality: Modality
    standing: Standing
    voices: tuple[str, ...]
    accounts: int
    claims: tuple[str, ...]
