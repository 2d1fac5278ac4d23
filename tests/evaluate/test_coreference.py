"""The scores of clusterings: hand-reckoned values, and what holds of any two clusterings."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.coreference import MEASURES, b_cubed, best_match, ceaf_e, conll_f1, muc, pairs

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
SHOWN = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2}
CLUSTERINGS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=9)


@pytest.mark.parametrize(("measure", "expected"), [(muc, 2 / 3), (b_cubed, 11 / 15), (ceaf_e, 0.8), (pairs, 0.5)])
def test_two_clusterings_of_five_score_as_reckoned_by_hand(measure, expected):
    found = measure(GOLD, SHOWN)
    assert (found.precision, found.recall, found.f1) == pytest.approx((expected, expected, expected))


@given(CLUSTERINGS)
def test_exchanging_gold_and_shown_exchanges_precision_and_recall(labels):
    one = {str(item): label for item, (label, _) in enumerate(labels)}
    other = {str(item): label for item, (_, label) in enumerate(labels)}
    for measure in (*MEASURES.values(), pairs):
        there, back = measure(one, other), measure(other, one)
        assert (there.precision, there.recall) == pytest.approx((back.recall, back.precision))


def test_a_clustering_agrees_with_itself():
    assert conll_f1([(GOLD, GOLD), (SHOWN, SHOWN)])[0] == pytest.approx(1.0)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(0, 10**6))
def test_the_best_match_is_the_best_of_all_matches(rows, columns, seed):
    worth = np.random.default_rng(seed).random((rows, columns))
    wide = worth if rows <= columns else worth.T
    best = max(
        sum(wide[r, c] for r, c in enumerate(chosen)) for chosen in permutations(range(wide.shape[1]), len(wide))
    )
    assert best_match(worth) == pytest.approx(best)
