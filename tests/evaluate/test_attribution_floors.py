"""Floors under the shipped tagger on texts written for the project and kept out of training.

Raise a floor when the tagger gets better; lowering one needs a reason in the commit.
"""

from pathlib import Path

import pytest

from dragoman.evaluate.score import TaskScore
from dragoman.extract.tagger import load_tagger
from dragoman.train.attribution import HELD_OUT, score
from dragoman.train.marked import read_marked

TEXTS = Path(__file__).parents[2] / "training" / "attribution" / "texts"
FLOORS = {"source": 0.72, "cue": 0.65, "content": 0.62, "content tokens": 0.82, "speech cues, all touched": 0.85}


@pytest.fixture(scope="module")
def held_out() -> TaskScore:
    texts = [text for path in sorted(TEXTS.glob(f"*{HELD_OUT}")) for text in read_marked(path)]
    assert texts
    return score(load_tagger(), texts)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_falls_below_its_floor(held_out: TaskScore, measure: str) -> None:
    value = held_out[measure].value
    assert value is not None
    assert value >= FLOORS[measure], "\n".join(held_out[measure].misses)
