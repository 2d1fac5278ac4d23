"""Two reports side by side: the stretches that one took from the other, or both from a third."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.link.passages import GRAM, Hashes, Running

GAP = 6
"""Words left out, put in or changed between two runs that still belong to one stretch."""
LONG, NAMED = 20, 0.4
"""From so many unquoted words in a row on, a name or a number counts so much of an own word, as in a list."""
_REPEATED = 8
"""A run of four words that stands more often than this in one report is a refrain."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`size` identical words, from the word `a` of one report and the word `b` of the other.

    `own` counts those that are the newsroom's own in both reports (in a long run, names and numbers in part); words
    that many reports print alike count half.
    """

    a: int
    b: int
    size: int
    own: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs that follow each other in both reports with small gaps."""

    runs: tuple[Run, ...]

    @property
    def own(self) -> float:
        """The own words of its runs."""
        return sum(run.own for run in self.runs)

    @property
    def a(self) -> tuple[int, int]:
        """First word in the first report, and how many from there to the last."""
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].size - self.runs[0].a

    @property
    def b(self) -> tuple[int, int]:
        """The same in the second report."""
        return self.runs[0].b, self.runs[-1].b + self.runs[-1].size - self.runs[0].b


def align(a: Running, b: Running, common: Hashes) -> tuple[Stretch, ...]:
    """The stretches of two reports by their place in the first, wherever they stand in the second.

    `common` are the runs of four words that many reports hold, sorted.
    """
    stretches: list[list[Run]] = []
    for run in _best([_run(a, b, place, common) for place in _places(a, b)]):
        near = next((s for s in reversed(stretches[-3:]) if _follows(s[-1], run)), None)
        if near is None:
            stretches.append([run])
        else:
            near.append(run)
    return tuple(Stretch(tuple(runs)) for runs in stretches)


def _follows(last: Run, run: Run) -> bool:
    return 0 <= run.a - last.a - last.size <= GAP and 0 <= run.b - last.b - last.size <= GAP


def _places(a: Running, b: Running) -> Iterator[tuple[int, int, int]]:
    """Where all runs of four identical words or more begin that cannot be made longer, and their words."""
    places: dict[int, list[int]] = defaultdict(list)
    for j in np.flatnonzero(np.isin(b.grams, a.grams)).tolist():
        places[int(b.grams[j])].append(j)
    last: dict[int, tuple[int, int]] = {}
    for i in np.flatnonzero(np.isin(a.grams, b.grams)).tolist():
        found = places[int(a.grams[i])]
        for shift in (j - i for j in (found if len(found) <= _REPEATED else ())):
            first, end = last.get(shift, (i, i - 1))
            if end < i - 1:
                yield first, first + shift, end - first + GRAM
                first = i
            last[shift] = (first, i)
    for shift, (first, end) in last.items():
        yield first, first + shift, end - first + GRAM


def _run(a: Running, b: Running, place: tuple[int, int, int], common: Hashes) -> Run:
    i, j, size = place
    own = float(np.count_nonzero(a.own[i : i + size] & b.own[j : j + size]))
    unquoted = int(np.count_nonzero(~(a.quoted[i : i + size] | b.quoted[j : j + size])))
    if unquoted >= LONG:
        own = max(own, NAMED * unquoted)
    grams = a.grams[i : i + size - GRAM + 1]
    at = np.searchsorted(common, grams)
    often = np.count_nonzero(common[np.minimum(at, len(common) - 1)] == grams) if len(common) else 0
    return Run(i, j, size, own * (1 - often / (2 * len(grams))))


def _best(runs: list[Run]) -> list[Run]:
    """Runs that do not claim a word twice on either side: the longest first, of equals the earliest."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for run in sorted(runs, key=lambda r: (-r.size, r.a, r.b)):
        here, there = range(run.a, run.a + run.size), range(run.b, run.b + run.size)
        if taken_a.isdisjoint(here) and taken_b.isdisjoint(there):
            taken_a.update(here)
            taken_b.update(there)
            kept.append(run)
    return sorted(kept)
