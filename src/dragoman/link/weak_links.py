"""Links that decide: those without which an item falls in two, and those that nearly join two items."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.link.clusters import LinkScore, Pair, pair
from dragoman.link.components import components

Parts = tuple[frozenset[str], frozenset[str]]
"""The members on either end of a link."""


def holding(
    items: Mapping[str, tuple[str, ...]], scores: Iterable[LinkScore], *, most: float
) -> Iterator[tuple[LinkScore, Parts]]:
    """Links of at most so many points without which an item would fall in two: edges of its strongest tree."""
    inside: dict[str, list[LinkScore]] = {item: [] for item in items}
    item_of = {member: item for item, members in items.items() for member in members}
    for link in scores:
        if item_of[link.a] == item_of[link.b]:
            inside[item_of[link.a]].append(link)
    for item, links in sorted(inside.items()):
        tree = _strongest(items[item], links)
        for link in tree:
            if link.score <= most:
                rest = [(other.a, other.b) for other in tree if other is not link]
                parts = components(items[item], rest)
                one, other = (frozenset(next(p for p in parts if end in p)) for end in (link.a, link.b))
                yield link, (one, other)


def missing(
    items: Mapping[str, tuple[str, ...]], scores: Iterable[LinkScore], *, least: float
) -> Iterator[tuple[LinkScore, Parts]]:
    """The best link of any two items, where it has at least so many points."""
    best: dict[Pair, LinkScore] = {}
    item_of = {member: item for item, members in items.items() for member in members}
    for link in scores:
        ends = pair(item_of[link.a], item_of[link.b])
        if ends[0] != ends[1] and link.score >= least:
            best[ends] = max(best.get(ends, link), link, key=lambda s: (s.score, s.a, s.b))
    for (one, other), link in sorted(best.items()):
        yield link, (frozenset(items[one]), frozenset(items[other]))


def _strongest(members: Iterable[str], links: Iterable[LinkScore]) -> list[LinkScore]:
    """A tree of the best links over an item's members (Kruskal 1956)."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    tree = []
    for link in sorted(links, key=lambda s: (-s.score, s.a, s.b)):
        first, second = find(link.a), find(link.b)
        if first != second:
            root[first] = second
            tree.append(link)
    return tree
