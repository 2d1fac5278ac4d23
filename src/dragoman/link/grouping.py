"""Rows that one linkage takes for the same thing, from the pairs that it scored."""

from collections.abc import Collection, Iterable

from dragoman.link.clusters import LinkScore, Pair, clusters
from dragoman.link.linkage import Linkage
from dragoman.link.probabilistic import Scored


def groups(
    linkage: Linkage, ids: Iterable[str], scored: Iterable[Scored], *, cannot: Collection[Pair] = frozenset()
) -> tuple[tuple[str, ...], ...]:
    """Average-link clusters of all ids; a pair that was not scored, or weighs less, counts as `linkage.unseen`.

    Clustering takes what it does not see for zero, so all weights are counted from `unseen` up.
    """
    links = (LinkScore(one.a, one.b, one.weight - linkage.unseen, ()) for one in scored if one.weight > linkage.unseen)
    join, hold = linkage.join - linkage.unseen, linkage.hold - linkage.unseen
    return clusters(ids, links, join=join, hold=hold, cannot=cannot)
