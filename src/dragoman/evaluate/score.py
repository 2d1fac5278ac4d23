"""What the scoring of one task yields: measures beside their anchors, confusions, and counts of what should not be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.evaluate.episode_score import Count

_SHOWN = 12
"""Confusions listed when nothing more is asked."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: an F1, an accuracy or a rate from 0 to 1, or an amount in `unit`; None where nothing was scored.

    `of` items of gold it rests on, `anchor` is the best published number with its place, `misses` a line for each.
    """

    name: str
    value: float | None
    of: int
    precision: float | None = None
    recall: float | None = None
    unit: str = ""
    anchor: str = ""
    misses: tuple[str, ...] = ()


def f1(name: str, *, right: int, shown: int, gold: int, anchor: str = "", misses: Iterable[str] = ()) -> Measure:
    """Precision, recall and their harmonic mean from counts: right ones, all shown, all in the gold."""
    precision = right / shown if shown else None
    recall = right / gold if gold else None
    value = 2 * right / (shown + gold) if shown + gold else None
    return Measure(name, value, gold, precision, recall, anchor=anchor, misses=tuple(misses))


def share(name: str, *, right: int, of: int, anchor: str = "", misses: Iterable[str] = ()) -> Measure:
    """The share of `of` items that are right."""
    return Measure(name, right / of if of else None, of, anchor=anchor, misses=tuple(misses))


def macro_f1(name: str, pairs: Iterable[tuple[str, str]], *, anchor: str = "", misses: Iterable[str] = ()) -> Measure:
    """Mean F1 over the classes of the gold, from pairs (gold, shown); a class shown only is an error, no class."""
    every = list(pairs)
    gold, shown = Counter(g for g, _ in every), Counter(s for _, s in every)
    right = Counter(g for g, s in every if g == s)
    scores = [2 * right[label] / (gold[label] + shown[label]) for label in sorted(gold)]
    return Measure(name, sum(scores) / len(scores) if scores else None, len(every), anchor=anchor, misses=tuple(misses))


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often the first was taken for the second, most frequent first."""

    name: str
    pairs: tuple[tuple[str, str, int], ...]

    @classmethod
    def of(cls, name: str, pairs: Iterable[tuple[str, str]], *, most: int = _SHOWN) -> "Confusion":
        """The most frequent unequal pairs (gold, shown)."""
        counted = Counter((gold, shown) for gold, shown in pairs if gold != shown)
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        return cls(name, tuple((gold, shown, number) for (gold, shown), number in ranked[:most]))


@dataclass(frozen=True, slots=True)
class TaskScore:
    """The measures, confusions and counts of a task, in the order in which they are shown."""

    task: str
    measures: tuple[Measure, ...]
    confusions: tuple[Confusion, ...] = ()
    counts: tuple[Count, ...] = ()

    def __getitem__(self, name: str) -> Measure:
        """The measure of that name; KeyError if there is none."""
        return self._by_name()[name]

    def _by_name(self) -> Mapping[str, Measure]:
        return {measure.name: measure for measure in self.measures}

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON: measures and counts by name, each with its lines."""
        return {
            "schema": "dragoman/score/1",
            "task": self.task,
            "measures": {
                one.name: {
                    "value": one.value,
                    "of": one.of,
                    "precision": one.precision,
                    "recall": one.recall,
                    "unit": one.unit,
                    "anchor": one.anchor,
                    "misses": list(one.misses),
                }
                for one in self.measures
            },
            "confusions": {one.name: [list(pair) for pair in one.pairs] for one in self.confusions},
            "counts": {one.name: {"value": one.value, "lines": list(one.lines)} for one in self.counts},
        }
