"""The table of MAVERICK (R package eventreport, CC BY 4.0): one row for each event of each report, coded by hand."""

import csv
from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.link.coded_rows import Row

TABLE = "reports.csv"
NEEDED = frozenset({"id", "event_id", "date_start", "source"})


def read_rows(folder: Path) -> tuple[Row, ...]:
    """The rows of `reports.csv`; InputError where it is not there or lacks a column that is needed."""
    path = folder / TABLE
    if not path.is_file():
        raise InputError(f"{folder}: no {TABLE}; give the folder with the published table")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = tuple(csv.DictReader(lines))
    missing = NEEDED - set(rows[0] if rows else ())
    if missing:
        raise InputError(f"{path}: no column {', '.join(sorted(missing))}")
    return rows


def events_of(rows: Sequence[Row]) -> dict[str, str]:
    """The event of each row by the row's id: the gold."""
    return {row["id"]: row["event_id"] for row in rows}
