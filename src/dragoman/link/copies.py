"""Units that tell the same in the same words: copies are put together first, and compared as one with all others."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from dragoman.link.clusters import Pair


class _Told(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def report(self) -> str: ...


Item = TypeVar("Item", bound=_Told)
Refuses = Callable[[str, str], bool]
"""Whether two kinds cannot be told of one thing."""


@dataclass(slots=True, eq=False)
class Bundle:
    """Units that are compared as one; a `firm` one was joined by what they share, others only share all they have."""

    firm: bool
    units: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        """The smallest of its units."""
        return min(self.units)


def kinds(items: Iterable[Item], key: Callable[[Item], Hashable]) -> dict[str, tuple[Item, ...]]:
    """Items that are equal in all that scoring looks at, sorted by id, by the id of the smallest."""
    equal: dict[Hashable, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda i: i.id):
        equal[key(item)].append(item)
    return {members[0].id: tuple(members) for members in equal.values()}


def bundles(
    units: Mapping[str, frozenset[str]], strong: Collection[str], refuses: Refuses, apart: Iterable[Pair]
) -> list[Bundle]:
    """Units that hold one strong kind or the same weak ones, put together in the order of their ids.

    A unit stays out where a kind of its own and one that others brought refuse each other: what one unit holds
    together does not part its copies. No bundle holds a pair of `apart`. A strong kind joins two units by itself.
    """
    foes: dict[str, set[str]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    holding: dict[Hashable, list[Bundle]] = defaultdict(list)
    made: list[Bundle] = []
    for unit in sorted(units):
        own = units[unit]
        shared: list[Hashable] = [*sorted(own.intersection(strong))] or [own]
        near = (bundle for key in shared for bundle in holding[key])
        bundle = next((b for b in near if not foes[unit] & b.units and not _refused(own, b.kinds, refuses)), None)
        if bundle is None:
            bundle = Bundle(shared != [own])
            made.append(bundle)
        bundle.units.add(unit)
        bundle.kinds |= own
        for key in shared:
            if bundle not in holding[key]:
                holding[key].append(bundle)
    return made


def _refused(own: frozenset[str], others: set[str], refuses: Refuses) -> bool:
    return any(refuses(a, b) for a in own - others for b in others - own)


def unbundled(groups: Iterable[Sequence[str]], made: Iterable[Bundle]) -> Iterator[tuple[str, ...]]:
    """Groups of bundles as groups of units; what is not firm and was joined to nothing falls apart again."""
    by_id = {bundle.id: bundle for bundle in made}
    for group in groups:
        held = [by_id[member] for member in group]
        if len(held) == 1 and not held[0].firm:
            yield from ((unit,) for unit in sorted(held[0].units))
        else:
            yield tuple(sorted(unit for bundle in held for unit in bundle.units))


def pairs(x: Sequence[Item], y: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """One pair across reports and one within a report, of those that are there, from two rows of equal items."""
    reports = {item.report: item for item in reversed(x)}
    across = next(((a, b) for a in x for b in y if a.report != b.report), None)
    within = next(((reports[b.report], b) for b in y if b.report in reports), None)
    for found in (across, within):
        if found:
            yield found if found[0].id < found[1].id else (found[1], found[0])
