"""Connected components, the same in any order of input."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from dragoman.model.span import Span

_T = TypeVar("_T", str, Span)


def components(items: Iterable[_T], links: Iterable[tuple[_T, _T]]) -> list[tuple[_T, ...]]:
    """Items that links join, directly or through others, each sorted, and so are they all; links name items only."""
    root = {item: item for item in items}

    def find(item: _T) -> _T:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for a, b in links:
        first, second = find(a), find(b)
        if first != second:
            root[first] = second
    members: dict[_T, list[_T]] = defaultdict(list)
    for item in sorted(root):
        members[find(item)].append(item)
    return sorted(tuple(held) for held in members.values())
