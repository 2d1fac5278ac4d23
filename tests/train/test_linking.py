"""Probabilities learned from pairs: what they must recover, and that a file keeps all that was written by hand."""

from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.link.linkage import parse
from dragoman.train.linking import fit, render

TEXT = '''
# How villages are linked; m = 1 in a comment is no number of the linkage.
name = "villages"
version = 1
prior = 0
join = 1.5   # by hand
hold = 0.5
unseen = -4

[[block]]
when = "l.name = r.name"

[[comparison]]
name = "name"
basis = "invented"
levels = [
    { when = "name_l = name_r AND 'u = 3' <> 'm = 4'", m = 0.6, u = 0.5, says = "same name, m = 2" },
    { when = "ELSE", m = 0.5, u = 0.5 },
]

[[comparison]]
name = "river"
basis = "invented"

[[comparison.levels]]
when = """river_l = river_r
AND "u = 1" IS NULL"""
m = 0.6
u = 0.5

[[comparison.levels]]
when = "river_l IS NULL"
m = 0.5
u = 0.5

[[comparison.levels]]
when = "ELSE"
m = 0.4
u = 0.5
'''
LINKAGE = parse(TEXT)


def _pairs(counts: dict[tuple[int, int], tuple[int, int]]) -> tuple[list[tuple[int, int]], list[bool]]:
    reached, same = [], []
    for pattern, (ones, twos) in counts.items():
        reached += [pattern] * (ones + twos)
        same += [True] * ones + [False] * twos
    return reached, same


def test_probabilities_of_independent_comparisons_are_recovered() -> None:
    name, river = ((0.9, 0.2), (0.1, 0.8)), ((0.7, 0.1), (0.2, 0.2), (0.1, 0.7))
    counts = {
        (a, b): (round(100_000 * name[a][0] * river[b][0]), round(400_000 * name[a][1] * river[b][1]))
        for a, b in product(range(2), range(3))
    }
    learned = fit(LINKAGE, *_pairs(counts))
    assert learned.prior == pytest.approx(-2, abs=0.01)
    for comparison, wanted in zip(learned.comparisons, (name, river), strict=True):
        for level, (m, u) in zip(comparison.levels, wanted, strict=True):
            assert (level.m, level.u) == pytest.approx((m, u), rel=0.01)


def test_two_comparisons_that_say_the_same_count_once() -> None:
    counts = {(0, 0): (90, 20), (1, 2): (10, 80)}
    learned = fit(LINKAGE, *_pairs(counts), strength=0.001)
    assert learned.weight((0, 0)) == pytest.approx(log2(90 / 20), abs=0.02)
    assert learned.weight((1, 2)) == pytest.approx(log2(10 / 80), abs=0.02)


def test_what_is_not_named_keeps_its_probabilities_and_is_reckoned_with() -> None:
    counts = {(0, 0): (90, 20), (1, 2): (10, 80)}
    first = fit(LINKAGE, *_pairs(counts), strength=0.001)
    second = fit(first, *_pairs(counts), names={"river"}, strength=0.001)
    assert second.comparisons[0] == first.comparisons[0]
    assert second.weight((0, 0)) == pytest.approx(log2(90 / 20), abs=0.02)


def test_a_level_that_nobody_reaches_has_probabilities_too() -> None:
    learned = fit(LINKAGE, *_pairs({(0, 0): (9, 2), (1, 2): (1, 8)}))
    assert all(0 < level.m < 1 and 0 < level.u < 1 for c in learned.comparisons for level in c.levels)


def test_every_level_has_a_weight_of_its_own_by_which_scoring_knows_it() -> None:
    learned = fit(LINKAGE, *_pairs({(0, 2): (9, 2), (1, 2): (1, 8)}))
    for comparison in learned.comparisons:
        assert len({level.weight for level in comparison.levels}) == len(comparison.levels)


def test_learning_needs_both_kinds_of_pairs() -> None:
    with pytest.raises(InputError, match="villages"):
        fit(LINKAGE, *_pairs({(0, 0): (5, 0)}))


def test_a_text_keeps_all_but_its_numbers() -> None:
    learned = fit(LINKAGE, *_pairs({(0, 0): (90, 20), (1, 1): (3, 30), (1, 2): (10, 80)}))
    made = render(TEXT, learned)
    assert parse(made) == learned
    for kept in ("# How villages", "m = 1 in a comment", "'u = 3' <> 'm = 4'", "same name, m = 2", '"u = 1" IS NULL'):
        assert kept in made
    assert len(made.splitlines()) == len(TEXT.splitlines())


def test_the_text_of_another_linkage_is_refused() -> None:
    with pytest.raises(InputError, match="villages"):
        render(TEXT.replace("river_l IS NULL", "river_r IS NULL"), LINKAGE)


PATTERN = st.tuples(st.integers(0, 1), st.integers(0, 2))


@given(st.lists(st.tuples(PATTERN, st.booleans()), min_size=2, max_size=40), st.randoms())
def test_order_makes_no_difference_and_probabilities_sum_to_one(rows: list, shuffler) -> None:
    rows = [*rows, ((0, 0), True), ((1, 2), False)]
    learned = fit(LINKAGE, [pattern for pattern, _ in rows], [same for _, same in rows])
    for comparison in learned.comparisons:
        assert sum(level.m for level in comparison.levels) == pytest.approx(1, abs=1e-3)
        assert sum(level.u for level in comparison.levels) == pytest.approx(1, abs=1e-3)
    shuffler.shuffle(rows)
    assert fit(LINKAGE, [pattern for pattern, _ in rows], [same for _, same in rows]) == learned
    assert parse(render(TEXT, learned)) == learned
