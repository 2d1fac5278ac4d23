"""Parquet, through DuckDB: in batches, within a fixed memory, with no other file in reach and no name in a query."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

import duckdb

from dragoman.errors import SkippedInput
from dragoman.reading.safe_json import flat, parsed
from dragoman.reading.table_rows import LOST, Row, Rows
from dragoman.reading.tally import Tally

MEMORY = "1GB"
PEEK, BATCH = 100, 64
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY,
    "threads": "1",
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_PATTERN = re.compile(r"[*?\[\]{}]")
_NESTED = re.compile(r"STRUCT|MAP|UNION|JSON|VARIANT|(?:VARCHAR|STRUCT.*)\[\d*\]")
_USELESS = re.compile(r".*\[\d*\]|BLOB|GEOMETRY.*", re.DOTALL)


@contextmanager
def parquet_rows(path: Path, name: str, tally: Tally) -> Iterator[Rows]:
    """The rows, counted from 1; structures by dotted names. Raises SkippedInput for what is no whole Parquet file."""
    with _opened(path) as (connection, reachable):
        try:
            query = "FROM read_parquet(?, hive_partitioning = false, union_by_name = false)"
            described = connection.execute(f"DESCRIBE SELECT * {query}", [reachable]).fetchall()
            taken = ", ".join(_taken(place, str(row[1])) for place, row in enumerate(described, start=1))
            connection.execute(f"SELECT {taken} {query}", [reachable])
        except duckdb.Error as error:
            remedy = "Export it again, without encryption"
            raise SkippedInput(name, "its Parquet is damaged, encrypted or cut off", remedy) from error
        columns = [(str(column), bool(_NESTED.match(str(kind)))) for column, kind, *_ in described]
        rows = _rows(connection, columns, tally)
        first = list(islice(rows, PEEK))
        names = dict.fromkeys([*(column for column, _ in columns), *(key for row in first for key in row.values)])
        yield Rows(list(names), chain(first, rows))


def _taken(place: int, kind: str) -> str:
    """A column by its place, as text; numbers in lists and the like are left."""
    if _NESTED.match(kind):
        return f"CAST(to_json(#{place}) AS VARCHAR)"
    return "NULL" if _USELESS.fullmatch(kind) else f"CAST(#{place} AS VARCHAR)"


def _rows(connection: duckdb.DuckDBPyConnection, columns: list[tuple[str, bool]], tally: Tally) -> Iterator[Row]:
    number = 0
    while True:
        try:
            batch = connection.fetchmany(BATCH)
        except (duckdb.Error, UnicodeDecodeError):
            tally.fault("its Parquet breaks: the rows after are lost", LOST, f"after row {number:,}")
            return
        if not batch:
            return
        for cells in batch:
            number += 1
            values = {
                column: parsed(column, cell) if nested and cell else cell
                for (column, nested), cell in zip(columns, cells, strict=True)
            }
            yield Row(number, dict(flat(values)))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A database in memory that reaches this file alone; DuckDB takes `*` and the like in a path for a pattern."""
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder, duckdb.connect(":memory:", config=_SETTINGS) as db:
        reachable = path.absolute()
        if _PATTERN.search(str(reachable)):
            reachable = Path(folder) / "table.parquet"
            reachable.symlink_to(path.absolute())
        db.execute("SET TimeZone = 'UTC'")
        db.execute("SET allowed_paths = ?", [[str(reachable)]])
        db.execute("SET enable_external_access = false")
        db.execute("SET lock_configuration = true")
        yield db, str(reachable)
