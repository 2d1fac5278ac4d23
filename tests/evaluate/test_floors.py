"""Floors under the scores on the bundled sample: none drops silently.

Raise a floor when a change raises the score (docs/benchmarks.md); lowering one needs a reason in the commit.
"""

import json
from pathlib import Path

import pytest

import dragoman
from dragoman.evaluate.episode import evaluate
from dragoman.evaluate.episode_score import EpisodeScore

SAMPLE = Path(__file__).parents[2] / "src" / "dragoman" / "sample"
FLOORS = {
    "readings found": 0.95,
    "readings precision": 0.95,
    "values and bounds": 0.97,
    "things counted": 0.95,
    "voices": 0.94,
    "voices on the right side": 1.0,
    "pairs by verdict": 0.85,
    "conflicts recall": 0.77,
    "conflicts precision": 0.95,
    "quotes with speaker": 0.98,
    "variants joined": 0.97,
    "variants joined precision": 0.97,
    "events found": 0.62,
    "events precision": 0.72,
    "positions found": 0.55,
    "positions precision": 0.80,
    "commitments found": 0.50,
    "commitments precision": 0.85,
    "traps held": 0.90,
    "tails left out": 1.0,
    "tail's names left out": 1.0,
}


@pytest.fixture(scope="module")
def score() -> EpisodeScore:
    record = dragoman.read(SAMPLE / "reports", actors=SAMPLE / "actors.toml")
    gold = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
    return evaluate(record.json(), gold, folder=SAMPLE / "reports")


@pytest.mark.parametrize("ability", FLOORS)
def test_no_score_falls_below_its_floor(score: EpisodeScore, ability: str) -> None:
    ratio = score[ability].ratio
    assert ratio is not None
    assert ratio >= FLOORS[ability], "\n".join(score[ability].misses)


@pytest.mark.parametrize("count", ["side errors", "claims from the tail", "names that must not appear"])
def test_what_must_not_be_is_not(score: EpisodeScore, count: str) -> None:
    assert score.count(count).lines == ()
