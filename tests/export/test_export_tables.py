"""Tables leave as CSV that no spreadsheet takes for formulas, and the same as Parquet."""

import csv
import io
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.table import Kind, Table, as_csv, safe, table_of, write_parquet

COLUMNS = {"name": Kind.TEXT, "count": Kind.WHOLE, "share": Kind.NUMBER, "day": Kind.DAY, "open": Kind.FLAG}
ROWS = (
    {"name": 'a, "b"', "count": 3, "share": 0.5, "day": "2031-03-04", "open": True},
    {"name": "=HYPERLINK(1)", "count": -2, "share": -4.25, "open": False},
    {},
)


@given(st.text(max_size=30))
def test_no_cell_starts_a_formula_and_no_word_is_lost(text: str) -> None:
    written = safe(text)
    assert written.lstrip()[:1] not in set("=+-@")
    assert written.removeprefix("'") == text.removeprefix("'")


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_cells_of_any_text_come_back_from_csv(texts: list[str]) -> None:
    texts = [text.replace("\r", " ").replace("\0", " ") for text in texts]
    table = Table({"text": Kind.TEXT, "more": Kind.TEXT}, tuple((text, "end") for text in texts))
    rows = list(csv.reader(io.StringIO(as_csv(table), newline="")))
    assert rows == [["text", "more"], *([safe(text), "end"] for text in texts)]


def test_numbers_keep_their_sign_and_what_is_not_known_is_empty() -> None:
    lines = as_csv(table_of(COLUMNS, ROWS)).splitlines()
    assert lines == [
        "name,count,share,day,open",
        '"a, ""b""",3,0.5,2031-03-04,TRUE',
        "'=HYPERLINK(1),-2,-4.25,,FALSE",
        ",,,,",
    ]


@pytest.mark.parametrize("rows", [ROWS, ()])
def test_parquet_holds_the_same_rows_typed_and_as_they_are(rows: tuple[dict[str, object], ...], tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    write_parquet(table_of(COLUMNS, rows), path)  # type: ignore[arg-type]
    read = duckdb.read_parquet(str(path))
    assert [str(kind) for kind in read.types] == list(COLUMNS.values())
    assert [row[0] for row in read.fetchall()] == [row.get("name") for row in rows]
