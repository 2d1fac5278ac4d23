"""Clusters of items from scored pairs: explained, deterministic, independent of the order of input."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
DIGITS = 3
"""Scores are rounded to so many decimals before they meet a threshold."""
_WHOLE: int = 10**DIGITS


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How well two items match, and why; `a` < `b` are their ids."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


def pair(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def clusters(
    ids: Iterable[str],
    scores: Iterable[LinkScore],
    *,
    join: float,
    hold: float,
    cannot: Collection[Pair] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """Average-link clusters: pairs that score `join` start a merger, which needs `hold` on average to go through.

    Unscored pairs count as zero; no cluster ever holds a pair of `cannot`. Each cluster is sorted, and so are they all.
    """
    links = {ids_: round(s.score * _WHOLE) for s in scores if (ids_ := pair(s.a, s.b)) not in cannot}
    edges = [ids_ for ids_, value in links.items() if value >= join * _WHOLE]
    starting = {item for ids_ in edges for item in ids_}
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), value in links.items():
        if a in starting and b in starting:
            near[a][b] = near[b][a] = value
    apart: dict[str, set[str]] = defaultdict(set)
    for a, b in cannot:
        if a in starting and b in starting:
            apart[a].add(b)
            apart[b].add(a)
    result: list[tuple[str, ...]] = []
    for component in _components(sorted(set(ids)), edges):
        result.extend(_average(_Groups.of(component, near, apart), hold))
    return tuple(sorted(result))


def roots(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Every member's id to the id of its cluster, which is its smallest member."""
    return {member: min(group) for group in groups for member in group}


def _components(ids: list[str], edges: Iterable[Pair]) -> list[list[str]]:
    root = {item: item for item in ids}

    def find(item: str) -> str:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for a, b in sorted(edges):
        low, high = sorted((find(a), find(b)))
        root[high] = low
    members: dict[str, list[str]] = defaultdict(list)
    for item in ids:
        members[find(item)].append(item)
    return list(members.values())


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of a component by their smallest member, with the sums of the scores between them.

    Sums are kept in whole units of the last digit, so that the order of adding makes no difference.
    """

    members: dict[str, tuple[str, ...]]
    sums: dict[str, dict[str, int]]
    apart: dict[str, set[str]]

    @classmethod
    def of(
        cls, component: Collection[str], near: Mapping[str, Mapping[str, int]], apart: Mapping[str, Collection[str]]
    ) -> "_Groups":
        inside = set(component)
        sums = {a: {b: value for b, value in near.get(a, {}).items() if b in inside} for a in component}
        return cls({item: (item,) for item in component}, sums, {a: inside & set(apart.get(a, ())) for a in component})

    def sizes(self, a: str, b: str) -> tuple[int, int]:
        """Pairs between two groups, and members of both: other sizes than before show that one has grown."""
        first, second = len(self.members.get(a, ())), len(self.members.get(b, ()))
        return first * second, first + second

    def mean(self, a: str, b: str) -> float:
        """The mean score of the pairs between two groups."""
        product, _ = self.sizes(a, b)
        return round(self.sums[a][b] / (_WHOLE * product), DIGITS)

    def merge(self, a: str, b: str) -> None:
        """Put the second group into the first."""
        self.members[a] += self.members.pop(b)
        for other, value in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0) + value
        for other in self.apart.pop(b):
            self.apart[other].remove(b)
            self.apart[other].add(a)
            self.apart[a].add(other)


def _average(groups: _Groups, hold: float) -> list[tuple[str, ...]]:
    """Join the two nearest groups until none are near enough; ties go to the smallest ids."""
    heap: list[tuple[float, str, str, tuple[int, int]]] = []

    def offer(a: str, b: str) -> None:
        mean = groups.mean(a, b)
        if mean >= hold and b not in groups.apart[a]:
            heapq.heappush(heap, (-mean, *pair(a, b), groups.sizes(a, b)))

    for a, others in groups.sums.items():
        for b in others:
            if a < b:
                offer(a, b)
    while heap:
        _, a, b, sizes = heapq.heappop(heap)
        if groups.sizes(a, b) == sizes:
            groups.merge(a, b)
            for other in groups.sums[a]:
                offer(a, other)
    return [tuple(sorted(group)) for group in groups.members.values()]
