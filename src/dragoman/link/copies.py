"""Units that tell the same in the same words: copies are put together first, and compared as one with all others."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from dragoman.link.clusters import Pair, pair


class _Printed(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def report(self) -> str: ...


Item = TypeVar("Item", bound=_Printed)
Refuses = Callable[[str, str], bool]
"""Whether two kinds cannot be told of one thing."""


def kinds(items: Iterable[Item], key: Callable[[Item], Hashable]) -> dict[str, tuple[Item, ...]]:
    """Items that are equal in all that scoring looks at, sorted by id, by the id of the smallest."""
    equal: dict[Hashable, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda i: i.id):
        equal[key(item)].append(item)
    return {members[0].id: tuple(members) for members in equal.values()}


@dataclass(slots=True, eq=False)
class _Bundle:
    """Units that are compared as one; a `firm` one was joined by what they share, any other holds but equals."""

    id: str
    firm: bool
    units: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Bundles:
    """Units that are compared as one; the id of a bundle is the smallest of its units."""

    made: tuple[_Bundle, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of all bundles."""
        return [bundle.id for bundle in self.made]

    @cached_property
    def of(self) -> dict[str, str]:
        """Each unit to its bundle."""
        return {unit: bundle.id for bundle in self.made for unit in bundle.units}

    def spread(self, groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
        """Groups of bundles as groups of units; equals that nothing joins are each by itself."""
        by_id = {bundle.id: bundle for bundle in self.made}
        for group in groups:
            held = [by_id[member] for member in group]
            if len(held) == 1 and not held[0].firm:
                yield from ((unit,) for unit in sorted(held[0].units))
            else:
                yield tuple(sorted(unit for bundle in held for unit in bundle.units))


def bundled(
    units: Mapping[str, Collection[str]], strong: Collection[str], refuses: Refuses, apart: Iterable[Pair]
) -> Bundles:
    """Units put together that hold one `strong` kind, by which two are one thing, or all the same weak ones.

    Units are taken in the order of their ids. One stays out where a kind of its own refuses one that only others hold:
    what one unit holds together does not part its copies. No bundle holds a pair of `apart`.
    """
    foes: dict[str, set[str]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    holding: dict[Hashable, list[_Bundle]] = defaultdict(list)
    made: list[_Bundle] = []
    for unit in sorted(units):
        own = frozenset(units[unit])
        firm = sorted(own.intersection(strong))
        shared: list[Hashable] = [*firm] or [own]
        near = (bundle for key in shared for bundle in holding[key])
        fitting = (b for b in near if not foes[unit] & b.units and not _refused(own, b.kinds, refuses))
        if (bundle := next(fitting, None)) is None:
            bundle = _Bundle(unit, bool(firm))
            made.append(bundle)
        bundle.units.add(unit)
        bundle.kinds |= own
        for key in shared:
            if bundle not in holding[key]:
                holding[key].append(bundle)
    return Bundles(tuple(made))


def _refused(own: frozenset[str], others: Collection[str], refuses: Refuses) -> bool:
    return any(refuses(*pair(a, b)) for a in own.difference(others) for b in others if b not in own)


def stars(same: Sequence[Item], unit: Mapping[str, str]) -> Iterator[Pair]:
    """Each of some equal items with the first of its bundle: the links that put them together."""
    first: dict[str, str] = {}
    for item in same:
        if (middle := first.setdefault(unit[item.id], item.id)) != item.id:
            yield pair(middle, item.id)


@dataclass(frozen=True, slots=True, eq=False)
class Row(Generic[Item]):
    """Equal items of one bundle."""

    number: int
    unit: str
    items: tuple[Item, ...]


def rows(equal: Mapping[str, Sequence[Item]], unit: Mapping[str, str]) -> list[Row[Item]]:
    """All items by kind and bundle, in the order of the kinds; `unit` gives the bundle of an item's id."""
    held: dict[Pair, list[Item]] = defaultdict(list)
    for kind, same in equal.items():
        for item in same:
            held[kind, unit[item.id]].append(item)
    return [Row(number, bundle, tuple(items)) for number, ((_, bundle), items) in enumerate(held.items())]


def between(likely: Iterable[tuple[Row[Item], Row[Item]]]) -> Iterator[tuple[Row[Item], Row[Item]]]:
    """The pairs of rows of two bundles, each once."""
    seen: set[tuple[int, int]] = set()
    for x, y in likely:
        key = (x.number, y.number) if x.number < y.number else (y.number, x.number)
        if x.unit != y.unit and key not in seen:
            seen.add(key)
            yield x, y


def across(x: Sequence[Item], y: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """One pair of items of two reports, the smaller id first, where there is one: it stands for all such pairs."""
    found = next(((a, b) for a in x for b in y if a.report != b.report), None)
    if found:
        yield found if found[0].id < found[1].id else (found[1], found[0])


def within(x: Sequence[Item], y: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """One pair of items of one report, the smaller id first, where there is one."""
    reports = {item.report: item for item in reversed(x)}
    found = next(((reports[b.report], b) for b in y if b.report in reports), None)
    if found:
        yield found if found[0].id < found[1].id else (found[1], found[0])
