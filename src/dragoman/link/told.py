"""An event mention as linking compares it: sides, words, marks, time and place at hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from dragoman.link.lexicon import rows
from dragoman.link.marks import Marks, marks
from dragoman.link.sides import Sides
from dragoman.link.words import content, fold, stem, words
from dragoman.model.entity import Actor, EntityKind
from dragoman.model.event import EventMention, Modality, Place
from dragoman.model.plover import EventType
from dragoman.model.time import Interval

_EARTH_KM = 6371.0
_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.BACKGROUND, Modality.PLANNED})
_WEEKS = 62
"""Days over which a time no longer tells one happening from the next."""
_FINE = frozenset({"venue", "city"})
_APART_KM = 60.0
_SYMMETRIC = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


@dataclass(frozen=True)
class Told:
    """One mention with what is compared of it; `chain` is the first mention of those in its report that take it up.

    `time`, `place` and sides are its own, else those of its chain.
    """

    mention: EventMention
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[str]
    time: Interval
    place: Place | None
    chain: str = ""

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.mention.id

    @property
    def report(self) -> str:
        """The report's id."""
        return self.mention.trigger.report

    @property
    def parties(self) -> frozenset[str]:
        """Sides on either end."""
        return self.actors | self.recipients

    @property
    def symmetric(self) -> bool:
        """Whether the type has no direction."""
        return self.mention.type in _SYMMETRIC

    def turned(self, other: "Told") -> bool:
        """Whether one acts on whom the other has acting, and no end is the same."""
        same = self.actors & other.actors or self.recipients & other.recipients
        return not same and bool(self.actors & other.recipients or self.recipients & other.actors)

    @property
    def real(self) -> bool:
        """Whether it is told as happened, going on, past or planned, and not as demanded or foreseen."""
        return self.mention.modality in _REAL

    @property
    def dated(self) -> bool:
        """Whether its time is known to some weeks, by its own words or by those of its chain."""
        return days(self.time) <= _WEEKS

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the clause's content words, without the parties' names, which are compared as parties."""
        names = tuple(word[:5] for side in self.parties for word in words(side))
        return frozenset(w for w in content(self.mention.clause.exact) if not (names and w.startswith(names)))

    @cached_property
    def trigger(self) -> frozenset[str]:
        """Stems of the trigger's words."""
        return content(self.mention.trigger.exact) or frozenset(stem(w) for w in words(self.mention.trigger.exact))

    @cached_property
    def families(self) -> frozenset[str]:
        """Families of happenings that the trigger may name."""
        known = rows("linking", "families")
        return frozenset(family for word in self.trigger for family in known.get(word, ()))

    @cached_property
    def marks(self) -> Marks:
        """Marks of the clause around the trigger."""
        at = self.mention.trigger.start - self.mention.clause.start
        return marks(self.mention.clause.exact, max(0, at))


def told_of(mention: EventMention, sides: Sides) -> Told:
    """A mention by itself."""
    return Told(
        mention,
        sides.of_actors(mention.actors),
        sides.of_actors(mention.recipients),
        frozenset(_persons((*mention.actors, *mention.recipients), sides)),
        mention.time,
        mention.place,
        mention.id,
    )


def _persons(actors: Iterable[Actor], sides: Sides) -> Iterable[str]:
    for actor in actors:
        entity = sides.by_id.get(actor.entity or "")
        if entity and entity.kind == EntityKind.PERSON:
            yield entity.id


def days(interval: Interval) -> int:
    """Length of a known interval in days (a large number when it is open or unknown)."""
    if interval.start is None or interval.end is None:
        return 10**6
    return _ordinal(interval.end) - _ordinal(interval.start) + 1


def _ordinal(day: str) -> int:
    year, month, date = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + date


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between two places, or None without coordinates."""
    if None in (a.lat, a.lon, b.lat, b.lon):
        return None
    lat_a, lon_a, lat_b, lon_b = (radians(float(x or 0.0)) for x in (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))


def same_spot(a: Place, b: Place) -> bool | None:
    """Whether two places are one spot; None when one may lie in the other or nothing is known."""
    if fold(a.name) == fold(b.name) and (a.country == b.country or not (a.country and b.country)):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision in _FINE and b.precision in _FINE:
        apart = distance(a, b)
        return False if apart is None or apart > _APART_KM else None
    return None
