"""Reports as rows with the story that each tells."""

from pathlib import Path

from dragoman.model.record import Generator, RecordData
from dragoman.reading.reports import read_inputs
from dragoman.views.stories import report_rows

EPISODES = Path(__file__).parents[2] / "benchmarks" / "verdicts"


def test_reports_of_two_matters_stand_under_two_stories() -> None:
    folders = [str(EPISODES / name / "reports") for name in ("e2-exchange", "e4-talks")]
    record = RecordData(Generator("test", "none", {}), reports=tuple(read_inputs(folders).reports))
    rows = report_rows(record)
    assert len(rows) == 12
    assert len({row["story"] for row in rows}) == 2
    assert all(any(row["story"] == other["id"] for other in rows) for row in rows)
