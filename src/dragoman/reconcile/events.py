"""Events: one happening as all its claims tell it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.link.told import Told, days
from dragoman.model.claim import Field
from dragoman.model.entity import Actor
from dragoman.model.event import Event, Modality, Place, Polarity
from dragoman.model.plover import EventType
from dragoman.model.time import Interval
from dragoman.model.verdict import Comparison
from dragoman.reconcile.accounts import count_accounts
from dragoman.reconcile.linked import Linked, voices_of
from dragoman.reconcile.standing import disputed, standing

_REAL = (Modality.HAPPENED, Modality.ONGOING)
_OTHERS = (Modality.BACKGROUND, Modality.PLANNED, Modality.DEMANDED, Modality.CONDITIONAL, Modality.FORECAST)
_PRECISION = ("venue", "city", "province", "country", "region")


def events(linked: Linked, comparisons: Iterable[Comparison]) -> tuple[Event, ...]:
    """All events sorted by id; conflicts of the sides over any field of one make it disputed."""
    over: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        # Who did it is in doubt of either account's happening.
        ends = (comparison.a, comparison.b) if comparison.field == Field.ACTOR else ()
        for event in sorted({comparison.subject.id, *(linked.claims[c].event or "" for c in ends)}):
            over.setdefault(event, []).append(comparison)
    return tuple(_event(linked, event, over.get(event, ())) for event in sorted(linked.members))


def _event(linked: Linked, event: str, conflicts: Sequence[Comparison]) -> Event:
    members = linked.members[event]
    claims = linked.claims_of_event.get(event, ())
    told = [claim for claim in claims if claim.field != Field.QUANTITY] or list(claims)
    asserted = [claim for claim in told if claim.polarity == Polarity.ASSERTED] or told
    # Who "did not attend" is no participant: what is denied fills no field unless nothing else tells of it.
    affirming = [t for t in members if t.mention.polarity == Polarity.ASSERTED] or members
    modality = modality_of(affirming)
    kind = _type(affirming)
    return Event(
        id=event,
        aliases=tuple(sorted(t.id for t in members)),
        type=kind,
        mode=_most(t.mention.mode for t in affirming if t.mention.type == kind),
        summary=_summary(affirming, modality),
        time=time_of([t.mention.time for t in affirming]),
        place=place_of([t.mention.place for t in affirming if t.mention.place]),
        actors=_actors(t.mention.actors for t in affirming),
        recipients=_actors(t.mention.recipients for t in affirming),
        modality=modality,
        standing=standing(asserted, linked.parties_of(event), disputed=disputed(conflicts, linked.claims)),
        voices=voices_of(told),
        accounts=count_accounts(told),
        claims=tuple(sorted(claim.id for claim in claims)),
    )


def modality_of(members: Sequence[Told]) -> Modality:
    """What most members say of those that say it happened or goes on; without such, background before plans."""
    said = Counter(t.mention.modality for t in members)
    real = [m for m in _REAL if said[m]]
    if real:
        return max(real, key=lambda m: (said[m], -_REAL.index(m)))
    return next(m for m in _OTHERS if said[m])


def time_of(times: Sequence[Interval]) -> Interval:
    """The finest of the intervals that most others leave room for."""
    known = [time for time in times if time.known]
    if not known:
        return Interval()
    said = Counter(known)
    met = {time: sum(count for other, count in said.items() if time.meets(other)) for time in said}
    return max(known, key=lambda t: (met[t], -days(t), _reversed(t.start or "")))


def place_of(places: Sequence[Place]) -> Place | None:
    """The finest place; of several as fine, the one named most often."""
    if not places:
        return None
    said = Counter(place.name for place in places)
    return min(places, key=lambda p: (_rank(p), -said[p.name], p.name, p.country))


def _rank(place: Place) -> int:
    return _PRECISION.index(place.precision) if place.precision in _PRECISION else len(_PRECISION)


def _reversed(day: str) -> tuple[int, ...]:
    """A key under which earlier days are greater."""
    return tuple(-ord(character) for character in day)


def _type(members: Sequence[Told]) -> EventType:
    said = Counter(t.mention.type for t in members)
    return max(sorted(said), key=lambda kind: said[kind])


def _most(words: Iterable[str]) -> str:
    said = Counter(word for word in words if word)
    return max(sorted(said), key=lambda word: said[word]) if said else ""


def _actors(told: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    """Actors by how many mentions name them, then by name."""
    said = Counter(actor for actors in told for actor in dict.fromkeys(actors))
    return tuple(sorted(said, key=lambda a: (-said[a], a.name, a.entity or "")))


def _summary(members: Sequence[Told], modality: Modality) -> str:
    """The exact words of the shortest clause among the members that fill most fields."""

    def key(told: Told) -> tuple[bool, int, int, str]:
        mention = told.mention
        fields = (mention.actors, mention.recipients, mention.time.known, mention.place)
        return mention.modality != modality, -sum(map(bool, fields)), len(mention.clause.exact), told.id

    return " ".join(min(members, key=key).mention.clause.exact.split())
