"""Rows scored by splink on DuckDB: blocking, levels, weights; the same whatever the order of the rows."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from test_linkage import BOATS

from dragoman.link.probabilistic import score

ROWS = [
    {"id": "a", "name": "Sela", "port": "Orm", "crew": ["Ana", "Ivo"], "mark": "1100"},
    {"id": "b", "name": "Sela", "port": "Orm", "crew": [], "mark": "1101"},
    {"id": "c", "name": "Tarn", "port": "Vik", "crew": ["Ivo"], "mark": "0011"},
    {"id": "d", "name": "Tarn", "port": "Hul", "crew": ["Udo"], "mark": "0011"},
]


def scored(rows, least=-1000.0):
    return list(score(BOATS, pa.Table.from_pylist(rows), least=least, bits=("mark",)))


def test_pairs_that_no_rule_brings_together_are_not_scored():
    assert [(s.a, s.b) for s in scored(ROWS)] == [("a", "b"), ("a", "c")]


def test_each_pair_reaches_the_first_level_that_holds_and_weighs_what_the_linkage_says():
    same, other = scored(ROWS)
    assert (same.reached, other.reached) == ((0, 0), (1, 1))
    assert (same.weight, other.weight) == (BOATS.weight((0, 0)), BOATS.weight((1, 1)))


def test_pairs_below_the_least_weight_are_left_out():
    assert [(s.a, s.b) for s in scored(ROWS, least=0.0)] == [("a", "b")]


def test_one_row_and_none_have_no_pairs():
    assert not scored(ROWS[:1])


@settings(max_examples=5)
@given(st.permutations(ROWS))
def test_the_order_of_the_rows_makes_no_difference(rows):
    assert scored(rows) == scored(ROWS)
