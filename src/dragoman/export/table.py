"""A table as CSV, in which no cell can start a formula, or as Parquet."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from pathlib import Path

import duckdb

Cell = str | float | bool | None
"""None is an empty cell: it is not known, and not that there is none."""
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")
"""What makes a spreadsheet take a cell for a formula, if it comes first."""


class Kind(StrEnum):
    """What a column holds, by its SQL type; days are ISO."""

    TEXT = "VARCHAR"
    WHOLE = "BIGINT"
    NUMBER = "DOUBLE"
    DAY = "DATE"
    FLAG = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, name to kind, in order; rows in order."""

    columns: dict[str, Kind]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(columns: dict[str, Kind], rows: Iterable[dict[str, Cell]]) -> Table:
    """A table of rows by column name; what a row does not name is empty."""
    return Table(columns, tuple(tuple(row.get(name) for name in columns) for row in rows))


def as_csv(table: Table) -> str:
    """The table as CSV (RFC 4180 with bare line feeds): a header, empty cells for what is not known, TRUE and FALSE."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def write_parquet(table: Table, path: Path) -> None:
    """Write the table to a Parquet file; raises OSError where that cannot be."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
    marks = ", ".join("?" for _ in table.columns)
    target = str(path).replace("'", "''")
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE written ({columns})")
        if table.rows:
            database.executemany(f"INSERT INTO written VALUES ({marks})", [list(row) for row in table.rows])
        try:
            database.execute(f"COPY written TO '{target}' (FORMAT parquet)")
        except duckdb.IOException as error:
            raise OSError(str(error)) from error


def safe(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, str):
        return safe(cell)
    return str(int(cell)) if float(cell).is_integer() else repr(cell)
