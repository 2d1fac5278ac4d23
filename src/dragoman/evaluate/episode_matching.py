"""One-to-one matching of gold items with shown items, by the greatest total score."""

from collections.abc import Callable, Sequence
from typing import TypeVar

L = TypeVar("L")
R = TypeVar("R")


def match_one_to_one(left: Sequence[L], right: Sequence[R], score: Callable[[L, R], int]) -> tuple[tuple[L, R], ...]:
    """Pair left with right so that the scores' sum is greatest; a score of 0 or less is no pair.

    Ties fall to whatever stands first, so give both sides in an order that does not depend on the record's.
    """
    scores = [[max(0, score(one, other)) for other in right] for one in left]
    rows = [i for i, row in enumerate(scores) if any(row)]
    columns = [j for j in range(len(right)) if any(row[j] for row in scores)]
    if not rows or not columns:
        return ()
    small = [[scores[i][j] for j in columns] for i in rows]
    flipped = len(rows) > len(columns)
    chosen = _hungarian([list(column) for column in zip(*small, strict=True)] if flipped else small)
    pairs = [(b, a) if flipped else (a, b) for a, b in enumerate(chosen)]
    return tuple((left[rows[a]], right[columns[b]]) for a, b in sorted(pairs) if small[a][b] > 0)


def _hungarian(gain: list[list[int]]) -> list[int]:
    """For each row its column, with the greatest total gain; there are no more rows than columns.

    The shortest augmenting path method with potentials (Kuhn, Munkres, Jonker, Volgenant), on whole numbers.
    """
    n, m = len(gain), len(gain[0])
    row_potential, column_potential = [0] * (n + 1), [0] * (m + 1)
    row_of = [0] * (m + 1)
    for row in range(1, n + 1):
        row_of[0] = row
        _unwind(row_of, _augment(gain, row_potential, column_potential, row_of))
    chosen = [0] * n
    for column in range(1, m + 1):
        if row_of[column]:
            chosen[row_of[column] - 1] = column - 1
    return chosen


def _augment(
    gain: list[list[int]], row_potential: list[int], column_potential: list[int], row_of: list[int]
) -> list[int]:
    """Find the cheapest path to a free column, moving the potentials; the path as each column's predecessor.

    The last entry is the free column that was reached.
    """
    m = len(gain[0])
    cheapest: list[int | None] = [None] * (m + 1)
    before = [0] * (m + 1)
    used = [False] * (m + 1)
    column = 0
    while row_of[column]:
        used[column] = True
        row = row_of[column]
        delta, following = None, 0
        for j in range(1, m + 1):
            if used[j]:
                continue
            cost = -gain[row - 1][j - 1] - row_potential[row] - column_potential[j]
            known = cheapest[j]
            if known is None or cost < known:
                cheapest[j], before[j] = cost, column
                known = cost
            if delta is None or known < delta:
                delta, following = known, j
        step = delta or 0
        for j in range(m + 1):
            known = cheapest[j]
            if used[j]:
                row_potential[row_of[j]] += step
                column_potential[j] -= step
            elif known is not None:
                cheapest[j] = known - step
        column = following
    return [*before, column]


def _unwind(row_of: list[int], path: list[int]) -> None:
    """Hand each column on the path the row of the column before it."""
    column = path[-1]
    while column:
        row_of[column] = row_of[path[column]]
        column = path[column]
