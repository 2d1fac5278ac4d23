"""The facts of two event mentions by which the linkage's templates are filled."""

from collections.abc import Collection, Mapping, Sequence

from dragoman.link.event_rows import EventRow
from dragoman.link.terms import Spelling
from dragoman.link.told import Told
from dragoman.model.time import Interval

_MANY = 5


def facts(a: Told, b: Told, rows: tuple[EventRow, EventRow], spelling: Spelling) -> Mapping[str, str]:
    """What both share or what sets them apart, by the names that the levels of `data/events.toml` use."""
    first, second = a.mention, b.mention
    x, y = rows
    times, places = (a.time, b.time), (a.place, b.place)
    return {
        "trigger": listed(spelling(set(x.trigger) & set(y.trigger))),
        "triggers": _two(first.trigger.exact, second.trigger.exact),
        "words": listed(spelling(set(x.words) & set(y.words))),
        "about": listed(spelling(set(x.about) & set(y.about))),
        "around": listed(spelling(set(x.around) & set(y.around))),
        "ordinals": _shared(x.ordinals, y.ordinals),
        "type": first.type.value,
        "types": _two(first.type.value, second.type.value),
        "mode": first.mode,
        "modes": _two(first.mode, second.mode),
        "parties": _shared(x.parties, y.parties),
        "actors": _shared(x.actors, y.actors),
        "recipients": _shared(x.recipients, y.recipients),
        "persons": _shared(_names(a), _names(b)),
        "time": when(times[0]),
        "times": _two(*map(when, times)),
        "place": places[0].name if places[0] else "",
        "places": _two(*(place.name if place else "" for place in places)),
    }


def _shared(a: Collection[str], b: Collection[str]) -> str:
    return listed(sorted(set(a) & set(b)))


def listed(names: Sequence[str]) -> str:
    """Names in a row, the first five and how many more."""
    return ", ".join(names[:_MANY]) + (f" and {len(names) - _MANY} more" if len(names) > _MANY else "")


def _names(told: Told) -> list[str]:
    actors = (*told.mention.actors, *told.mention.recipients)
    return [actor.name for actor in actors if actor.entity in told.persons]


def _two(a: str, b: str) -> str:
    return f"{a} and {b}"


def when(time: Interval) -> str:
    """An interval in ISO days."""
    first, last = time.start or "..", time.end or ".."
    return first if first == last else f"{first} to {last}"
