"""Judgements that cannot all be right: what is told apart is told to be one, directly or through a chain."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from dragoman.link.clusters import Pair

Said = Mapping[str, Collection[str]]
"""The id of each `same` judgement to the things that it makes one."""


def contradictions(same: Said, different: Iterable[tuple[str, Pair]]) -> dict[str, frozenset[str]]:
    """Each judgement that contradicts others to these others; of `different` judgements the pairs are given one by one.

    A `same` judgement is in it where it is part of a chain that joins the pair, of whichever chain there is.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for name, things in same.items():
        for thing in things:
            near[name].add(thing)
            near[thing].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for name, (a, b) in different:
        for other in between(near, a, b):
            if other in same:
                found[name].add(other)
                found[other].add(name)
    return {name: frozenset(others) for name, others in found.items()}


def between(near: Mapping[str, Collection[str]], a: str, b: str) -> frozenset[str]:
    """All nodes of a graph that lie on a way from one to another which passes no node twice.

    They are the biconnected block that an edge between the two would lie in (Hopcroft and Tarjan 1973).
    """
    order, low, stack = {a: 0, b: 1}, {b: 1}, [b]
    work: list[tuple[str, Iterator[str]]] = [(b, iter(sorted(near.get(b, ()))))]
    while work:
        node, rest = work[-1]
        above = work[-2][0] if len(work) > 1 else a
        for other in rest:
            if other not in order:
                order[other] = low[other] = len(order)
                stack.append(other)
                work.append((other, iter(sorted(near[other]))))
                break
            if other != above:
                low[node] = min(low[node], order[other])
        else:
            work.pop()
            if work:
                low[above] = min(low[above], low[node])
                while low[node] >= order[above] and stack.pop() != node:
                    continue
    return frozenset(stack)
