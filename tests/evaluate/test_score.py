"""The arithmetic of scores, and their table."""

import pytest

from dragoman.evaluate.episode_score import Count
from dragoman.evaluate.score import Confusion, TaskScore, f1, macro_f1, share
from dragoman.views.scores import task_table


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    measure = f1("values", right=6, shown=8, gold=12)
    assert (measure.precision, measure.recall) == (0.75, 0.5)
    assert measure.value == pytest.approx(2 * 0.75 * 0.5 / 1.25)


def test_nothing_in_gold_and_nothing_shown_is_no_score() -> None:
    assert f1("values", right=0, shown=0, gold=0).value is None
    assert f1("values", right=0, shown=3, gold=0).value == 0.0
    assert share("days", right=0, of=0).value is None


def test_macro_f1_weighs_classes_alike_and_counts_a_class_shown_only_as_an_error() -> None:
    pairs = [("AID", "AID")] * 9 + [("AID", "other"), ("YIELD", "AID")]
    measure = macro_f1("roots", pairs)
    assert measure.value == pytest.approx((2 * 9 / (10 + 10) + 0) / 2)


def test_confusions_name_only_what_differs_most_frequent_first() -> None:
    pairs = [("A", "B"), ("A", "A"), ("C", "B"), ("C", "B")]
    assert Confusion.of("roots", pairs).pairs == (("C", "B", 2), ("A", "B", 1))
    assert Confusion.of("roots", pairs, most=1).pairs == (("C", "B", 2),)


def test_the_table_shows_score_anchor_confusion_and_on_request_each_miss() -> None:
    score = TaskScore(
        "invented",
        (f1("values", right=1, shown=2, gold=2, anchor="a peer .5", misses=["seven, shown 8"]),),
        (Confusion("units", (("km", "m", 3),)),),
        (Count("false values", ("nine",)),),
    )
    table = task_table(score)
    assert "values        0.500  P 0.500  R 0.500  of 2  [a peer .5]" in table
    assert "km / m: 3" in table
    assert "seven, shown 8" not in table
    assert "seven, shown 8" in task_table(score, errors=True)
    assert score.as_dict()["measures"]["values"]["precision"] == 0.5
