"""Floors under the times of the sentences written for the project (`timeml/`): none drops silently."""

from pathlib import Path

import pytest

from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.tempeval import evaluate
from reading import read

FLOORS = {"strict F1": 0.95, "relaxed F1": 0.96, "value F1": 0.95, "type of those found": 0.98}


@pytest.fixture(scope="module")
def score() -> TaskScore:
    return evaluate(Path(__file__).parent / "timeml", read)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_falls_below_its_floor(score: TaskScore, measure: str) -> None:
    value = score[measure].value
    assert value is not None
    assert value >= FLOORS[measure], "\n".join(score[measure].misses)


def test_every_type_of_time_is_in_the_sentences(score: TaskScore) -> None:
    assert {one.name for one in score.measures if one.name.endswith("its value") and one.of > 4} == {
        "DATE with its value",
        "TIME with its value",
        "DURATION with its value",
        "SET with its value",
    }
