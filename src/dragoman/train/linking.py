"""The probabilities of a linkage, learned from pairs of which it is known whether they are one thing.

The levels that a pair reaches are weighed together (a logistic regression over them), so that two comparisons that say
the same do not count twice; the weights are then written as proper probabilities, whose sums are one.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import InputError
from dragoman.link.linkage import Comparison, Level, Linkage, parse

Floats = NDArray[np.float64]
STEPS = 100
STILL = 1e-10
NUDGE = 1.001
DIGITS = 4
"""Probabilities are given with so many digits, so that a linkage reads back from its file as it was learned."""

_PART = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*|"
    r"(?<![\w.-])(?P<key>prior|join|hold|unseen|m|u)(?P<equals>\s*=\s*)(?P<number>[-+.\w]+)",
    re.DOTALL,
)
"""Strings and comments of a TOML, which are passed over, and the numbers of a linkage outside them."""


def fit(
    linkage: Linkage,
    reached: Sequence[Sequence[int]],
    same: Sequence[bool],
    *,
    names: Collection[str] | None = None,
    strength: float = 1.0,
) -> Linkage:
    """The linkage with the prior, `m` and `u` that pairs teach: the levels each reached, and whether it is one thing.

    Only the comparisons of `names` are learned (all, if None); the others keep their probabilities and are reckoned
    with. `strength` pulls weights of rare levels towards saying nothing. Raises InputError unless both kinds of pairs
    are there. The minimum is one, so the same pairs in any order teach the same.
    """
    if len(set(same)) < 2:
        raise InputError(f"linkage {linkage.name}: learning needs pairs that are one thing and pairs that are two")
    learned = [names is None or c.name in names for c in linkage.comparisons]
    patterns, times, ones = _patterns(reached, same)
    given = _given(linkage, patterns, learned)
    columns = _columns(linkage, patterns, learned)
    found = _minimum(columns, given, (times, ones), strength)
    prior, weights, comparisons = found[0] / log(2), found[1:] / log(2), []
    for number, comparison in enumerate(linkage.comparisons):
        if learned[number]:
            size = len(comparison.levels)
            two = np.bincount(patterns[:, number], weights=times - ones, minlength=size) + 0.5
            made, shift = _proper(comparison, weights[:size], two / two.sum())
            comparisons.append(made)
            prior, weights = prior + shift, weights[size:]
        else:
            comparisons.append(comparison)
    return replace(linkage, prior=round(float(prior), 3), comparisons=tuple(comparisons))


def render(text: str, linkage: Linkage) -> str:
    """The TOML of a linkage with its numbers put in; rules, conditions, words and comments stay as they were written.

    Raises InputError where the text is not that of this linkage.
    """
    numbers = _numbers(linkage)
    top = {name: f"{getattr(linkage, name):g}" for name in ("prior", "join", "hold", "unseen")}

    def put(part: re.Match[str]) -> str:
        key = part["key"]
        if key is None:
            return part[0]
        return f"{key}{part['equals']}{top.get(key) or next(numbers[key], part['number'])}"

    made = _PART.sub(put, text)
    if parse(made) != linkage:
        raise InputError(f"this is not the text of linkage {linkage.name}: rules, conditions or words differ")
    return made


def _numbers(linkage: Linkage) -> dict[str, Iterator[str]]:
    levels = [level for comparison in linkage.comparisons for level in comparison.levels]
    return {"m": iter([f"{level.m:.{DIGITS}g}" for level in levels]), "u": iter([f"{x.u:.{DIGITS}g}" for x in levels])}


def _patterns(reached: Sequence[Sequence[int]], same: Sequence[bool]) -> tuple[NDArray[np.int64], Floats, Floats]:
    """Each combination of levels once, how often it was reached, and how often by one thing."""
    patterns, which = np.unique(np.asarray(reached, dtype=np.int64), axis=0, return_inverse=True)
    every, ones = np.ones(len(same)), np.asarray(same, dtype=np.float64)
    times, of_ones = (np.bincount(which.ravel(), weights=one).astype(np.float64) for one in (every, ones))
    return patterns, times, of_ones


def _given(linkage: Linkage, patterns: NDArray[np.int64], learned: Sequence[bool]) -> Floats:
    """What the comparisons that are not learned add to each pattern, in natural logarithms."""
    total = np.zeros(len(patterns))
    for number, comparison in enumerate(linkage.comparisons):
        if not learned[number]:
            total += np.array([log(level.m / level.u) for level in comparison.levels])[patterns[:, number]]
    return total


def _columns(linkage: Linkage, patterns: NDArray[np.int64], learned: Sequence[bool]) -> Floats:
    """A column of ones for the prior and one for each level that is learned: 1 where the pattern reaches it."""
    parts = [np.ones((len(patterns), 1))]
    for number, comparison in enumerate(linkage.comparisons):
        if learned[number]:
            parts.append(np.eye(len(comparison.levels))[patterns[:, number]])
    return np.hstack(parts)


def _minimum(columns: Floats, given: Floats, counts: tuple[Floats, Floats], strength: float) -> Floats:
    """Prior and weights, in natural logarithms, under which the pairs are likeliest: Newton's steps, halved at need."""
    times, ones = counts
    pull = np.full(columns.shape[1], strength)
    pull[0] = 0

    def loss(at: Floats) -> float:
        total = given + columns @ at
        return float((times * np.logaddexp(0, total) - ones * total).sum() + (pull * at * at).sum() / 2)

    at = np.zeros(columns.shape[1])
    value = loss(at)
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-(given + columns @ at)))
        slope = columns.T @ (times * shares - ones) + pull * at
        bend = (columns * (times * shares * (1 - shares))[:, None]).T @ columns + np.diag(pull)
        way, step = -np.linalg.solve(bend, slope), 1.0
        while (new_value := loss(at + step * way)) > value + 1e-4 * step * float(slope @ way) and step > STILL:
            step /= 2
        at, gained, value = at + step * way, value - new_value, new_value
        if gained <= STILL * max(abs(value), 1.0):
            break
    return at


def _proper(comparison: Comparison, weights: Floats, two: Floats) -> tuple[Comparison, float]:
    """Levels of which `m` sums to one, as `u` does, and what the prior takes over of their weights, in powers of 2.

    No two get the same weight, because scoring knows a level by it: a second one is nudged up.
    """
    whole = float((two * 2**weights).sum())
    made: list[Level] = []
    for level, m, u in zip(comparison.levels, two * 2**weights / whole, two, strict=True):
        one = replace(level, m=_short(m), u=_short(u))
        while any(one.weight == other.weight for other in made):
            one = replace(one, m=_short(one.m * NUDGE))
        made.append(one)
    return replace(comparison, levels=tuple(made)), float(np.log2(whole))


def _short(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")
