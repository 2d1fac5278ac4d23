"""How well a record tells an episode: real reports of one story with exhaustive gold made by hand.

The gold's format is described in `docs/`; every ability below is a share of it, with the misses named.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.evaluate.episode_events import score_events
from dragoman.evaluate.episode_pairs import score_pairs
from dragoman.evaluate.episode_positions import score_positions
from dragoman.evaluate.episode_quotes import score_quotes
from dragoman.evaluate.episode_readings import read_figures, score_readings
from dragoman.evaluate.episode_score import Ability, Count, EpisodeScore
from dragoman.evaluate.episode_traps import score_sides, score_tail, score_traps
from dragoman.evaluate.episode_view import look

__all__ = ["Ability", "Count", "EpisodeScore", "evaluate"]


def evaluate(record: Mapping[str, Any], gold: Mapping[str, Any], *, folder: str | Path) -> EpisodeScore:
    """Score a record's JSON object against the gold of the reports in `folder`, whatever its order."""
    view = look(record, gold, Path(folder))
    figures = read_figures(view)
    parts = (
        score_readings(view, figures),
        score_sides(view, figures),
        score_pairs(view, figures),
        score_quotes(view),
        score_events(view),
        score_positions(view),
        score_traps(view),
        score_tail(view),
    )
    return EpisodeScore(
        abilities=tuple(one for part in parts for one in part.abilities),
        counts=tuple(one for part in parts for one in part.counts),
    )
