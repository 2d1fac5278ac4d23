"""Tables of reports: exports of news services or one's own archive, a row for each report or for its address."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from dragoman.errors import InputError, SkippedInput
from dragoman.reading.columns import Columns
from dragoman.reading.document import Document, Link
from dragoman.reading.ninjs import has_items
from dragoman.reading.table_csv import csv_rows
from dragoman.reading.table_json import json_rows
from dragoman.reading.table_parquet import parquet_rows
from dragoman.reading.table_row import Unreadable, ninjs_part, row_part
from dragoman.reading.table_rows import Row, Rows, is_json
from dragoman.reading.tally import Tally
from dragoman.reading.walk import printable

MOST_NAMED = 30
_EMPTY = ("1 row is empty", "{:,} rows are empty")


def read_table(path: Path, name: str, columns: Columns | None) -> Iterator[Document | Link | SkippedInput]:
    """The rows of CSV, TSV, JSON lines, a JSON array or Parquet in their order; `columns` None for the usual names.

    A row with a text is a document, one with an address alone a link. What a column says that the user named is
    said, else hinted. Like faults are one line, after the rows. Raises SkippedInput for what is no table.
    """
    tally = Tally(name)
    empty = 0
    with ExitStack() as stack:
        try:
            rows = _opened(path, name, tally, stack)
            chosen = _chosen(name, rows, columns)
            for row in rows.rows:
                try:
                    part = _part(row, chosen, name, printable(path.stem))
                except Unreadable as problem:
                    tally.fault(problem.reason, problem.remedy, f"row {row.number:,}")
                    continue
                if part is None:
                    empty += 1
                else:
                    yield part
        except OSError as error:
            reason = f"it cannot be read ({error.strerror or 'input error'})"
            raise SkippedInput(name, reason, "Check the file and its permissions") from error
    yield from tally.lines()
    if empty:
        counted = _EMPTY[empty > 1].format(empty)
        yield SkippedInput(name, f"{counted}: no text and no address", "Leave them, or map other columns")


def _opened(path: Path, name: str, tally: Tally, stack: ExitStack) -> Rows:
    file = stack.enter_context(path.open("rb"))
    head = file.read(4096)
    file.seek(0)
    if not head.strip():
        raise SkippedInput(name, "the table is empty", "Give a table with a row for each report")
    if head.startswith(b"PAR1"):
        return stack.enter_context(parquet_rows(path, name, tally))
    if is_json(head):
        return json_rows(file, name, tally)
    if head.count(0) > 0.02 * len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SkippedInput(name, "it is binary data, not a table", "Give CSV, TSV, JSON lines, a JSON array or Parquet")
    return csv_rows(file, name, tally)


def _chosen(name: str, rows: Rows, columns: Columns | None) -> Columns:
    """The columns as the table spells them."""
    shown = ", ".join(printable(column[:60]) for column in rows.names[:MOST_NAMED] if column) or "without names"
    more = f" and {len(rows.names) - MOST_NAMED} more" if len(rows.names) > MOST_NAMED else ""
    if columns is not None:
        try:
            return columns.within(rows.names)
        except InputError as error:
            raise SkippedInput(name, str(error), f"Its columns are {shown}{more}") from error
    found = Columns.detect(rows.names)
    if not found.readable and has_items(rows.names):
        return Columns()
    if not found.readable:
        how = f"Say which do with --columns text=COLUMN or --columns url=COLUMN; its columns are {shown}{more}"
        raise SkippedInput(name, "no column of the table is known to hold texts or addresses", how)
    return found


def _part(row: Row, columns: Columns, name: str, stem: str) -> Document | Link | None:
    place = f"{name}#row {row.number}"
    if row.whole and not columns.named:
        item = ninjs_part(row.whole, place, stem)
        if item is not None:
            return item
    return row_part(row, columns, place, stem)
