"""Reports as rows, each with the story that it tells: the id of the story's first report."""

from typing import Any

from dragoman.export.json import record_json
from dragoman.link.clusters import roots
from dragoman.link.stories import link_stories
from dragoman.model.record import RecordData


def report_rows(record: RecordData) -> list[dict[str, Any]]:
    """The reports of a record as JSON has them, with `story` beside them: the same for all reports of one story."""
    story = roots(link_stories(record.reports))
    return [{**row, "story": story[row["id"]]} for row in record_json(record)["reports"]]
