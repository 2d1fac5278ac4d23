"""The same things in two looks at one record: matched by their ids, old ids and claims, which are stable."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from dragoman.model.record import RecordData

_TABLES = ("events", "figures", "positions", "commitments")


class Thing(Protocol):
    """Anything of a record that has an id and rests on claims."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims."""


T = TypeVar("T", bound=Thing)


def matched(before: Iterable[T], after: Iterable[T]) -> Iterator[tuple[T, tuple[T, ...]]]:
    """Each later thing, by id, with what it was before: nothing, one thing, or several that are now one."""
    known: dict[str, list[T]] = defaultdict(list)
    for thing in before:
        for key in _keys(thing):
            known[key].append(thing)
    for thing in sorted(after, key=lambda t: t.id):
        found = {old.id: old for key in _keys(thing) for old in known.get(key, ())}
        yield thing, tuple(found[old] for old in sorted(found))


def successors(before: RecordData, after: RecordData) -> Mapping[str, str]:
    """Ids of the earlier look to the ids of what holds the same in the later one, where that is another id."""
    found: dict[str, str] = {}
    for table in _TABLES:
        for thing, olds in matched(getattr(before, table), getattr(after, table)):
            for old in olds:
                found.setdefault(old.id, thing.id)
    return {old: new for old, new in found.items() if old != new}


def _keys(thing: Thing) -> frozenset[str]:
    aliases: tuple[str, ...] = getattr(thing, "aliases", ())
    return frozenset((thing.id, *aliases, *thing.claims))
