"""Reports as rows with the story that each tells."""

from pathlib import Path

import dragoman
from dragoman.views.stories import report_rows

EPISODES = Path(__file__).parents[2] / "benchmarks" / "verdicts"


def test_reports_of_two_matters_stand_under_two_stories() -> None:
    folders = [EPISODES / name / "reports" for name in ("e2-exchange", "e4-talks")]
    rows = report_rows(dragoman.read(folders).data)
    assert len(rows) == 12
    assert len({row["story"] for row in rows}) == 2
    assert all(any(row["story"] == other["id"] for other in rows) for row in rows)
