"""Scores of clusterings: MUC, B-cubed, CEAF-e and their mean (CoNLL F1), and the F1 of pairs.

Sources: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B-cubed), Luo 2005 (CEAF), Pradhan et al. 2014 (CoNLL).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Labels = Mapping[str, Hashable]
"""Each item to the label of its cluster; both clusterings of one score hold the same items."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Numerators and denominators of precision and recall, so that several pools can be added."""

    right: float
    shown: float
    right_of_gold: float
    gold: float

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.right + other.right,
            self.shown + other.shown,
            self.right_of_gold + other.right_of_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """What is right of all that is shown."""
        return self.right / self.shown if self.shown else 0.0

    @property
    def recall(self) -> float:
        """What is right of all that is in the gold."""
        return self.right_of_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


NOTHING = Parts(0.0, 0.0, 0.0, 0.0)


def muc(gold: Labels, shown: Labels) -> Parts:
    """Links: how many of those that hold a cluster together the other clustering keeps."""
    right, all_shown = _links(shown, gold)
    right_of_gold, all_gold = _links(gold, shown)
    return Parts(right, all_shown, right_of_gold, all_gold)


def b_cubed(gold: Labels, shown: Labels) -> Parts:
    """Items: the mean share of each one's cluster that the other clustering puts with it."""
    both, of_gold, of_shown = _overlaps(gold, shown)
    precise = sum(n * n / of_shown[s] for (_, s), n in both.items())
    recalled = sum(n * n / of_gold[g] for (g, _), n in both.items())
    return Parts(precise, len(gold), recalled, len(gold))


def ceaf_e(gold: Labels, shown: Labels) -> Parts:
    """Clusters: the best one-to-one match of both clusterings, by 2 * shared / (both sizes)."""
    both, of_gold, of_shown = _overlaps(gold, shown)
    total = 0.0
    for block in _blocks(both):
        rows, columns = sorted({g for g, _ in block}, key=repr), sorted({s for _, s in block}, key=repr)
        worth = np.zeros((len(rows), len(columns)))
        for g, s in block:
            worth[rows.index(g), columns.index(s)] = 2 * both[g, s] / (of_gold[g] + of_shown[s])
        total += best_match(worth)
    return Parts(total, len(of_shown), total, len(of_gold))


def pairs(gold: Labels, shown: Labels) -> Parts:
    """Pairs of items that stand in one cluster."""
    both, of_gold, of_shown = _overlaps(gold, shown)
    right, all_shown, all_gold = (sum(n * (n - 1) / 2 for n in c.values()) for c in (both, of_shown, of_gold))
    return Parts(right, all_shown, right, all_gold)


MEASURES: Mapping[str, Callable[[Labels, Labels], Parts]] = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}


def conll_f1(pools: Iterable[tuple[Labels, Labels]]) -> tuple[float, dict[str, Parts]]:
    """The mean F1 of MUC, B-cubed and CEAF-e over pools of (gold, shown), each measure's parts added up."""
    every = list(pools)
    parts = {name: sum((measure(g, s) for g, s in every), NOTHING) for name, measure in MEASURES.items()}
    return sum(one.f1 for one in parts.values()) / len(parts), parts


def best_match(worth: NDArray[np.float64]) -> float:
    """The largest sum of cells of a matrix with no two in one row or column (the Hungarian method)."""
    if worth.shape[0] > worth.shape[1]:
        worth = worth.T
    rows, columns = worth.shape
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner, way = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while owner[at]:
            used[at] = True
            free = np.flatnonzero(~used)
            left = -worth[owner[at] - 1, free - 1] - by_row[owner[at]] - by_column[free]
            nearer = left < least[free]
            least[free[nearer]], way[free[nearer]] = left[nearer], at
            following = free[np.argmin(least[free])]
            step = least[following]
            by_row[owner[used]] += step
            by_column[used] -= step
            least[free] -= step
            at = int(following)
        while at:
            owner[at], at = owner[way[at]], int(way[at])
    matched = [(owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c]]
    return float(sum(worth[r, c] for r, c in matched))


def _links(one: Labels, other: Labels) -> tuple[float, float]:
    """Links within the clusters of `one` that `other` keeps, and all of them."""
    parts: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item, label in one.items():
        parts[label].add(other[item])
    sizes = Counter(one.values())
    return sum(sizes[label] - len(held) for label, held in parts.items()), len(one) - len(sizes)


def _overlaps(
    gold: Labels, shown: Labels
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    return Counter((gold[i], shown[i]) for i in gold), Counter(gold.values()), Counter(shown.values())


def _blocks(both: Collection[tuple[Hashable, Hashable]]) -> Iterator[list[tuple[Hashable, Hashable]]]:
    """Overlapping clusters of both sides, by connected component: no match runs between two."""
    by_gold: dict[Hashable, list[tuple[Hashable, Hashable]]] = defaultdict(list)
    by_shown: dict[Hashable, list[tuple[Hashable, Hashable]]] = defaultdict(list)
    for one in both:
        by_gold[one[0]].append(one)
        by_shown[one[1]].append(one)
    seen: set[tuple[Hashable, Hashable]] = set()
    for first in both:
        if first in seen:
            continue
        block, waiting = [], [first]
        seen.add(first)
        while waiting:
            one = waiting.pop()
            block.append(one)
            fresh = [n for n in (*by_gold[one[0]], *by_shown[one[1]]) if n not in seen]
            seen.update(fresh)
            waiting += dict.fromkeys(fresh)
        yield block
