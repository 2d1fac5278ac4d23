"""Probabilistic record linkage (Fellegi and Sunter 1969): comparisons, their levels, and frozen probabilities.

Two items are compared on several things. On each they reach one level, and a level weighs log2(m / u): `m` is how
often one thing told twice reaches it, `u` how often two things do. The weights are added up; a sum of 3 says that
one thing is 2 ** 3 = 8 times as likely as two.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any

THOUSANDTHS = 1000
"""Weights are summed in whole thousandths, so that the order of adding makes no difference anywhere."""


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison: a condition in SQL on both rows (`x_l`, `x_r`), its probabilities, words for it.

    `says` is a template filled from the facts of a pair; "" where there is nothing to say.
    """

    when: str
    m: float
    u: float
    says: str

    @property
    def weight(self) -> int:
        """log2(m / u) in thousandths."""
        return round(THOUSANDTHS * log2(self.m / self.u))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that two rows are compared on; the first level that holds counts, the last holds for all others.

    `basis` says where the probabilities come from: the data they were learned from, or "set" by hand.
    """

    name: str
    basis: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A blocking rule: pairs for which it holds are compared; `explode` names columns whose lists share a member."""

    when: str
    explode: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linkage:
    """How rows of one kind are linked; `prior` is log2 of the odds that two compared rows are one thing.

    `join` is the weight from which on two start a cluster, `hold` what a merger must keep on average, `unseen` the
    weight of a pair that no blocking rule brings together.
    """

    name: str
    version: int
    prior: float
    join: float
    hold: float
    unseen: float
    blocks: tuple[Block, ...]
    comparisons: tuple[Comparison, ...]

    def weight(self, reached: Sequence[int]) -> float:
        """The weight of a pair from the level it reached in each comparison, counted from 0."""
        parts = (c.levels[level].weight for c, level in zip(self.comparisons, reached, strict=True))
        return (round(self.prior * THOUSANDTHS) + sum(parts)) / THOUSANDTHS

    def reasons(self, reached: Sequence[int], facts: Mapping[str, str]) -> tuple[str, ...]:
        """One line for each level that has words: what was found, and how far it speaks for one thing or for two."""
        found = zip(self.comparisons, reached, strict=True)
        levels = ((c.name, c.levels[level]) for c, level in found if c.levels[level].says)
        return tuple(f"{name}: {level.says.format_map(facts)}: {odds(level.weight)}" for name, level in levels)


def odds(weight: int) -> str:
    """A weight in thousandths as words: how many times likelier one thing or two make what was found."""
    times = 2 ** (abs(weight) / THOUSANDTHS)
    if times < 1.05:
        return "speaks neither way"
    shown = f"{times:.1f}" if times < 10 else f"{times:.0f}"
    return f"{shown} times as likely {'for one and the same' if weight > 0 else 'for two different ones'}"


@cache
def load_linkage(name: str) -> Linkage:
    """The frozen linkage of `data/NAME.toml`; raises FileNotFoundError for an unknown name."""
    return parse(linkage_text(name))


def linkage_text(name: str) -> str:
    """The file of a frozen linkage as it ships."""
    return files("dragoman.link").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")


def known_linkages() -> dict[str, str]:
    """Each linkage with which records are made to 'version N sha256:digest', for the record's generator."""
    known = {}
    for name in ("events", "figures"):
        digest = hashlib.sha256(linkage_text(name).encode()).hexdigest()
        known[f"linkage of {name}"] = f"version {load_linkage(name).version} sha256:{digest}"
    return known


def parse(text: str) -> Linkage:
    """A linkage from TOML."""
    table: dict[str, Any] = tomllib.loads(text)
    return Linkage(
        name=table["name"],
        version=table["version"],
        prior=table["prior"],
        join=table["join"],
        hold=table["hold"],
        unseen=table["unseen"],
        blocks=tuple(Block(row["when"], tuple(row.get("explode", ()))) for row in table["block"]),
        comparisons=tuple(_comparison(row) for row in table["comparison"]),
    )


def _comparison(row: Mapping[str, Any]) -> Comparison:
    levels = tuple(Level(level["when"], level["m"], level["u"], level.get("says", "")) for level in row["levels"])
    if len({level.weight for level in levels}) < len(levels):
        raise ValueError(f"{row['name']}: two levels have one weight, so a pair could not be explained")
    return Comparison(row["name"], row["basis"], levels)
