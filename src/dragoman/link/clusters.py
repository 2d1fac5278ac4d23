"""Clusters of items from scored pairs: explained, deterministic, independent of the order of input."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Pair = tuple[str, str]
DIGITS = 3
"""Scores are rounded to so many decimals before they meet a threshold."""


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How well two items match, and why; `a` < `b` are their ids."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """One thing that two items are compared on: a measure, mostly in [-1, 1], with words for it ("" says nothing)."""

    name: str
    weight: float
    measure: Callable[[T, T], tuple[float, str]]


def pair(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def score(ids: Pair, items: tuple[T, T], features: Iterable[Feature[T]]) -> LinkScore:
    """Sum of weight times measure over the features, with one reason for each feature that has words."""
    total, reasons = 0.0, []
    for feature in features:
        value, words = feature.measure(*items)
        points = feature.weight * value
        total += points
        if words:
            reasons.append(f"{feature.name}: {words} ({points:+.2f})")
    return LinkScore(*pair(*ids), round(total, DIGITS), tuple(reasons))


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
    known = {pair(s.a, s.b): round(s.score, DIGITS) for s in scores}
    links = {ids_: value for ids_, value in known.items() if ids_ not in cannot}
    result: list[tuple[str, ...]] = []
    for component in _components(sorted(set(ids)), [ids_ for ids_, value in links.items() if value >= join]):
        result.extend(_average(component, links, hold=hold, cannot=cannot))
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


def _average(
    component: list[str], links: Mapping[Pair, float], *, hold: float, cannot: Collection[Pair]
) -> list[tuple[str, ...]]:
    """Join the two nearest groups until none are near enough; ties go to the smallest ids."""
    groups: dict[str, tuple[str, ...]] = {item: (item,) for item in component}
    heap: list[tuple[float, str, str, int, int]] = []

    def offer(a: str, b: str) -> None:
        first, second = groups[a], groups[b]
        pairs = [pair(x, y) for x in first for y in second]
        if not any(p in cannot for p in pairs):
            mean = round(sum(links.get(p, 0.0) for p in pairs) / len(pairs), DIGITS)
            if mean >= hold:
                heapq.heappush(heap, (-mean, *pair(a, b), len(first) * len(second), len(first) + len(second)))

    for index, a in enumerate(component):
        for b in component[index + 1 :]:
            if pair(a, b) in links:
                offer(a, b)
    while heap:
        _, a, b, product, total = heapq.heappop(heap)
        stale = a not in groups or b not in groups
        if stale or (len(groups[a]) * len(groups[b]), len(groups[a]) + len(groups[b])) != (product, total):
            continue
        groups[a] = tuple(sorted(groups[a] + groups.pop(b)))
        for other in sorted(groups):
            if other != a:
                offer(a, other)
    return list(groups.values())
