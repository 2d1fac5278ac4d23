"""What the scoring of an episode yields: abilities with their misses, and counts of what must not be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ability:
    """A share of things done right; `misses` says in a line each what was missed or falsely shown.

    `expected` tells whether the gold holds any of the kind: if so, nothing shown is worth 0, else no score.
    """

    name: str
    numerator: int
    denominator: int
    misses: tuple[str, ...] = ()
    expected: bool = True

    @property
    def ratio(self) -> float | None:
        """The share from 0 to 1, or None where the gold has nothing to score."""
        if self.denominator:
            return self.numerator / self.denominator
        return 0.0 if self.expected else None


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened that should not (or, for repeats, that is only told), a line for each."""

    name: str
    lines: tuple[str, ...] = ()

    @property
    def value(self) -> int:
        """The number of lines."""
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """What one of the scorer's parts adds."""

    abilities: tuple[Ability, ...] = ()
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class EpisodeScore:
    """All abilities and counts of an episode, in the order in which they are shown."""

    abilities: tuple[Ability, ...]
    counts: tuple[Count, ...]

    def __getitem__(self, name: str) -> Ability:
        """The ability of that name; KeyError if there is none."""
        for ability in self.abilities:
            if ability.name == name:
                return ability
        raise KeyError(name)

    def count(self, name: str) -> Count:
        """The count of that name; KeyError if there is none."""
        for count in self.counts:
            if count.name == name:
                return count
        raise KeyError(name)

    def table(
        self, targets: Mapping[str, float] | None = None
    ) -> tuple[tuple[str, float | None, int, float | str], ...]:
        """Rows (ability, score 0-1 or None, n, target or ''), then counts as (name, count, count, target)."""
        wanted = targets or {}
        rows: list[tuple[str, float | None, int, float | str]] = [
            (ability.name, ability.ratio, ability.denominator, wanted.get(ability.name, ""))
            for ability in self.abilities
        ]
        rows += [(one.name, float(one.value), one.value, wanted.get(one.name, "")) for one in self.counts]
        return tuple(rows)

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON: `abilities` and `counts` by name, each with its lines."""
        return {
            "schema": "dragoman/episode-score/1",
            "abilities": {
                one.name: {
                    "numerator": one.numerator,
                    "denominator": one.denominator,
                    "ratio": one.ratio,
                    "misses": list(one.misses),
                }
                for one in self.abilities
            },
            "counts": {one.name: {"value": one.value, "lines": list(one.lines)} for one in self.counts},
        }
